package org.tsunagu.checkupformat.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Takes a CSV apart row by row (行の切り出し). A row may go over several lines inside quotes; a quote that is never closed
/// costs its own line only, because the lines behind it are then read again for themselves. Lengths are bounded.
final class CsvRows {

    private static final int LONGEST_LINE = 1_000_000;
    private static final int MOST_LINES = 50;
    private static final int MOST_CELLS = 10_000;

    private final Reader in;
    private final CsvProblems problems;
    private final Deque<Line> waiting = new ArrayDeque<>();
    private int number;
    private boolean afterReturn;

    CsvRows(Reader in, CsvProblems problems) {
        this.in = new BufferedReader(in);
        this.problems = problems;
    }

    /// A row and the line it begins in.
    record Row(int line, List<Cell> cells) {}

    private record Line(int number, String text) {

        boolean hasOpenQuote() {
            return text.chars().filter(c -> c == '"').count() % 2 != 0;
        }
    }

    /// Number of the last line.
    int lines() {
        return number;
    }

    /// The next row; empty at the end.
    Optional<Row> next() throws IOException {
        for (var line = line(); line.isPresent(); line = line()) {
            if (!line.get().text().isBlank()) {
                var row = row(line.get());
                if (row.isPresent()) {
                    return row;
                }
                problems.layout(line.get().number(), "\" ?");
            }
        }
        return Optional.empty();
    }

    private Optional<Row> row(Line first) throws IOException {
        if (first.hasOpenQuote()) {
            var joined = new StringBuilder(first.text());
            var more = new ArrayDeque<Line>();
            var open = true;
            while (open && more.size() < MOST_LINES && joined.length() < LONGEST_LINE) {
                var next = line();
                if (next.isEmpty()) {
                    break;
                }
                more.add(next.get());
                joined.append('\n').append(next.get().text());
                open = !next.get().hasOpenQuote();
            }
            var row = open ? Optional.<Row>empty() : parsed(first.number(), joined.toString());
            if (row.isPresent()) {
                return row;
            }
            more.descendingIterator().forEachRemaining(waiting::addFirst);
        }
        return parsed(first.number(), first.text());
    }

    private static Optional<Row> parsed(int line, String text) {
        try {
            var handler = CsvRecordHandler.builder().maxFields(MOST_CELLS).build();
            var rows = CsvReader.builder()
                    .allowUnclosedQuote(false)
                    .build(handler, text)
                    .iterator();
            var row = rows.next();
            if (rows.hasNext()) {
                return Optional.empty();
            }
            var cells = new ArrayList<Cell>(row.getFieldCount());
            for (var i = 0; i < row.getFieldCount(); i++) {
                cells.add(Cell.of(row.getField(i), line, i + 1));
            }
            return Optional.of(new Row(line, cells));
        } catch (CsvParseException quotesAreWrong) {
            return Optional.empty();
        }
    }

    private Optional<Line> line() throws IOException {
        if (!waiting.isEmpty()) {
            return Optional.of(waiting.removeFirst());
        }
        var text = new StringBuilder();
        var length = 0L;
        var c = in.read();
        if (afterReturn && c == '\n') {
            c = in.read();
        }
        if (c < 0) {
            return Optional.empty();
        }
        for (; c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
            if (length++ < LONGEST_LINE) {
                text.append((char) c);
            }
        }
        afterReturn = c == '\r';
        number++;
        if (length > LONGEST_LINE) {
            problems.layout(number, "%d > %d".formatted(length, LONGEST_LINE));
            return Optional.of(new Line(number, ""));
        }
        return Optional.of(new Line(number, text.toString()));
    }
}
