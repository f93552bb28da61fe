package org.tsunagu.letters;

import java.util.List;

/// Who a letter goes to (宛先).
///
/// @param postalCode seven digits, with or without hyphen
/// @param lines address in one to three lines; the last may be the care-of (方書)
/// @param name family and given name as the person writes it
public record Addressee(String postalCode, List<String> lines, String name) {

    /// Keeps its own copy of the lines.
    public Addressee {
        lines = List.copyOf(lines);
    }
}
