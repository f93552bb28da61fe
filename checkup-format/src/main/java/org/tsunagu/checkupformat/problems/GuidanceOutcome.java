package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;

/// Whether a guidance document agrees with the checkup that led to it (健診結果との突合): CHK-GUI-003, and CHK-GUI-011 for the
/// improvement of waist and weight. Both must have fallen by a step; the numbers are compared as recorded.
final class GuidanceOutcome {

    private static final String NOT_REACHED = "0";
    private static final String FIRST_STEP = "1";
    private static final String SECOND_STEP = "2";

    private final GuidanceItem checkupDay =
            GuidanceItems.shipped().get(GuidanceSection.COMMON, Guidance.DONE, "checkup_day");
    private final GuidanceItem outcome =
            GuidanceItems.shipped().get(GuidanceSection.FINAL, Guidance.DONE, "waist_weight");
    private final BigDecimal smallWaist = Limits.shipped().decimal("outcome_1_cm");
    private final BigDecimal smallWeight = Limits.shipped().decimal("outcome_1_kg");
    private final BigDecimal largeWaist = Limits.shipped().decimal("outcome_2_cm");
    private final BigDecimal largeWeight = Limits.shipped().decimal("outcome_2_kg");
    private final BigDecimal relative = Limits.shipped().decimal("outcome_2_relative");

    void check(Guidance guidance, CheckupBaseline checkup) {
        var written = guidance.course().checkupDay();
        if (written.isPresent() && !written.get().equals(checkup.day())) {
            guidance.report("CHK-GUI-003", checkupDay, "actual", written.get().toString());
        }
        var last = guidance.course().finalEvaluation();
        if (!guidance.isFourth() || last.isEmpty()) {
            return;
        }
        var reported = last.get().outcomes().waistWeight();
        var measured = step(
                fall(checkup.waist(), last.get().body().waist()),
                fall(checkup.weight(), last.get().body().weight()),
                checkup.weight());
        if (!reported.isEmpty() && !measured.isEmpty() && !reported.equals(measured)) {
            guidance.report("CHK-GUI-011", outcome, "actual", reported, "expected", measured);
        }
    }

    private static @Nullable BigDecimal fall(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null ? null : before.subtract(after);
    }

    /// The step that was reached; empty when something was not measured.
    private String step(@Nullable BigDecimal waist, @Nullable BigDecimal weight, @Nullable BigDecimal before) {
        if (waist == null || weight == null || before == null) {
            return "";
        }
        var share = before.multiply(relative);
        var isLarge = (isAtLeast(waist, largeWaist) && isAtLeast(weight, largeWeight))
                || (isAtLeast(waist, share) && isAtLeast(weight, share));
        if (isLarge) {
            return SECOND_STEP;
        }
        return isAtLeast(waist, smallWaist) && isAtLeast(weight, smallWeight) ? FIRST_STEP : NOT_REACHED;
    }

    private static boolean isAtLeast(BigDecimal number, BigDecimal limit) {
        return number.compareTo(limit) >= 0;
    }
}
