package org.tsunagu.checkupformat.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.Reporter;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;

/// Reads checkup results from CSV (健診結果CSV), every row as one document.
public final class CheckupCsv {

    /// Reads with a master of items.
    public CheckupCsv(Items items, CsvSettings settings) {}

    /// Reads a CSV row by row.
    public void read(InputStream in, ColumnMap map, Place place, Reporter reporter, Consumer<CheckupDocument> action)
            throws IOException {}
}
