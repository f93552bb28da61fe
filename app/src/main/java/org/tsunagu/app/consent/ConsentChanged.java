package org.tsunagu.app.consent;

import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.consent.Consent.About;

/// A member has said something about a use of data (同意の変更). Announced within the transaction that
/// writes it down.
public record ConsentChanged(InsurerId insurer, long memberId, About about) {}
