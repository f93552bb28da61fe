package org.tsunagu.cli.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.csv.CsvInput;
import org.tsunagu.cli.output.PartialFile;

/// Goes through a CSV row by row, in bounded memory (行ごとの処理).
public final class RowRun {

    private static final int ENOUGH_TO_WRITE = 1 << 16;

    private final Path in;
    private final PartialFile out;
    private final RowMessages messages;
    private final CsvBytes csv = new CsvBytes();

    /// Prepares a run.
    public RowRun(Path in, PartialFile out, RowMessages messages) {
        this.in = in;
        this.out = out;
        this.messages = messages;
    }

    /// What came of it (処理した件数).
    ///
    /// @param rows rows read after the heading
    /// @param missing needed columns that are not there: then nothing was done
    public record Result(long rows, List<String> missing) {}

    /// Reads, works and writes.
    ///
    /// @throws IOException if the input cannot be read
    /// @throws de.siegmar.fastcsv.reader.CsvParseException if it is no CSV: a quote is never closed
    public Result run(RowWork work) throws IOException {
        work.written().forEach(csv::cell);
        csv.endRow();
        try (var reader = CsvInput.open(in)) {
            var records = reader.records();
            var heading = records.hasNext() ? records.next().getFields() : List.<String>of();
            var places = places(heading, work.needed());
            var missing = work.needed().stream()
                    .filter(column -> !places.containsKey(column))
                    .toList();
            if (!missing.isEmpty()) {
                return new Result(0, missing);
            }
            var rows = 0L;
            while (records.hasNext()) {
                var record = records.next();
                row(new RowLine(record.getStartingLineNumber(), places, record.getFields()), heading.size(), work);
                rows++;
            }
            work.end(csv);
            write();
            if (reader.isDamaged()) {
                messages.cell("damaged", 1, 1, "", "");
            }
            return new Result(rows, missing);
        }
    }

    private Map<String, Integer> places(List<String> heading, List<String> needed) {
        var places = new HashMap<String, Integer>();
        var seen = new HashSet<String>();
        for (var i = 0; i < heading.size(); i++) {
            var column = heading.get(i).strip();
            if (!needed.contains(column)) {
                messages.cell("unknown-column", 1, i + 1, column, "");
            } else if (seen.add(column)) {
                places.put(column, i);
            } else {
                messages.cell("double-column", 1, i + 1, column, "");
            }
        }
        return Map.copyOf(places);
    }

    private void row(RowLine line, int columns, RowWork work) {
        if (line.cells().size() > columns) {
            messages.cell(
                    "cells",
                    line.number(),
                    columns + 1,
                    "",
                    String.valueOf(line.cells().size()));
        }
        work.row(line, new Troubles(line, messages), csv);
        if (csv.length() >= ENOUGH_TO_WRITE) {
            write();
        }
    }

    private void write() {
        out.write(csv);
        csv.clear();
    }
}
