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

    /// A computed value and the row that says how (計算結果).
    public record Result(BigDecimal number, Basis basis) {}

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
            return new Result(scaled.divide(height.multiply(height), decimals(row), RoundingMode.HALF_UP), row.basis());
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
                    return new Result(new BigDecimal(rate), row.basis());
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
        return new Result(whole.divide(divisor, decimals(row), RoundingMode.HALF_UP), row.basis());
    }

    private static int decimals(Row row) {
        return row.integer("decimals");
    }

    private static double number(Row row, String column) {
        return Double.parseDouble(row.text(column));
    }
}
