package org.tsunagu.synthetic.realism;

import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.synthetic.checkups.Band;

/// Counts of people by table, class and category (度数). Adding up tallies in any order gives the same counts.
final class Tally {
    private static final int MOST_CATEGORIES = 20;
    private static final int BANDS = 2 * Band.AGES;

    private final Map<String, long[][]> counts = new TreeMap<>();

    void count(String table, Band band, int category) {
        cells(table)[band.index()][category]++;
    }

    long get(String table, Band band, int category) {
        return cells(table)[band.index()][category];
    }

    long people(String table, Band band) {
        var sum = 0L;
        for (var n : cells(table)[band.index()]) {
            sum += n;
        }
        return sum;
    }

    void add(Tally other) {
        other.counts.forEach((table, cells) -> {
            var mine = cells(table);
            for (var band = 0; band < BANDS; band++) {
                for (var category = 0; category < MOST_CATEGORIES; category++) {
                    mine[band][category] += cells[band][category];
                }
            }
        });
    }

    private long[][] cells(String table) {
        return counts.computeIfAbsent(table, t -> new long[BANDS][MOST_CATEGORIES]);
    }
}
