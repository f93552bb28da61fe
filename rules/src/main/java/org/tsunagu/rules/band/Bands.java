package org.tsunagu.rules.band;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Formulas;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Variables;

/// The guidance and doctor-visit values (保健指導判定値・受診勧奨判定値) in force on a day for one sex, `thresholds.tsv`.
public final class Bands {

    private final List<Limits> limits;
    private final Formulas formulas;

    private Bands(List<Limits> limits, Formulas formulas) {
        this.limits = limits;
        this.formulas = formulas;
    }

    /// The table with corrections.
    public static Table table(List<Correction> corrections) {
        return Table.read("band/thresholds", Bands.class.getResourceAsStream("thresholds.tsv"))
                .with(corrections);
    }

    /// Items whose values have a unit and so a mean; of codes such as those of urine protein it says nothing.
    public static Set<String> measured() {
        return table(List.of()).rows().stream()
                .filter(row -> !row.text("unit").isEmpty())
                .map(row -> row.text("item"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The values in force on a day.
    public static Bands on(Table table, LocalDate day, Sex sex, Variables variables, Formulas formulas) {
        return new Bands(
                table.on(day).stream()
                        .filter(row ->
                                row.text("sex").isEmpty() || row.text("sex").equals(sex.code()))
                        .map(row -> Limits.of(row, variables))
                        .toList(),
                formulas);
    }

    /// The band of every value that is there.
    public List<Band> of(Gathered values) {
        var bands = new ArrayList<Band>();
        for (var limit : limits) {
            if (values.knows(limit.variable())) {
                bands.add(limit.band(values, formulas));
            }
        }
        return List.copyOf(bands);
    }

    /// A row made ready once: what each of the three bands rests on and how it is explained.
    private record Limits(
            int variable, String name, String item, Limit guidance, Optional<Limit> referral, List<Outcome> outcomes) {

        static Limits of(Row row, Variables variables) {
            var guidance = Limit.of(row, "guidance").orElseThrow();
            var referral = Limit.of(row, "referral");
            var name = row.text("variable");
            return new Limits(
                    variables.index(name),
                    name,
                    row.text("item"),
                    guidance,
                    referral,
                    outcomes(row, guidance, referral));
        }

        /// Without a doctor-visit value there is no third band.
        private static List<Outcome> outcomes(Row row, Limit guidance, Optional<Limit> referral) {
            var outcomes = new ArrayList<>(List.of(Outcome.of(row, 0, guidance), Outcome.of(row, 1, guidance)));
            referral.ifPresent(limit -> outcomes.add(Outcome.of(row, 2, limit)));
            return List.copyOf(outcomes);
        }

        Band band(Gathered values, Formulas formulas) {
            var number = values.number(variable);
            var band =
                    referral.filter(limit -> limit.reaches(number)).isPresent() ? 2 : guidance.reaches(number) ? 1 : 0;
            var computed = values.computedBy(variable);
            var value = computed.isPresent() ? formulas.shown(name, number).toPlainString() : values.text(variable);
            var outcome = outcomes.get(band);
            var reason = new Reason(
                    band == 0 ? ReasonCode.CONDITION_NOT_MET : ReasonCode.CONDITION_MET,
                    "band",
                    outcome.code(),
                    outcome.basis(),
                    values.itemCode(variable),
                    value,
                    computed.map(outcome::computedBy).orElse(outcome.facts()));
            return new Band(item, values.itemCode(variable), value, band, reason);
        }
    }

    /// One of the bands of a row.
    private record Outcome(String code, Basis basis, Map<String, String> facts) {

        static Outcome of(Row row, int band, Limit used) {
            return new Outcome(
                    Integer.toString(band),
                    basis(row, band),
                    Map.of(
                            "variable", row.text("variable"),
                            "op", used.op(),
                            "cut", used.cut().toPlainString(),
                            "unit", row.text("unit"),
                            "computed", ""));
        }

        Map<String, String> computedBy(Basis formula) {
            var more = new HashMap<>(facts);
            more.put("computed", formula.row());
            return more;
        }

        /// A value below the guidance value rests on that value, one above the doctor-visit value on that one,
        /// one between them on both.
        private static Basis basis(Row row, int band) {
            var whole = row.basis();
            if (band == 1) {
                return whole;
            }
            var word = row.text(band == 2 ? "referral_certainty" : "guidance_certainty");
            return new Basis(whole.table(), whole.row(), Certainty.of(word), whole.source());
        }
    }

    /// One of the two values with its comparison.
    private record Limit(String op, BigDecimal cut) {

        static Optional<Limit> of(Row row, String which) {
            return row.decimal(which + "_value").map(cut -> new Limit(row.text(which + "_op"), cut));
        }

        boolean reaches(BigDecimal number) {
            var order = number.compareTo(cut);
            return switch (op) {
                case "ge" -> order >= 0;
                case "gt" -> order > 0;
                case "le" -> order <= 0;
                case "lt" -> order < 0;
                default -> throw new IllegalArgumentException("band/thresholds: no comparison " + op);
            };
        }
    }
}
