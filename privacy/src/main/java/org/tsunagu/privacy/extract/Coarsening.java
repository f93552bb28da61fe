package org.tsunagu.privacy.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// How a value is made coarser (一般化), `coarsenings.tsv`: a ladder from fine to coarse for each kind of column. The last
/// rung is always nothing at all.
public record Coarsening(Row row) {

    private static final String NOTHING = "";
    private static final int MONTH = 7;
    private static final int YEAR = 4;

    private static final Table TABLE =
            Table.read("extract/coarsenings", Coarsening.class.getResourceAsStream("coarsenings.tsv"));

    /// The ladder of a kind, from fine to coarse.
    ///
    /// @throws IllegalArgumentException if the table has no such kind
    public static List<Coarsening> ladder(String kind) {
        var ladder = TABLE.rows().stream()
                .filter(row -> row.text("kind").equals(kind))
                .map(Coarsening::new)
                .toList();
        if (ladder.isEmpty()) {
            throw new IllegalArgumentException("no ladder %s in coarsenings.tsv".formatted(kind));
        }
        return ladder;
    }

    /// The name in a language.
    public String name(boolean isJapanese) {
        return row.text(isJapanese ? "name_ja" : "name_en");
    }

    /// The coarse value; nothing for what cannot be read.
    public String of(String value) {
        return switch (row.text("form")) {
            case "AS_IS" -> value;
            case "BAND" -> band(value);
            case "PREFIX" -> value.length() < number("width") ? NOTHING : value.substring(0, number("width"));
            case "MONTH" -> value.length() < MONTH ? NOTHING : value.substring(0, MONTH);
            case "YEAR" -> value.length() < YEAR ? NOTHING : value.substring(0, YEAR);
            case "ROUND" -> rounded(value);
            case "CUTS" -> cut(value);
            default -> NOTHING;
        };
    }

    /// A band of numbers: those below and above the outermost ones are one band each, so that nobody stands out.
    private String band(String value) {
        var number = Optional.ofNullable(Decimals.parse(value));
        if (number.isEmpty()) {
            return NOTHING;
        }
        var low = number("low");
        var high = number("high");
        var whole = number.get().intValue();
        if (whole < low) {
            return "-" + (low - 1);
        }
        if (whole >= high) {
            return high + "-";
        }
        var from = low + (whole - low) / number("width") * number("width");
        return from + "-" + Math.min(high - 1, from + number("width") - 1);
    }

    /// The band between two of the cuts, which say where the next one begins: what is told of a value is no more than
    /// on
    /// which side of a level it lies.
    private String cut(String value) {
        var number = Decimals.parse(value);
        if (number == null) {
            return NOTHING;
        }
        var below = "";
        for (var cut : List.of(row.text("cuts").split(",", -1))) {
            if (number.compareTo(new BigDecimal(cut)) < 0) {
                return below.isEmpty() ? "<" + cut : below + "-<" + cut;
            }
            below = cut;
        }
        return ">=" + below;
    }

    private String rounded(String value) {
        var number = Decimals.parse(value);
        if (number == null) {
            return NOTHING;
        }
        var step = new BigDecimal(row.text("width"));
        var bounded = number.max(new BigDecimal(row.text("low"))).min(new BigDecimal(row.text("high")));
        return bounded.divide(step, 0, RoundingMode.HALF_UP).multiply(step).toPlainString();
    }

    private int number(String column) {
        return row.integer(column);
    }
}
