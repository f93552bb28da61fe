package org.tsunagu.checkupformat.document;

import java.util.List;
import java.util.Optional;

/// The settlement file of a checkup (特定健診決済情報 cc08), every value as written.
///
/// @param namespace of the root element
/// @param card 受診券情報
/// @param prices 単価
/// @param totals 窓口負担金額 and sums
public record CheckupClaim(
        Field namespace,
        ClaimSubject subject,
        Card card,
        Prices prices,
        Totals totals,
        Optional<Adjudication> agencyResult,
        Optional<Adjudication> insurerResult)
        implements Claim {

    /// What the ticket says (受診券情報).
    ///
    /// @param number 整理番号
    /// @param root its OID, `~.209`
    /// @param validUntil 有効期限
    /// @param basic 基本的な健診
    /// @param detailed 詳細な健診
    /// @param additional 追加健診
    /// @param dock 人間ドック
    /// @param dockLimit 保険者負担上限額 of a ningen dock, six digits
    public record Card(
            Field number,
            Field root,
            Field validUntil,
            Charge basic,
            Charge detailed,
            Charge additional,
            Charge dock,
            Field dockLimit) {

        /// A card that says nothing.
        public static final Card EMPTY = new Card(
                Field.ABSENT,
                Field.ABSENT,
                Field.ABSENT,
                Charge.ABSENT,
                Charge.ABSENT,
                Charge.ABSENT,
                Charge.ABSENT,
                Field.ABSENT);
    }

    /// What is claimed, and its prices (請求区分・単価), yen.
    ///
    /// @param claimType 請求区分, 1 to 5
    /// @param commissionType 委託料単価区分: 1 individual, 2 group
    /// @param basic 基本的な健診
    /// @param detailed one for each detailed item
    /// @param additional one for each additional item, or one for a ningen dock
    public record Prices(
            Field claimType, Field commissionType, Field basic, List<UnitPrice> detailed, List<UnitPrice> additional) {}

    /// What was paid and what is claimed (窓口負担金額・合計), yen.
    ///
    /// @param paidBasic six digits
    /// @param paidDetailed six digits
    /// @param paidAdditional six digits; also of a ningen dock
    public record Totals(
            Field paidBasic,
            Field paidDetailed,
            Field paidAdditional,
            Field unitAmount,
            Field paymentAmount,
            Field paymentByOtherProgram,
            Field claimAmount) {}

    @Override
    public String kind() {
        return "cc08";
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
        return totals.unitAmount();
    }

    @Override
    public Field paymentAmount() {
        return totals.paymentAmount();
    }

    @Override
    public Field paymentByOtherProgram() {
        return totals.paymentByOtherProgram();
    }

    @Override
    public Field claimAmount() {
        return totals.claimAmount();
    }

    /// The same file as the payment agency returns it to the facility (返戻).
    public CheckupClaim returnedByAgency(Adjudication why) {
        return new CheckupClaim(namespace, subject, card, prices, totals, Optional.of(why), insurerResult);
    }

    /// The same file as the insurer returns it to the payment agency (過誤返戻).
    public CheckupClaim returnedByInsurer(Adjudication why) {
        return new CheckupClaim(namespace, subject, card, prices, totals, agencyResult, Optional.of(why));
    }
}
