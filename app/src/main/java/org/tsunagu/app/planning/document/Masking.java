package org.tsunagu.app.planning.document;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tsunagu.app.reporting.SmallGroups;
import org.tsunagu.rules.rates.Tally;

/// Hides small numbers before anything is published (少人数の秘匿): fewer people than [SmallGroups] shows. Whole
/// rows are hidden, never one cell of them, until no column lets a hidden cell be told closer than the
/// minimum: what a reader can work out of a hidden cell is between 0 and the sum of what is hidden in its
/// column, and that sum is never below the minimum.
final class Masking {

    /// A rate of 100 % speaks of everybody: such a group has to be so many times larger.
    private static final int TIMES_FOR_ALL = 3;

    private final long minimum;

    private Masking(long minimum) {
        this.minimum = minimum;
    }

    /// Nothing is hidden: for the insurer itself.
    static Masking none() {
        return new Masking(Long.MIN_VALUE);
    }

    /// For the public, and for whoever may not see persons.
    static Masking strict() {
        return new Masking(SmallGroups.least());
    }

    /// Whether a number is too small to be shown; zero is.
    boolean hides(long people) {
        return people < minimum;
    }

    /// Whether a rate is: it gives away its numerator and its denominator, and in a small group a rate of 100 %
    /// everybody.
    boolean hides(Tally rate) {
        return minimum > 0
                && (hides(rate.numerator())
                        || hides(rate.denominator())
                        || (rate.numerator() == rate.denominator() && rate.denominator() < TIMES_FOR_ALL * minimum));
    }

    /// The rows to be hidden in a table whose columns have sums that are shown.
    ///
    /// @param rows numbers of people, each row as long as the others
    /// @param alreadyHidden rows hidden for another reason
    SortedSet<Integer> rows(List<long[]> rows, List<Integer> alreadyHidden) {
        var hidden = new TreeSet<>(alreadyHidden);
        for (var i = 0; i < rows.size(); i++) {
            if (IntStream.range(0, rows.get(i).length).anyMatch(smallIn(rows.get(i)))) {
                hidden.add(i);
            }
        }
        while (!hidden.isEmpty() && hidden.size() < rows.size() && !isSafe(rows, hidden)) {
            hidden.add(IntStream.range(0, rows.size())
                    .filter(i -> !hidden.contains(i))
                    .boxed()
                    .min(Comparator.comparingLong(i -> IntStream.range(0, rows.get(i).length)
                            .mapToLong(column -> rows.get(i)[column])
                            .sum()))
                    .orElseThrow());
        }
        return hidden;
    }

    private IntPredicate smallIn(long[] row) {
        return column -> hides(row[column]);
    }

    private boolean isSafe(List<long[]> rows, SortedSet<Integer> hidden) {
        return hidden.size() > 1
                && IntStream.range(0, rows.getFirst().length)
                        .allMatch(column -> hidden.stream()
                                        .mapToLong(row -> rows.get(row)[column])
                                        .sum()
                                >= minimum);
    }
}
