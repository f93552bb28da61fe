package org.tsunagu.cli.rows;

import java.util.StringJoiner;

/// What is wrong with one row (行の不備): told at once and kept for the row's own cell `reason`.
public final class Troubles {

    private static final String SEPARATOR = ";";
    private static final int LONGEST_QUOTE = 40;

    private final RowLine line;
    private final RowMessages messages;
    private final StringJoiner texts = new StringJoiner(SEPARATOR);
    private boolean isEmpty = true;

    Troubles(RowLine line, RowMessages messages) {
        this.line = line;
        this.messages = messages;
    }

    /// Adds what is wrong with a cell.
    ///
    /// @param what end of the key of the sentence and word in the file, for example `not_a_date`
    public void add(String column, String what) {
        add(column, what, line.cell(column));
    }

    /// Adds what is wrong with a part of a cell.
    public void add(String column, String what, String part) {
        var value = quoted(part);
        messages.cell(what, line.number(), line.column(column), column, value);
        texts.add(column + "=" + what + (value.isEmpty() ? "" : "(" + value + ")"));
        isEmpty = false;
    }

    /// A value as it is shown: not more than a screen line of it.
    private static String quoted(String value) {
        return value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value;
    }

    /// Whether nothing is wrong.
    public boolean isEmpty() {
        return isEmpty;
    }

    /// All of it for the file: `column=what(value)` separated by `;`.
    public String text() {
        return texts.toString();
    }
}
