package org.tsunagu.measures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.codes.table.Row;

/// A figure that is counted over many people (指標), a row of `catalogue.tsv`.
///
/// Its SQL gives additive whole numbers: `part` and `whole` for each stratum. The value is `part · factor / whole`, of
/// a count `part · factor / base`, rounded half-up to the digits of the catalogue.
public record Measure(Row row) {

    /// Strata every measure can be shown by, in this order.
    public static final List<String> STRATA =
            List.of("insurer", "fiscal_year", "sex", "age_band", "member_type", "employer", "area");

    /// Short name, for example `CHECKUP-RATE`; also the argument of `./tsunagu count`.
    public String key() {
        return row.key();
    }

    /// The SQL, the same on every engine.
    public String sql() {
        return Measures.text(row.text("file") + ".sql");
    }

    /// Name in a language.
    public String title(Locale language) {
        return row.text("title_" + suffix(language));
    }

    /// Numerator and denominator in words.
    public String definition(Locale language) {
        return row.text("definition_" + suffix(language));
    }

    private static String suffix(Locale language) {
        return language.getLanguage().equals("en") ? "en" : "ja";
    }

    /// Unit of the value; empty for numbers of people and for values with units of their own.
    public String unit() {
        return row.text("unit");
    }

    /// The unit in a language.
    public String unit(Locale language) {
        return suffix(language).equals("en") ? row.text("unit_en") : unit();
    }

    /// The table of the mart without which there is nothing to count.
    public String table() {
        return row.text("counts");
    }

    /// The folder it lies in, for example `lifestyle`: measures of one subject.
    public String topic() {
        return row.text("file").replaceFirst("/.*", "");
    }

    /// The column by which this measure is always split, for example `lifestyle14`.
    public Optional<String> dimension() {
        return Optional.of(row.text("dimension")).filter(name -> !name.isEmpty());
    }

    /// Whether all values of the dimension share one denominator: its rows come with an empty dimension.
    public boolean sharesWhole() {
        return row.text("dimension_whole").equals("shared");
    }

    /// Whether this is a number and no ratio.
    public boolean isCount() {
        return row.text("kind").equals("count");
    }

    /// Strata it is shown by when nobody asks otherwise.
    public List<String> shownBy() {
        return List.of(row.text("shown_by").split(","));
    }

    /// Cells with fewer people than this do not leave the insurer (最小セル).
    public int smallestCell() {
        return row.integer("smallest_cell");
    }

    /// The value as shown; absent when there is nobody to divide by.
    ///
    /// @param part numerator as counted, `whole` denominator as counted
    public Optional<BigDecimal> value(BigDecimal part, BigDecimal whole) {
        var divisor = isCount() ? new BigDecimal(row.text("base")) : whole;
        if (divisor.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(part.multiply(new BigDecimal(row.text("factor")))
                .divide(divisor, row.integer("digits"), RoundingMode.HALF_UP));
    }
}
