package org.tsunagu.cli.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How alike two words are (類似度), for "did you mean".
final class Nearness {

    private static final int MOST_SHOWN = 5;

    private Nearness() {}

    private record Candidate(String word, int distance) {}

    /// The words that differ in less than half of the letters, the nearest first.
    static List<String> nearest(String word, Stream<String> known) {
        var wanted = word.toLowerCase(Locale.ROOT);
        return known.map(one -> new Candidate(one, distance(wanted, one.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() * 2 < wanted.length() + 1)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .limit(MOST_SHOWN)
                .map(Candidate::word)
                .toList();
    }

    /// How many letters must be changed, added or removed (Levenshtein).
    static int distance(String from, String to) {
        var above = IntStream.rangeClosed(0, to.length()).toArray();
        for (var i = 1; i <= from.length(); i++) {
            var row = new int[to.length() + 1];
            row[0] = i;
            for (var j = 1; j <= to.length(); j++) {
                var change = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[to.length()];
    }
}
