package org.tsunagu.checkupformat.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The settlement of guidance by stages (特定保健指導の算定): a course has one unit price, of which a share is claimed after the
/// first interview and the rest after the final evaluation, or less when it ended midway. Yen.
///
/// @param calculated 算定金額 of the stage
/// @param payment 窓口負担金額
/// @param claim 請求金額
public record GuidanceSettlement(long calculated, long payment, long claim) {

    private static final Table SHARES = Table.read(
            "settlement/guidance-shares", GuidanceSettlement.class.getResourceAsStream("guidance-shares.tsv"));

    /// A stage of a course and its share of the unit price (支払割合).
    ///
    /// @param percent whole percent
    /// @param byPoints whether the share grows with the points done (途中終了)
    public record Stage(int percent, boolean byPoints) {

        /// The usual share of contracts; empty when there is none for this stage.
        ///
        /// @param level 別表12: `1` active, `2` motivational, `3` equivalent
        /// @param timing 別表11: `1` start, `2` final evaluation, `3` midway
        public static Optional<Stage> usual(String level, String timing, LocalDate day) {
            return SHARES.on(day).stream()
                    .filter(row -> row.text("level").equals(level)
                            && row.text("timing").equals(timing))
                    .findFirst()
                    .map(Stage::of);
        }

        private static Stage of(Row row) {
            return new Stage(row.integer("percent"), row.integer("by_points") > 0);
        }
    }

    /// The calculated amount of a stage, half up to whole yen.
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
