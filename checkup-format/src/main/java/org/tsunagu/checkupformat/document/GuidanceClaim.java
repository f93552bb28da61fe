package org.tsunagu.checkupformat.document;

import java.util.Optional;

/// The settlement file of guidance (特定保健指導決済情報 gc08), every value as written.
///
/// @param namespace of the root element
/// @param level 保健指導区分 (別表12): 1 active, 2 motivational, 3 equivalent
/// @param timing 保健指導実施時点 (別表11): 1 start, 2 final evaluation, 3 ended midway, 4 other, 5 first interview not
///     completed
/// @param card 利用券情報
/// @param settlement 単価・算定金額・請求金額
public record GuidanceClaim(
        Field namespace,
        ClaimSubject subject,
        Field level,
        Field timing,
        Card card,
        Settlement settlement,
        Optional<Adjudication> agencyResult,
        Optional<Adjudication> insurerResult)
        implements Claim {

    /// What the guidance ticket says (利用券情報).
    ///
    /// @param number 利用券整理番号
    /// @param root its OID, `~.210`
    /// @param checkupNumber 受診券整理番号
    /// @param checkupRoot its OID, `~.209`
    /// @param validUntil 有効期限
    /// @param copayment 窓口負担
    /// @param limit 保険者負担上限額, six digits
    public record Card(
            Field number,
            Field root,
            Field checkupNumber,
            Field checkupRoot,
            Field validUntil,
            Charge copayment,
            Field limit) {

        /// A card that says nothing.
        public static final Card EMPTY = new Card(
                Field.ABSENT, Field.ABSENT, Field.ABSENT, Field.ABSENT, Field.ABSENT, Charge.ABSENT, Field.ABSENT);
    }

    /// What is claimed (算定・請求), yen.
    ///
    /// @param unitPrice 単価 of the whole course
    /// @param paymentRate 支払割合, whole percent 0 to 100
    /// @param pointsDone 実施ポイント数
    /// @param pointsPlanned 計画ポイント数
    /// @param calculatedAmount 算定金額
    /// @param paymentStatus 窓口負担徴収 (別表14): 1 all at the first session, 2 otherwise
    /// @param payment 窓口負担金額
    /// @param claimAmount 請求金額
    public record Settlement(
            Field unitPrice,
            Field paymentRate,
            Field pointsDone,
            Field pointsPlanned,
            Field calculatedAmount,
            Field paymentStatus,
            Field payment,
            Field claimAmount) {}

    @Override
    public String kind() {
        return "gc08";
    }

    @Override
    public Field ticketNumber() {
        return card.number();
    }

    @Override
    public Field validUntil() {
        return card.validUntil();
    }

    @Override
    public Field unitAmount() {
        return settlement.calculatedAmount();
    }

    @Override
    public Field paymentAmount() {
        return settlement.payment();
    }

    @Override
    public Field paymentByOtherProgram() {
        return Field.ABSENT;
    }

    @Override
    public Field claimAmount() {
        return settlement.claimAmount();
    }

    /// The same file as the payment agency returns it to the facility (返戻).
    public GuidanceClaim returnedByAgency(Adjudication why) {
        return new GuidanceClaim(namespace, subject, level, timing, card, settlement, Optional.of(why), insurerResult);
    }

    /// The same file as the insurer returns it to the payment agency (過誤返戻).
    public GuidanceClaim returnedByInsurer(Adjudication why) {
        return new GuidanceClaim(namespace, subject, level, timing, card, settlement, agencyResult, Optional.of(why));
    }
}
