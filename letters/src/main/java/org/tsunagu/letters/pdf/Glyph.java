package org.tsunagu.letters.pdf;

/// How one character is written (字形).
///
/// @param font index of the font in its [FontSet]
/// @param id glyph in that font
/// @param width advance in thousandths of the font size
record Glyph(int font, int id, int width) {}
