package org.tsunagu.letters;

import org.tsunagu.letters.layout.Paper;

/// What a letter says below address and sender (本文).
public interface Body {

    /// Writes title and text.
    void write(Paper paper, Letter letter, LetterTexts texts);
}
