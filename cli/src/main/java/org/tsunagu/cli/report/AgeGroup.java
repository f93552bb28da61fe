package org.tsunagu.cli.report;

import java.util.Optional;

/// Five years of age (年齢階級), by the age reached within the fiscal year; the last one is open.
enum AgeGroup {
    FROM_40(40),
    FROM_45(45),
    FROM_50(50),
    FROM_55(55),
    FROM_60(60),
    FROM_65(65),
    FROM_70(70);

    private final int from;

    AgeGroup(int from) {
        this.from = from;
    }

    /// The group of an age; empty below the first.
    static Optional<AgeGroup> of(int age) {
        var groups = values();
        for (var i = groups.length - 1; i >= 0; i--) {
            if (age >= groups[i].from) {
                return Optional.of(groups[i]);
            }
        }
        return Optional.empty();
    }

    int from() {
        return from;
    }

    boolean isLast() {
        return ordinal() == values().length - 1;
    }
}
