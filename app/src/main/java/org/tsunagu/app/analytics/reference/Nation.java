package org.tsunagu.app.analytics.reference;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The examined people of the nation with a finding, by sex and age (全国の該当者数): `national-counts.tsv`,
/// made of NDB Open Data, whose small cells are masked.
///
/// @param measure whose finding
/// @param row the row that says how sure it is and where it comes from
public record Nation(String measure, Map<String, List<Long>> parts, Map<String, List<Long>> wholes, Row row) {

    private static final Row SHIPPED = Table.read(
                    "reference/editions", Nation.class.getResourceAsStream("editions.tsv"))
            .rows()
            .getFirst();

    /// Edition of the data, as it must be named wherever they are shown.
    public static final String EDITION = SHIPPED.text("edition");

    /// Fiscal year of the checkups.
    public static final int YEAR = SHIPPED.integer("fiscal_year");

    private static final List<String> AGES = List.of("a40", "a45", "a50", "a55", "a60", "a65", "a70");
    private static final Map<String, Nation> ALL = read();

    /// The nation for a measure; empty where nothing comparable was published.
    public static Optional<Nation> of(String measure) {
        return Optional.ofNullable(ALL.get(measure));
    }

    /// The rate of a sex in an age band, the youngest first.
    public double rate(String sex, int band) {
        return (double) parts.getOrDefault(sex, List.of()).get(band)
                / (double) wholes.getOrDefault(sex, List.of()).get(band);
    }

    /// All with the finding.
    public long part() {
        return sum(parts);
    }

    /// Everybody.
    public long whole() {
        return sum(wholes);
    }

    private static long sum(Map<String, List<Long>> numbers) {
        return numbers.values().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Map<String, Nation> read() {
        var all = new HashMap<String, Nation>();
        var table = Table.read("reference/national-counts", Nation.class.getResourceAsStream("national-counts.tsv"));
        for (var row : table.rows()) {
            var nation = all.computeIfAbsent(
                    row.text("measure"), key -> new Nation(key, new HashMap<>(), new HashMap<>(), row));
            (row.text("number").equals("PART") ? nation.parts : nation.wholes)
                    .put(
                            row.text("sex"),
                            numbers(row).map(BigDecimal::longValueExact).toList());
        }
        return Map.copyOf(all);
    }

    static java.util.stream.Stream<BigDecimal> numbers(Row row) {
        return IntStream.range(0, AGES.size())
                .mapToObj(i -> row.decimal(AGES.get(i)).orElseThrow());
    }
}
