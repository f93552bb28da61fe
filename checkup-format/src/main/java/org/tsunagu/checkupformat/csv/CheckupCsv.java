package org.tsunagu.checkupformat.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Reads checkup results from CSV (健診結果CSV), every row as one document, as a [ColumnMap] says. UTF-8 or windows-31j is
/// detected, full and half width are normalised in numbers, codes and dates, and a cell that cannot be read is kept as
/// written and reported as `CSV-VALUE`. Lines are read one by one and are bounded in length; no content is an
/// exception.
///
/// Places in documents and problems are the line and the number of the cell in it, both from 1.
public final class CheckupCsv {

    private final Items items;
    private final CsvSettings settings;

    /// Reads with a master of items.
    public CheckupCsv(Items items, CsvSettings settings) {
        this.items = items;
        this.settings = settings;
    }

    /// Reads a CSV row by row; the stream stays open.
    ///
    /// @param place the file; line and column are added
    /// @param action takes each document as soon as its row is read
    /// @throws IOException if the stream cannot be read
    public void read(InputStream in, ColumnMap map, Place place, Reporter reporter, Consumer<CheckupDocument> action)
            throws IOException {
        var problems = new CsvProblems(place, reporter);
        var rows = new RowReader(items, settings, problems);
        var layout = map.isOfRecords()
                ? new RecordLayout(map, rows, problems, action)
                : new HeadingLayout(map, rows, problems, action);
        var text = new DetectingReader(in, settings.encoding());
        read(new CsvRows(text, problems), layout);
        if (text.refused() || text.damaged()) {
            problems.encoding();
        }
    }

    private static void read(CsvRows rows, Layout layout) throws IOException {
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            if (!layout.row(row.get().cells(), row.get().line())) {
                return;
            }
        }
        layout.end(rows.lines());
    }
}
