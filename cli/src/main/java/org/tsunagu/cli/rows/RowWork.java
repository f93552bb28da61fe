package org.tsunagu.cli.rows;

import java.util.List;
import org.tsunagu.cli.csv.CsvBytes;

/// What is done with every row of a CSV (行の計算).
public interface RowWork {

    /// The columns that have to be there.
    List<String> needed();

    /// The columns that are written.
    List<String> written();

    /// Takes a row and writes its own.
    void row(RowLine line, Troubles troubles, CsvBytes csv);

    /// Writes what comes after the last row.
    void end(CsvBytes csv);
}
