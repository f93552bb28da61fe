package org.tsunagu.letters;

import java.util.List;

/// Who a letter comes from (差出人), with where to ask.
///
/// @param name insurer
/// @param department who answers; empty for none
/// @param hours when, in words; empty when not said
public record Sender(
        String name, String department, String postalCode, List<String> lines, String phone, String hours) {

    /// Keeps its own copy of the lines.
    public Sender {
        lines = List.copyOf(lines);
    }
}
