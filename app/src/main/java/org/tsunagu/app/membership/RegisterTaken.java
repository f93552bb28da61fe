package org.tsunagu.app.membership;

import org.tsunagu.app.access.InsurerId;

/// A register was taken in (資格台帳の反映): who is insured may have changed. Announced within the transaction that ends it.
public record RegisterTaken(InsurerId insurer) {}
