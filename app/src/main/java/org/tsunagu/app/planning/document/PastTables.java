package org.tsunagu.app.planning.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tsunagu.app.planning.document.PlanFigures.BySex;
import org.tsunagu.app.planning.document.PlanFigures.RateLine;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.letters.report.Block;
import org.tsunagu.rules.plan.PlanRules;
import org.tsunagu.rules.rates.Tally;

/// Sets what is known of the members as tables (現状の表): population by sex and age, rates of the years before.
final class PastTables {

    private static final PlanRules RULES = PlanRules.shipped();

    private final PlanFigures figures;
    private final Masking masking;

    PastTables(PlanFigures figures, Masking masking) {
        this.figures = figures;
        this.masking = masking;
    }

    /// Which rows of the population are hidden (秘匿する年齢層).
    SortedSet<Integer> hiddenAges() {
        return masking.rows(
                figures.population().stream()
                        .map(line -> new long[] {line.male(), line.female()})
                        .toList(),
                List.of());
    }

    /// Whether the sums by sex are hidden: one alone would give the other away.
    boolean hidesSexes() {
        return masking.hides(men()) || masking.hides(women());
    }

    long men() {
        return figures.population().stream().mapToLong(BySex::male).sum();
    }

    long women() {
        return figures.population().stream().mapToLong(BySex::female).sum();
    }

    List<Block> population() {
        var hidden = hiddenAges();
        var rows = new ArrayList<Block.Row>();
        for (var i = 0; i < figures.population().size(); i++) {
            var line = figures.population().get(i);
            var name = Words.word("population.band", "from", line.from(), "to", line.to());
            rows.add(new Block.Row(
                    hidden.contains(i)
                            ? List.of(name, hidden(), hidden())
                            : List.of(name, Words.number(line.male()), Words.number(line.female())),
                    false));
        }
        rows.add(new Block.Row(
                hidesSexes()
                        ? List.of(Words.word("sum"), hidden(), hidden())
                        : List.of(Words.word("sum"), Words.number(men()), Words.number(women())),
                true));
        var all = men() + women();
        rows.add(new Block.Row(
                List.of(Words.word("both"), masking.hides(all) ? hidden() : Words.number(all), ""), true));
        var headings = List.of(Words.word("population.ages"), Words.word("sex.MALE"), Words.word("sex.FEMALE"));
        return noted(new Block.Table(Words.word("population.caption"), headings, rows, true), rows);
    }

    /// @param what `checkup` or `guidance`
    List<Block> rates(String what, SortedMap<FiscalYear, List<RateLine>> years) {
        if (years.isEmpty()) {
            return List.of(new Block.Note(Words.word("none.rates")));
        }
        var headings = new ArrayList<>(List.of(Words.word("rates.ages")));
        for (var year : years.keySet()) {
            for (var column : List.of("sex.MALE", "sex.FEMALE", "both")) {
                headings.add(Words.word("rates.column", "year", year.year(), "sex", Words.word(column)));
            }
        }
        var rows = new ArrayList<Block.Row>();
        var first = years.firstEntry().getValue();
        for (var i = 0; i < first.size(); i++) {
            var cells = new ArrayList<>(List.of(name(first.get(i))));
            for (var lines : years.values()) {
                cells.addAll(cells(lines, i));
            }
            rows.add(new Block.Row(cells, i == first.size() - 1));
        }
        return noted(new Block.Table(Words.word(what + ".caption"), headings, rows, true), rows);
    }

    private static String name(RateLine line) {
        if (line.ages().isEmpty()) {
            return Words.word("total");
        }
        var ends = line.ages().split("-", -1);
        return Words.word("rates.band", "from", ends[0], "to", ends[1]);
    }

    private List<String> cells(List<RateLine> lines, int index) {
        var line = lines.get(index);
        var isSum = index == lines.size() - 1;
        if (isSum ? isSmall(line) : hiddenRates(lines).contains(index)) {
            return List.of(hidden(), hidden(), isSum && !masking.hides(line.all()) ? percent(line.all()) : hidden());
        }
        return List.of(percent(line.male()), percent(line.female()), percent(line.all()));
    }

    private boolean isSmall(RateLine line) {
        return masking.hides(line.male()) || masking.hides(line.female());
    }

    private SortedSet<Integer> hiddenRates(List<RateLine> lines) {
        var parts = lines.subList(0, lines.size() - 1);
        var small = IntStream.range(0, parts.size())
                .filter(i -> isSmall(parts.get(i)))
                .boxed()
                .toList();
        return small.isEmpty()
                ? new TreeSet<>(Comparator.<Integer>naturalOrder())
                : masking.rows(parts.stream().map(PastTables::counts).toList(), small);
    }

    private static long[] counts(RateLine line) {
        return new long[] {
            line.male().numerator(),
            line.male().denominator(),
            line.female().numerator(),
            line.female().denominator()
        };
    }

    private static String percent(Tally tally) {
        return RULES.attained(tally.numerator(), tally.denominator())
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> Words.word("unknown"));
    }

    private static String hidden() {
        return Words.word("hidden");
    }

    private static List<Block> noted(Block.Table table, List<Block.Row> rows) {
        return rows.stream().anyMatch(row -> row.cells().contains(hidden()))
                ? List.of(table, new Block.Note(Words.word("hidden.note")))
                : List.of(table);
    }
}
