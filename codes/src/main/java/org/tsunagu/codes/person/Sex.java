package org.tsunagu.codes.person;

import java.util.Optional;

/// Sex as the insurer records it (性別, `1.2.392.200119.6.1104`): 1 male, 2 female.
public enum Sex {
    MALE("1"),
    FEMALE("2");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /// The official code.
    public String code() {
        return code;
    }

    /// Reads the official code; empty for anything but `1` and `2`.
    public static Optional<Sex> of(String code) {
        return switch (code) {
            case "1" -> Optional.of(MALE);
            case "2" -> Optional.of(FEMALE);
            default -> Optional.empty();
        };
    }
}
