package org.tsunagu.rules.value;

import java.math.BigDecimal;
import java.util.Optional;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;

/// Values computed where the document has none (計算値): eGFR from creatinine, LDL by Friedewald's formula when
/// fasting and triglyceride is not too high, else non-HDL in its place.
public final class Derivations {

    private final Formulas formulas;
    private final Optional<Friedewald> friedewald;
    private final String calculatedItem;
    private final int creatinine;
    private final int egfr;
    private final int total;
    private final int hdl;
    private final int ldl;
    private final int nonHdl;
    private final int anyTriglyceride;
    private final int drawTime;

    /// The computations in force with these formulas.
    public Derivations(VariableTable dictionary, Formulas formulas) {
        var variables = dictionary.variables();
        this.formulas = formulas;
        this.friedewald = formulas.row("ldl").map(row -> Friedewald.of(row, variables));
        this.calculatedItem = dictionary.row("ldl").text("calculated_item");
        this.creatinine = variables.index("creatinine");
        this.egfr = variables.index("egfr");
        this.total = variables.index("total_cholesterol");
        this.hdl = variables.index("hdl");
        this.ldl = variables.index("ldl");
        this.nonHdl = variables.index("non_hdl");
        this.anyTriglyceride = variables.index("tg_any");
        this.drawTime = variables.index("blood_draw");
    }

    /// Adds what can be computed.
    ///
    /// @param age completed years on the day of the examination
    public void add(Gathered gathered, Sex sex, int age) {
        if (!gathered.knows(egfr)
                && gathered.knows(creatinine)
                && gathered.number(creatinine).signum() > 0) {
            formulas.egfr(gathered.number(creatinine), age, sex).ifPresent(rate -> gathered.compute(egfr, rate));
        }
        friedewald.ifPresent(rule -> addLdl(gathered, rule));
        var canSubtract = gathered.knows(total) && gathered.knows(hdl);
        if (canSubtract && !gathered.knows(nonHdl) && !gathered.knows(ldl)) {
            formulas.row("non_hdl")
                    .ifPresent(row -> gathered.compute(
                            nonHdl, Formulas.difference(row, gathered.number(total), gathered.number(hdl))));
        }
    }

    private void addLdl(Gathered gathered, Friedewald rule) {
        if (gathered.knows(ldl)) {
            if (gathered.itemCode(ldl).equals(calculatedItem) && isUseless(gathered, rule)) {
                gathered.forget(ldl);
            }
            return;
        }
        if (gathered.knows(total) && gathered.knows(hdl) && isUsable(gathered, rule)) {
            var result = Formulas.ldl(
                    rule.row(), gathered.number(total), gathered.number(hdl), gathered.number(rule.triglyceride()));
            gathered.compute(ldl, result);
        }
    }

    /// Fasting by the code of the item, or by the time of the blood draw where one item serves for both.
    private boolean isUsable(Gathered gathered, Friedewald rule) {
        var isTimed = gathered.knows(drawTime) && gathered.number(drawTime).compareTo(rule.fastingTime()) == 0;
        return gathered.knows(rule.triglyceride())
                && gathered.number(rule.triglyceride()).compareTo(rule.limit()) < 0
                && (isTimed || !rule.timeNeeded());
    }

    /// A calculated LDL after a meal or with high triglyceride says nothing.
    private boolean isUseless(Gathered gathered, Friedewald rule) {
        var tooHigh = gathered.knows(anyTriglyceride)
                && gathered.number(anyTriglyceride).compareTo(rule.limit()) >= 0;
        var afterMeal = gathered.knows(drawTime) && gathered.number(drawTime).compareTo(rule.fastingTime()) != 0;
        return tooHigh || afterMeal;
    }

    private record Friedewald(Row row, int triglyceride, BigDecimal limit, BigDecimal fastingTime, boolean timeNeeded) {

        static Friedewald of(Row row, Variables variables) {
            return new Friedewald(
                    row,
                    variables.index(row.text("variable")),
                    new BigDecimal(row.text("limit")),
                    new BigDecimal(row.text("fasting_draw_time")),
                    row.text("time_needed").equals("1"));
        }
    }
}
