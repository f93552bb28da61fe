package org.tsunagu.rules.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The formulas in force on a day (計算式), `formulas.tsv`: how they are built is here, every number in the table.
public final class Formulas {

    private final List<Row> rows;

    private Formulas(List<Row> rows) {
        this.rows = rows;
    }

    /// The table with corrections.
    public static Table table(List<Correction> corrections) {
        return Table.read("value/formulas", Formulas.class.getResourceAsStream("formulas.tsv"))
                .with(corrections);
    }

    /// The formulas in force on a day.
    public static Formulas on(Table table, LocalDate day) {
        return new Formulas(table.on(day));
    }

    /// A computed value and the row that says how (計算結果); rules look at the number, people at its rounded form.
    ///
    /// @param decimals digits after the point that are shown
    public record Result(BigDecimal number, int decimals, Basis basis) {

        /// The number as it is shown, rounded half up.
        public String shown() {
            return number.setScale(Math.min(decimals, Math.max(0, number.scale())), RoundingMode.HALF_UP)
                    .toPlainString();
        }
    }

    /// The row of a formula; empty when it is not in force.
    public Optional<Row> row(String formula) {
        return rows.stream().filter(row -> row.text("formula").equals(formula)).findFirst();
    }

    /// Body mass index, kg/m², rounded half up.
    ///
    /// @param height cm, above 0
    /// @param weight kg
    public Optional<Result> bmi(BigDecimal height, BigDecimal weight) {
        return row("bmi").map(row -> {
            var scaled = weight.multiply(new BigDecimal(row.text("multiplier")));
            return new Result(
                    scaled.divide(height.multiply(height), decimals(row), RoundingMode.HALF_UP),
                    decimals(row),
                    row.basis());
        });
    }

    /// Estimated filtration rate, mL/min/1.73m², not rounded; empty below the age the equation was made for.
    ///
    /// @param creatinine mg/dL, above 0
    /// @param age completed years on the day of the examination
    public Optional<Result> egfr(BigDecimal creatinine, int age, Sex sex) {
        return rows.stream()
                .filter(row ->
                        row.text("formula").equals("egfr") && row.text("sex").equals(sex.code()))
                .filter(row -> age >= row.integer("minimum"))
                .findFirst()
                .map(row -> {
                    var rate = number(row, "multiplier")
                            * Math.pow(creatinine.doubleValue(), number(row, "creatinine_exponent"))
                            * Math.pow(age, number(row, "age_exponent"))
                            * row.decimal("factor").map(BigDecimal::doubleValue).orElse(1.0);
                    return new Result(new BigDecimal(rate), decimals(row), row.basis());
                });
    }

    /// A value of a formula as it is shown.
    public BigDecimal shown(String formula, BigDecimal value) {
        return row(formula)
                .map(row -> value.setScale(decimals(row), RoundingMode.HALF_UP))
                .orElse(value);
    }

    /// LDL cholesterol from total cholesterol, HDL and triglyceride, mg/dL, rounded half up.
    static Result ldl(Row row, BigDecimal total, BigDecimal hdl, BigDecimal triglyceride) {
        var divisor = new BigDecimal(row.text("divisor"));
        var whole = total.subtract(hdl).multiply(divisor).subtract(triglyceride);
        return new Result(whole.divide(divisor, decimals(row), RoundingMode.HALF_UP), decimals(row), row.basis());
    }

    /// What is left of a number, for example total cholesterol without HDL.
    static Result difference(Row row, BigDecimal whole, BigDecimal part) {
        return new Result(whole.subtract(part), decimals(row), row.basis());
    }

    private static int decimals(Row row) {
        return row.integer("decimals");
    }

    private static double number(Row row, String column) {
        return Double.parseDouble(row.text(column));
    }
}
