package org.tsunagu.app.intake;

import java.util.List;
import org.tsunagu.app.access.InsurerId;

/// A delivery turned out to be refused as a whole after documents of it had been taken (受付の取消し): they are withdrawn.
/// Announced within the transaction that says so.
public record DeliveryRefused(InsurerId insurer, long deliveryId, List<Long> documentIds) {}
