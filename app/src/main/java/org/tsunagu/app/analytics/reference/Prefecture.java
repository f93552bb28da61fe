package org.tsunagu.app.analytics.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.statistics.ratio.StandardisedRatio.Exposure;

/// A prefecture with its place on a map of tiles (都道府県): `prefectures.tsv`.
public record Prefecture(Row row) {

    private static final List<Prefecture> ALL =
            Table.read("reference/prefectures", Prefecture.class.getResourceAsStream("prefectures.tsv")).rows().stream()
                    .map(Prefecture::new)
                    .toList();
    private static final Map<String, List<Row>> COUNTS = counts();
    private static final int FROM = 2;
    private static final int TO = 4;

    /// All 47, in the order of their codes.
    public static List<Prefecture> all() {
        return ALL;
    }

    /// Where an insurer is, by the third and fourth digit of its number of eight (保険者番号の都道府県番号).
    public static Optional<Prefecture> ofInsurer(String number) {
        return number.length() < TO
                ? Optional.empty()
                : ALL.stream()
                        .filter(one -> one.code().equals(number.substring(FROM, TO)))
                        .findFirst();
    }

    /// Two digits.
    public String code() {
        return row.key();
    }

    /// Its name in a language.
    public String name(Locale language) {
        return row.text(language.getLanguage().equals("en") ? "name_en" : "name_ja");
    }

    /// Column of its tile, from the left.
    public int column() {
        return row.integer("column");
    }

    /// Row of its tile, from above.
    public int line() {
        return row.integer("line");
    }

    /// The examined people of a prefecture (都道府県の該当者数).
    ///
    /// @param observed with the finding, of all ages; row totals, which include masked cells
    /// @param persons by sex, then by age; masked cells shared out by the nation's ages
    public record Counted(long observed, Map<String, List<Double>> persons) {

        /// Everybody.
        public double whole() {
            return persons.values().stream()
                    .flatMap(List::stream)
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }

        /// Everybody with the rate of the nation for their sex and age.
        public List<Exposure> exposures(Nation nation) {
            var exposures = new ArrayList<Exposure>();
            persons.forEach((sex, ages) -> {
                for (var band = 0; band < ages.size(); band++) {
                    exposures.add(new Exposure(ages.get(band), nation.rate(sex, band)));
                }
            });
            return exposures;
        }
    }

    /// Its people for a measure; empty where nothing comparable was published.
    public Optional<Counted> counted(String measure) {
        var rows = COUNTS.getOrDefault(measure + "/" + code(), List.of());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var persons = new HashMap<String, List<Double>>();
        rows.forEach(one -> persons.put(
                one.text("sex"),
                Nation.numbers(one).map(BigDecimal::doubleValue).toList()));
        return Optional.of(new Counted(
                rows.stream()
                        .mapToLong(one -> one.decimal("observed").orElseThrow().longValueExact())
                        .sum(),
                persons));
    }

    private static Map<String, List<Row>> counts() {
        var counts = new HashMap<String, List<Row>>();
        var resource = Prefecture.class.getResourceAsStream("prefecture-counts.tsv");
        for (var row : Table.read("reference/prefecture-counts", resource).rows()) {
            counts.computeIfAbsent(row.text("measure") + "/" + row.text("prefecture"), key -> new ArrayList<>())
                    .add(row);
        }
        return counts;
    }
}
