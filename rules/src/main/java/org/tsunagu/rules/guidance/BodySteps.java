package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// Which step of waist and weight was reached (腹囲・体重の改善の段階), by `body-steps.tsv`. Both must reach the same step;
/// compared exactly, without rounding.
public final class BodySteps {

    private final Table table;

    /// Over the tables of an installation.
    public BodySteps(GuidanceTables tables) {
        table = tables.get("body-steps");
    }

    /// The best step reached: the reason is about its item of `points.tsv`; empty when none is reached.
    public Optional<Reason> reached(LocalDate checkup, BodyChange change) {
        return table.on(checkup).stream()
                .filter(row -> reaches(row, change))
                .findFirst()
                .map(row -> reason(row, change));
    }

    /// Whether a step is reached.
    public boolean reaches(LocalDate checkup, String item, BodyChange change) {
        return table.on(checkup).stream().anyMatch(row -> row.text("item").equals(item) && reaches(row, change));
    }

    private static boolean reaches(Row row, BodyChange change) {
        var share = row.decimal("of_weight").map(change.checkupWeight()::multiply);
        var waist = row.decimal("waist_cm").or(() -> share);
        var weight = row.decimal("weight_kg").or(() -> share);
        return isAtLeast(change.waistDecrease(), waist) && isAtLeast(change.weightDecrease(), weight);
    }

    private static boolean isAtLeast(BigDecimal decrease, Optional<BigDecimal> step) {
        return step.map(least -> decrease.compareTo(least) >= 0).orElse(false);
    }

    private static Reason reason(Row row, BodyChange change) {
        return new Reason(
                ReasonCode.BODY_STEP,
                row.text("item"),
                "true",
                row.basis(),
                "",
                "",
                Map.of(
                        "waist", change.waistDecrease().toPlainString(),
                        "weight", change.weightDecrease().toPlainString()));
    }

    /// The support that a change is credited as at the final evaluation; empty when no step is reached.
    public List<Support> outcomes(LocalDate checkup, BodyChange change) {
        return reached(checkup, change).stream()
                .map(reason -> Support.of(reason.about()))
                .toList();
    }
}
