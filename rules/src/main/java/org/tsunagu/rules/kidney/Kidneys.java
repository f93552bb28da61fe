package org.tsunagu.rules.kidney;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Formulas;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Variables;

/// The stages of chronic kidney disease (CKD重症度分類) in force on a day, `stages.tsv`.
public final class Kidneys {

    private final List<Stage> stages;
    private final Formulas formulas;
    private final int egfr;
    private final int albumin;

    private Kidneys(List<Stage> stages, Formulas formulas, Variables variables) {
        this.stages = stages;
        this.formulas = formulas;
        this.egfr = variables.index("egfr");
        this.albumin = variables.index("acr");
    }

    /// The table with corrections.
    public static Table table(List<Correction> corrections) {
        return Table.read("kidney/stages", Kidneys.class.getResourceAsStream("stages.tsv"))
                .with(corrections);
    }

    /// The stages in force on a day.
    public static Kidneys on(Table table, LocalDate day, Variables variables, Formulas formulas) {
        return new Kidneys(table.on(day).stream().map(Stage::of).toList(), formulas, variables);
    }

    /// Kidney function; empty without a filtration rate, and before the items existed.
    public Optional<Kidney> of(Gathered values) {
        if (!values.knows(egfr)) {
            return Optional.empty();
        }
        var rate = values.number(egfr);
        return stage("G", rate).map(stage -> {
            var formula = values.computedBy(egfr);
            var shown = formula.isPresent() ? formulas.shown("egfr", rate) : rate;
            var aStage = values.knows(albumin)
                    ? stage("A", values.number(albumin)).map(Stage::key).orElse("")
                    : "";
            var facts = Map.of(
                    "variable", "egfr",
                    "stage", stage.key(),
                    "formula", formula.map(basis -> basis.row()).orElse(""));
            var code = formula.isPresent() ? ReasonCode.VALUE_COMPUTED : ReasonCode.CONDITION_MET;
            return new Kidney(
                    shown,
                    formula.isPresent(),
                    stage.key(),
                    aStage,
                    new Reason(
                            code,
                            "kidney",
                            stage.key(),
                            stage.basis(),
                            values.itemCode(egfr),
                            shown.toPlainString(),
                            facts));
        });
    }

    private Optional<Stage> stage(String axis, BigDecimal number) {
        for (var stage : stages) {
            if (stage.axis.equals(axis) && stage.holds(number)) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    /// A row as it is compared: from its lower end, included, to below its upper end; an absent end is open.
    private record Stage(
            String key,
            String axis,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            Basis basis) {

        static Stage of(Row row) {
            return new Stage(
                    row.key(),
                    row.text("axis"),
                    row.decimal("low").orElse(null),
                    row.decimal("high").orElse(null),
                    row.basis());
        }

        boolean holds(BigDecimal number) {
            return (low == null || number.compareTo(low) >= 0) && (high == null || number.compareTo(high) < 0);
        }
    }
}
