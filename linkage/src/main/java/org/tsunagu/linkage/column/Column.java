package org.tsunagu.linkage.column;

import org.tsunagu.linkage.field.Kind;

/// A column of one file and its partner in the other that are compared (比較する列).
///
/// @param left place in the left file, from 0
/// @param right place in the right file, from 0
/// @param role key of the row of `column-roles` that knows the heading; empty when none does
/// @param group of things of which one is enough; empty when none
public record Column(String name, int left, int right, Kind kind, String role, String group) {

    /// Another kind, as the user asks.
    public Column as(Kind other) {
        return new Column(name, left, right, other, role, group);
    }
}
