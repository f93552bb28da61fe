package org.tsunagu.checkupformat.settlement;

import java.math.BigDecimal;

/// The settlement of guidance by stages (特定保健指導の算定): a course has one unit price, of which a share is claimed after the
/// first interview and the rest after the final evaluation, or less when it ended midway. Which
/// shares are usual, `rules/guidance` says. Yen.
///
/// @param calculated 算定金額 of the stage
/// @param payment 窓口負担金額
/// @param claim 請求金額
public record GuidanceSettlement(long calculated, long payment, long claim) {

    /// The calculated amount of a stage, in whole yen.
    ///
    /// @param percent 支払割合 that the claim names
    public static long calculated(long unitPrice, int percent) {
        return SettlementRules.part(unitPrice, BigDecimal.valueOf(percent), SettlementRules.PAYMENT_RATE);
    }

    /// The calculated amount of a course that ended midway: the share grows with the points and is never more than
    /// whole.
    ///
    /// @param done points done
    /// @param planned points planned; nothing planned gives the whole share
    public static long calculated(long unitPrice, int percent, long done, long planned) {
        if (done >= planned) {
            return calculated(unitPrice, percent);
        }
        return SettlementRules.part(
                unitPrice,
                BigDecimal.valueOf(percent).multiply(BigDecimal.valueOf(done)),
                SettlementRules.PAYMENT_RATE.multiply(BigDecimal.valueOf(planned)));
    }

    /// A stage whose payment is known: what is left of the calculated amount is claimed, never less than nothing.
    public static GuidanceSettlement of(long calculated, long payment) {
        return new GuidanceSettlement(calculated, payment, Math.max(0, calculated - payment));
    }
}
