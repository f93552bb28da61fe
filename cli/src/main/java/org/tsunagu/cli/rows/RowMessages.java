package org.tsunagu.cli.rows;

/// Hears what is wrong with a row (読めなかった値): `line` and `column` count lines and cells from 1.
@FunctionalInterface
public interface RowMessages {

    /// Something is wrong with a cell.
    ///
    /// @param what end of the key of the sentence, for example `not_a_date`
    /// @param heading of the column
    /// @param value as written
    void cell(String what, long line, int column, String heading, String value);
}
