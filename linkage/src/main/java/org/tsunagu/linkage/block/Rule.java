package org.tsunagu.linkage.block;

/// One way of finding pairs that may belong together (ブロック規則): records with the same key are compared, unless so many
/// have
/// it that it says nothing.
final class Rule {

    /// A key that so many records have says nothing.
    static final int MOST_RECORDS = 500;

    private final String name;
    private final Keys left;
    private final int[] from;
    private final int[] members;
    private final boolean[] isPassedOver;
    private final long pairs;
    private final int passedOver;

    /// Sorts the right side by key.
    ///
    /// @param most keys that more records have are passed over
    Rule(String name, Keys left, Keys right, int size, int most) {
        this.name = name;
        this.left = left;
        var leftCounts = left.counts(size);
        var rightCounts = right.counts(size);
        this.from = new int[size + 1];
        this.isPassedOver = new boolean[size];
        var sum = 0L;
        var passed = 0;
        for (var key = 0; key < size; key++) {
            from[key + 1] = from[key] + rightCounts[key];
            isPassedOver[key] = leftCounts[key] + rightCounts[key] > most;
            if (!isPassedOver[key]) {
                sum += (long) leftCounts[key] * rightCounts[key];
            } else if (leftCounts[key] > 0 && rightCounts[key] > 0) {
                passed++;
            }
        }
        this.pairs = sum;
        this.passedOver = passed;
        this.members = members(right, from.clone());
    }

    private static int[] members(Keys right, int[] next) {
        var members = new int[next[next.length - 1]];
        for (var record = 0; record < right.records(); record++) {
            for (var i = right.begin(record); i < right.end(record); i++) {
                members[next[right.key(i)]++] = record;
            }
        }
        return members;
    }

    String name() {
        return name;
    }

    /// Pairs of records that this rule finds, counted with repetitions.
    long pairs() {
        return pairs;
    }

    /// Keys that were passed over because too many records have them.
    int passedOver() {
        return passedOver;
    }

    /// Hands on the partners of a record.
    void partners(int record, PartnerAction action) {
        for (var i = left.begin(record); i < left.end(record); i++) {
            var key = left.key(i);
            if (!isPassedOver[key]) {
                for (var at = from[key]; at < from[key + 1]; at++) {
                    action.accept(members[at]);
                }
            }
        }
    }

    /// Takes a record of the right side.
    @FunctionalInterface
    interface PartnerAction {
        void accept(int record);
    }
}
