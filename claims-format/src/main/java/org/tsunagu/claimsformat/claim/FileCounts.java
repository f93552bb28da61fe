package org.tsunagu.claimsformat.claim;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What adds up over a file (ファイル内の集計).
final class FileCounts {

    private static final int MOST_NUMBERS = 10_000;

    final Set<String> insurers = new TreeSet<>();
    private final Set<String> goodNumbers = new HashSet<>();
    final Set<String> doubtfulNumbers = new HashSet<>();
    final Map<String, int[]> unknownRecords = new LinkedHashMap<>();
    int headers;
    long leadingPoints;
    int receipts;
    int reexaminationRows;

    void unknown(String record, int line) {
        unknownRecords.computeIfAbsent(record, name -> new int[] {0, line})[0]++;
    }

    void insurer(String number) {
        if (insurers.size() < MOST_NUMBERS) {
            insurers.add(number);
        }
    }

    /// Whether the check digit of a number was found right before.
    boolean isGood(String number) {
        return goodNumbers.contains(number);
    }

    /// Remembers whether the check digit of a number is right.
    boolean isGood(String number, boolean holds) {
        if (holds && goodNumbers.size() < MOST_NUMBERS) {
            goodNumbers.add(number);
        }
        return holds;
    }

    /// Whether a number with a wrong check digit is seen for the first time.
    boolean isNewDoubt(String number) {
        return doubtfulNumbers.size() < MOST_NUMBERS && doubtfulNumbers.add(number);
    }
}
