package org.tsunagu.app.analytics.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.privacy.masking.Counts;
import org.tsunagu.privacy.masking.Dimension;
import org.tsunagu.privacy.masking.Masked;
import org.tsunagu.privacy.masking.Masking;
import org.tsunagu.privacy.masking.MaskingPolicies;
import org.tsunagu.privacy.masking.MaskingPolicy;

/// What of the figures of a table may be shown (図表の秘匿): small cells and those that would give them away
/// are hidden, and an audit has found no way to work them out.
final class Veil {

    private static final MaskingPolicy STRICT = MaskingPolicies.read(List.of()).policy("TSUNAGU_STRICT");
    private static final String ONE = "ALL";

    private final Map<List<String>, Boolean> parts = new HashMap<>();
    private final Map<List<String>, Boolean> wholes = new HashMap<>();
    private final Optional<Masked.Report> report;
    private final boolean hidesAll;
    private boolean hidesTotal;

    private Veil(Optional<Masked.Report> report, boolean hidesAll) {
        this.report = report;
        this.hidesAll = hidesAll;
    }

    /// Nothing is hidden: for those who may see persons.
    static Veil none() {
        return new Veil(Optional.empty(), false);
    }

    /// The veil over a table of one or two directions, whose sums are shown elsewhere.
    static Veil over(Question question, List<Figure> rows) {
        return over(question, rows, Map.of());
    }

    /// The same where figures do not say how many people stand behind them.
    ///
    /// @param persons how many, by strata; empty when the figures say it
    static Veil over(Question question, List<Figure> rows, Map<List<String>, Long> persons) {
        return question.isStrict() ? strict(question.measure(), rows, persons) : none();
    }

    static Veil strict(Measure measure, List<Figure> rows, Map<List<String>, Long> persons) {
        var policy = policy(measure);
        if (rows.isEmpty()) {
            return none();
        }
        var isShare = Kind.of(measure) == Kind.PERSONS;
        ToLongFunction<Figure> people = persons.isEmpty()
                ? figure -> Kind.people(measure, figure)
                : figure -> persons.getOrDefault(figure.strata(), 0L);
        // Means of different tests do not add up; of one thing they do, by people and by values.
        var table = new Places(
                rows, Kind.of(measure) != Kind.MEANS || measure.dimension().isEmpty());
        var counts = Counts.of(table.rows, table.columns, table.numbers(rows, isShare ? Veil::part : people));
        var isTooSmall =
                measure.sharesWhole() && rows.stream().mapToLong(people).max().orElse(0) < policy.minimum();
        var masked = Masking.mask(
                isShare && !measure.sharesWhole() ? counts.outOf(table.numbers(rows, people)) : counts, policy);
        if (!masked.isSafe()) {
            throw new IllegalStateException("a table of %s cannot be masked".formatted(measure.key()));
        }
        var veil = new Veil(Optional.of(masked.report()), isTooSmall);
        for (var row : rows) {
            var isPartHidden = masked.part(table.row(row), table.column(row)).isEmpty();
            veil.parts.put(row.strata(), isPartHidden);
            veil.wholes.put(
                    row.strata(),
                    masked.counts().hasWhole()
                            ? masked.whole(table.row(row), table.column(row)).isEmpty()
                            : !isShare && isPartHidden);
        }
        veil.hidesTotal = table.hidesTotal(masked);
        return veil;
    }

    /// Whether the sum of the table would give a hidden row away.
    boolean hidesTotal() {
        return hidesAll || hidesTotal;
    }

    /// A measure may want larger cells than the policy.
    private static MaskingPolicy policy(Measure measure) {
        return new MaskingPolicy(
                STRICT.id(),
                Math.max(STRICT.minimum(), measure.smallestCell()),
                STRICT.showsZero(),
                STRICT.mode(),
                STRICT.basis());
    }

    private static long part(Figure figure) {
        return figure.part().longValue();
    }

    boolean hidesPart(Figure figure) {
        return hidesAll || parts.getOrDefault(figure.strata(), false);
    }

    boolean hidesWhole(Figure figure) {
        return hidesAll || wholes.getOrDefault(figure.strata(), false);
    }

    /// A share is hidden with its numerator or its denominator.
    boolean hides(Figure figure) {
        return hidesPart(figure) || hidesWhole(figure);
    }

    /// What was hidden why; empty when nothing had to be.
    Optional<Masked.Report> report() {
        return report;
    }

    /// The last stratum down, the one before it across.
    private static final class Places {

        private final Dimension rows;
        private final Dimension columns;
        private final boolean isSummed;

        private Places(List<Figure> figures, boolean isSummed) {
            this.isSummed = isSummed;
            rows = direction("rows", figures.stream().map(this::row).distinct().toList(), isSummed);
            var names = figures.stream().map(this::column).distinct().toList();
            columns = direction("columns", names, isSummed && names.size() > 1);
        }

        private static Dimension direction(String name, List<String> labels, boolean isSummed) {
            return isSummed ? Dimension.summed(name, labels) : Dimension.separate(name, labels);
        }

        private boolean hidesTotal(Masked masked) {
            var across = columns.labels().size() == 1 ? columns.labels().getFirst() : Dimension.TOTAL;
            return isSummed
                    && (masked.part(Dimension.TOTAL, across).isEmpty()
                            || (masked.counts().hasWhole()
                                    && masked.whole(Dimension.TOTAL, across).isEmpty()));
        }

        /// With a sign before it, no value is the word for the sum.
        private String row(Figure figure) {
            return figure.strata().isEmpty() ? ONE : "=" + figure.strata().getLast();
        }

        private String column(Figure figure) {
            return figure.strata().size() < 2 ? ONE : "=" + figure.strata().getFirst();
        }

        private long[][] numbers(List<Figure> figures, ToLongFunction<Figure> number) {
            var numbers = new long[rows.labels().size()][columns.labels().size()];
            var down = new ArrayList<>(rows.labels());
            var across = new ArrayList<>(columns.labels());
            for (var figure : figures) {
                numbers[down.indexOf(row(figure))][across.indexOf(column(figure))] += number.applyAsLong(figure);
            }
            return numbers;
        }
    }
}
