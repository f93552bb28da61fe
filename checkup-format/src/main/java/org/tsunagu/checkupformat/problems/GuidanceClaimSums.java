package org.tsunagu.checkupformat.problems;

import java.util.Optional;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.checkupformat.settlement.Burden;
import org.tsunagu.checkupformat.settlement.GuidanceSettlement;

/// The arithmetic of a settlement file of guidance (特定保健指導決済情報の計算): CHK-CLM-005, 006, 014, 016, 017. What cannot be
/// read is compared with nothing.
final class GuidanceClaimSums {

    private static final String ACTIVE = "1";
    private static final String START = "1";
    private static final String FINISHED = "2";
    private static final String MIDWAY = "3";
    private static final String ALL_AT_START = "1";

    private final long rateHighest = Limits.shipped().integer("payment_rate_highest");
    private final long pointsHighest = Limits.shipped().integer("points_highest");

    void check(GuidanceClaim claim, Findings findings) {
        points(claim, findings);
        var settlement = claim.settlement();
        if (settlement.unitPrice().isEmpty()) {
            findings.field("CHK-CLM-006", settlement.unitPrice());
        } else {
            Yen.compare("CHK-CLM-016", settlement.calculatedAmount(), calculated(claim), findings);
            payment(claim, findings);
        }
        var calculated = Yen.of(settlement.calculatedAmount());
        var paid = Yen.of(settlement.payment());
        if (calculated.isPresent() && paid.isPresent()) {
            var expected = GuidanceSettlement.of(calculated.get(), paid.get()).claim();
            Yen.compare("CHK-CLM-005", settlement.claimAmount(), Optional.of(expected), findings);
        }
    }

    private static void points(GuidanceClaim claim, Findings findings) {
        var timing = claim.timing().text();
        if (!claim.level().text().equals(ACTIVE)) {
            return;
        }
        var isMidway = timing.equals(MIDWAY);
        if ((isMidway || timing.equals(FINISHED))
                && claim.settlement().pointsDone().isEmpty()) {
            findings.field("CHK-CLM-014", claim.timing(), "item", "pointCountCompleted");
        }
        if (isMidway && claim.settlement().pointsPlanned().isEmpty()) {
            findings.field("CHK-CLM-014", claim.timing(), "item", "pointCountIntended");
        }
    }

    private Optional<Long> calculated(GuidanceClaim claim) {
        var settlement = claim.settlement();
        var unit = Yen.of(settlement.unitPrice());
        var rate = number(settlement.paymentRate(), rateHighest);
        if (unit.isEmpty() || rate.isEmpty()) {
            return Optional.empty();
        }
        var percent = Math.toIntExact(rate.get());
        var byPoints =
                claim.level().text().equals(ACTIVE) && claim.timing().text().equals(MIDWAY);
        if (!byPoints) {
            return Optional.of(GuidanceSettlement.calculated(unit.get(), percent));
        }
        var done = number(settlement.pointsDone(), pointsHighest);
        var planned = number(settlement.pointsPlanned(), pointsHighest);
        return done.isEmpty() || planned.isEmpty()
                ? Optional.empty()
                : Optional.of(GuidanceSettlement.calculated(unit.get(), percent, done.get(), planned.get()));
    }

    private static Optional<Long> number(Field field, long highest) {
        return Digits.within(field.text(), 0, highest) ? Optional.of(Long.parseLong(field.text())) : Optional.empty();
    }

    private static void payment(GuidanceClaim claim, Findings findings) {
        var settlement = claim.settlement();
        var unit = Yen.of(settlement.unitPrice());
        var paid = Yen.of(settlement.payment());
        if (unit.isEmpty() || paid.isEmpty()) {
            return;
        }
        var expected = expected(claim, unit.get());
        if (expected.isPresent()) {
            Yen.compare("CHK-CLM-017", settlement.payment(), expected, findings);
        } else if (paid.get() > unit.get()) {
            Yen.compare("CHK-CLM-017", settlement.payment(), unit, findings);
        }
    }

    /// What the ticket makes the person pay at this stage; empty when it does not say, as of a fixed amount or limit
    /// that is collected in parts.
    private static Optional<Long> expected(GuidanceClaim claim, long unit) {
        var burden = Burden.of(claim.card().copayment(), claim.card().limit());
        if (burden.isEmpty()) {
            return Optional.empty();
        }
        if (claim.settlement().paymentStatus().text().equals(ALL_AT_START)) {
            var isStart = claim.timing().text().equals(START);
            return Optional.of(isStart ? burden.get().of(unit) : 0);
        }
        var isProportional = burden.get().limit().isEmpty() && burden.get().kind() != Burden.Kind.FIXED;
        var calculated = Yen.of(claim.settlement().calculatedAmount());
        return isProportional ? calculated.map(amount -> burden.get().of(amount)) : Optional.empty();
    }
}
