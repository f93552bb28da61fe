package org.tsunagu.cli.judge;

/// Hears what could not be read (読めなかった値): `line` and `column` count lines and cells from 1.
public interface JudgeMessages {

    /// Something is wrong with a cell.
    ///
    /// @param what `unknown-column`, `double-column`, `cells`, `number`, `code`, `date`, `sex`, `no-rules`
    /// @param heading of the column
    /// @param value as written
    void cell(String what, long line, int column, String heading, String value);
}
