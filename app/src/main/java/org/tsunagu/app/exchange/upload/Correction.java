package org.tsunagu.app.exchange.upload;

/// A cell that was put right, or could be (セルの修正).
///
/// @param line and `column`, both from 1
public record Correction(Kind kind, int line, int column, String was, String now) {

    /// Why it is wrong (修正の種類).
    public enum Kind {
        /// Zeros at the beginning of the insurer number are gone (先頭の0の欠け).
        ZEROS_INSURER,
        ZEROS_SYMBOL,
        ZEROS_NUMBER,
        /// A day has become a number (日付の数値化).
        SERIAL_DATE,
        /// Somebody has typed it.
        TYPED
    }
}
