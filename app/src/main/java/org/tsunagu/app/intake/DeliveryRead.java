package org.tsunagu.app.intake;

import org.tsunagu.app.access.InsurerId;

/// A delivery has been read to its end and its people looked for (取り込みの完了). Announced within the transaction that says
/// so.
public record DeliveryRead(InsurerId insurer, long deliveryId) {}
