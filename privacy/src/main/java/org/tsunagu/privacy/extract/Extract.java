package org.tsunagu.privacy.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tsunagu.privacy.extract.Column.Role;

/// A file without people in it (匿名化した抽出): values coarse, classes of at least `k` people alike. Columns that others may
/// know are coarsened rung by rung, the one first that saves the most people, until few enough are alone; who is still
/// in a
/// class below `k` is left out.
///
/// @param rungs for each column, how coarse it has become
/// @param rows what may leave the house
/// @param suppressed how many rows were left out
/// @param before risk of the rows as coarse as they are at the finest, nobody left out
/// @param after risk of what may leave the house
public record Extract(
        List<Column> columns,
        List<Coarsening> rungs,
        List<List<String>> rows,
        int suppressed,
        RiskReport before,
        RiskReport after) {

    /// The smallest class that may be asked for.
    public static final int LEAST = 3;

    /// What is asked for (抽出の条件).
    ///
    /// @param k smallest class of people who are alike
    /// @param mostSuppressed share of rows that may be left out before columns become coarser
    public record Demand(int k, double mostSuppressed) {

        /// Refuses what protects nobody.
        ///
        /// @throws IllegalArgumentException for a class that protects nobody
        public Demand {
            if (k < LEAST || mostSuppressed < 0 || mostSuppressed > 1) {
                throw new IllegalArgumentException("k from %d, a share from 0 to 1".formatted(LEAST));
            }
        }
    }

    /// Makes an extract of raw rows.
    ///
    /// @param rows cells in the order of the columns, as exact as they are
    public static Extract of(List<Column> columns, List<List<String>> rows, Demand demand) {
        var work = new Work(columns, rows, demand.k());
        var before = Risk.of(columns, work.coarse(), demand.k());
        while (work.alone() > demand.mostSuppressed() * rows.size() && work.coarsen()) {
            // Rung by rung.
        }
        var kept = work.kept();
        return new Extract(
                columns, work.rungs(), kept, rows.size() - kept.size(), before, Risk.of(columns, kept, demand.k()));
    }

    /// The ladders while they are climbed (一般化の途中).
    private static final class Work {

        private final List<Column> columns;
        private final List<List<String>> rows;
        private final int k;
        private final int[] rung;

        Work(List<Column> columns, List<List<String>> rows, int k) {
            this.columns = columns;
            this.rows = rows;
            this.k = k;
            this.rung = new int[columns.size()];
        }

        List<Coarsening> rungs() {
            var rungs = new ArrayList<Coarsening>();
            for (var i = 0; i < rung.length; i++) {
                rungs.add(Coarsening.ladder(columns.get(i).ladder()).get(rung[i]));
            }
            return rungs;
        }

        List<List<String>> coarse() {
            return coarse(rungs());
        }

        private List<List<String>> coarse(List<Coarsening> rungs) {
            var coarse = new ArrayList<List<String>>(rows.size());
            for (var row : rows) {
                var cells = new ArrayList<String>(row.size());
                for (var i = 0; i < row.size(); i++) {
                    cells.add(
                            columns.get(i).role() == Role.ID
                                    ? row.get(i)
                                    : rungs.get(i).of(row.get(i)));
                }
                coarse.add(cells);
            }
            return coarse;
        }

        long alone() {
            return alone(coarse());
        }

        private long alone(List<List<String>> coarse) {
            return Risk.classes(columns, coarse).values().stream()
                    .filter(size -> size < k)
                    .mapToInt(Integer::intValue)
                    .sum();
        }

        /// Takes the step that leaves the fewest people alone.
        ///
        /// @return whether there was a step to take
        boolean coarsen() {
            var best = -1;
            var fewest = Long.MAX_VALUE;
            for (var i = 0; i < rung.length; i++) {
                var isOpen = columns.get(i).role() == Role.QUASI
                        && rung[i] + 1
                                < Coarsening.ladder(columns.get(i).ladder()).size();
                if (isOpen) {
                    rung[i]++;
                    var left = alone();
                    rung[i]--;
                    if (left < fewest) {
                        fewest = left;
                        best = i;
                    }
                }
            }
            if (best < 0) {
                return false;
            }
            rung[best]++;
            return true;
        }

        /// The rows of classes that are large enough, in an order that says nothing.
        List<List<String>> kept() {
            var coarse = coarse();
            var classes = Risk.classes(columns, coarse);
            var kept = new ArrayList<List<String>>();
            for (var row : coarse) {
                if (classes.getOrDefault(Risk.key(columns, row), 0) >= k) {
                    kept.add(List.copyOf(row));
                }
            }
            kept.sort((a, b) -> Arrays.compare(a.toArray(String[]::new), b.toArray(String[]::new)));
            return kept;
        }
    }
}
