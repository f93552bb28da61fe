package org.tsunagu.letters.layout;

/// A column of a [Grid] (列).
///
/// @param width in millimetres
/// @param align where its cells stand
public record Column(String heading, double width, Align align) {

    /// Where text stands in its cell (文字揃え).
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }
}
