package org.tsunagu.checkupformat.document;

import java.util.Optional;

/// A settlement file (決済情報 cc08, gc08): who was served by whom, with which ticket, at what price, and who pays what.
/// Every value as written; amounts in yen.
public sealed interface Claim extends ReceivedFile permits CheckupClaim, GuidanceClaim {

    /// The namespace of the root element.
    Field namespace();

    /// Whom it is about, and where.
    ClaimSubject subject();

    /// 整理番号 of the ticket of this service: that of the checkup, or that of guidance.
    Field ticketNumber();

    /// The last day on which the ticket is valid, `YYYYMMDD`.
    Field validUntil();

    /// 単価合計 (cc08) or 算定金額 (gc08).
    Field unitAmount();

    /// 窓口支払合計.
    Field paymentAmount();

    /// 他健診負担額; never in gc08.
    Field paymentByOtherProgram();

    /// 請求金額.
    Field claimAmount();

    /// 代行機関処理結果: why the payment agency returned it (返戻).
    Optional<Adjudication> agencyResult();

    /// 保険者処理結果: why the insurer returned it (過誤返戻).
    Optional<Adjudication> insurerResult();
}
