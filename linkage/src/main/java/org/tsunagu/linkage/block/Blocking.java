package org.tsunagu.linkage.block;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// The union of several rules (ブロッキング): a pair is compared once, whichever rules find it. One per thread: remembers
/// which
/// records were seen for the current one.
public final class Blocking {

    private final List<Rule> rules;
    private final int[] seenFor;

    private Blocking(List<Rule> rules, int rightSize) {
        this.rules = rules;
        this.seenFor = new int[rightSize];
        Arrays.fill(seenFor, -1);
    }

    static Blocking of(List<Rule> rules, int rightSize) {
        return new Blocking(rules, rightSize);
    }

    /// The same rules for another thread.
    public Blocking another() {
        return new Blocking(rules, seenFor.length);
    }

    /// Hands on every record of the right side that may belong to one of the left, once.
    public void candidates(int leftRecord, IntConsumer action) {
        for (var rule : rules) {
            rule.partners(leftRecord, other -> {
                if (seenFor[other] != leftRecord) {
                    seenFor[other] = leftRecord;
                    action.accept(other);
                }
            });
        }
    }

    /// What each rule finds.
    public List<Used> rules() {
        return rules.stream()
                .map(rule -> new Used(rule.name(), rule.pairs(), rule.passedOver()))
                .toList();
    }

    /// One rule in numbers (規則の実績).
    ///
    /// @param pairs it finds, also those that others find
    /// @param passedOver keys that too many records have
    public record Used(String name, long pairs, int passedOver) {}
}
