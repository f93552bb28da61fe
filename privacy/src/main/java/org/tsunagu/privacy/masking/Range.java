package org.tsunagu.privacy.masking;

/// What a reader can work out of a masked cell from everything that is shown (推測できる範囲).
///
/// @param row its row
/// @param column its column
/// @param of which number of that cell
/// @param least the smallest number it may be
/// @param most the largest number it may be; [Long#MAX_VALUE] when nothing bounds it
public record Range(String row, String column, Of of, long least, long most) {

    /// How far it is open: 0 when the reader knows it exactly.
    public long width() {
        return most == Long.MAX_VALUE ? Long.MAX_VALUE : most - least;
    }

    /// Which number of a cell (セルのどの数か).
    public enum Of {
        /// The count itself.
        PART,
        /// What it is a part of.
        WHOLE,
        /// What is left of the whole, which is never printed.
        REST
    }
}
