package org.tsunagu.cli.report;

import java.util.List;
import java.util.Optional;

/// Five years of age (年齢階級), by the age reached within the fiscal year; the last one is open.
enum AgeGroup {
    FROM_40(40, 44),
    FROM_45(45, 49),
    FROM_50(50, 54),
    FROM_55(55, 59),
    FROM_60(60, 64),
    FROM_65(65, 69),
    FROM_70(70, Integer.MAX_VALUE);

    private static final List<AgeGroup> ALL = List.of(values());

    private final int from;
    private final int to;

    AgeGroup(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /// The group of an age; empty below the first group.
    static Optional<AgeGroup> of(int age) {
        for (var group : ALL) {
            if (group.from <= age && age <= group.to) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean isOpen() {
        return to == Integer.MAX_VALUE;
    }
}
