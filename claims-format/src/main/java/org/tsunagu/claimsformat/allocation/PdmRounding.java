package org.tsunagu.claimsformat.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// How the proportional distribution rounds between its steps (比例配分の丸め), a named set of
/// `pdm-rounding.tsv`.
///
/// @param mostDiseases the largest number of diseases of a claim that counts
public record PdmRounding(String name, Step w, Step m, Step n, Step d, Step weight, int mostDiseases) {

    /// The rounding of the public implementation.
    public static final String REFERENCE = "reference";
    /// As good as none: nine decimals.
    public static final String NONE = "none";

    /// One rounding (丸め).
    public record Step(int decimals, RoundingMode mode) {

        /// The mean of whole multiples of 10 to the minus `of`, as whole multiples of this step.
        long mean(BigInteger sum, int of, long count) {
            return new BigDecimal(sum, of)
                    .divide(BigDecimal.valueOf(count), decimals, mode)
                    .unscaledValue()
                    .longValueExact();
        }

        /// A number as a whole multiple of this step, cut off at the largest long.
        long units(double number) {
            var scaled = number * factor();
            return (long) (mode == RoundingMode.CEILING ? Math.ceil(scaled) : Math.floor(scaled + 0.5));
        }

        double factor() {
            return StrictMath.pow(10, decimals);
        }
    }

    /// Reads a set.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public static PdmRounding of(String name, List<Correction> corrections) {
        var rows = Table.read("allocation/pdm-rounding", PdmRounding.class.getResourceAsStream("pdm-rounding.tsv"))
                .with(corrections)
                .rows()
                .stream()
                .filter(row -> row.text("rounding").equals(name))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rounding %s; there are reference and none".formatted(name));
        }
        return new PdmRounding(
                name,
                step(rows, "w"),
                step(rows, "m"),
                step(rows, "n"),
                step(rows, "d"),
                step(rows, "weight"),
                row(rows, "most_diseases").integer("value"));
    }

    private static Step step(List<Row> rows, String quantity) {
        var row = row(rows, quantity);
        return new Step(row.integer("value"), RoundingMode.valueOf(row.text("mode")));
    }

    private static Row row(List<Row> rows, String quantity) {
        return rows.stream()
                .filter(row -> row.text("quantity").equals(quantity))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("pdm-rounding.tsv has no " + quantity));
    }
}
