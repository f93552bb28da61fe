package org.tsunagu.app.exchange.upload;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.tsunagu.checkupformat.csv.ColumnMap;
import org.tsunagu.checkupformat.csv.DetectingReader;

/// A CSV cell by cell (セル単位のCSV), so that single cells can be put right and single lines left out.
final class Cells {

    private static final int MOST_LINES = 50_000;

    private final List<Line> lines;

    private Cells(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /// A line of the file with its cells.
    ///
    /// @param number from 1, as editors count
    record Line(int number, List<String> cells) {}

    /// Reads a file; empty when it is no CSV whose cells can be told apart, or too long.
    static Optional<Cells> read(Path file) {
        var lines = new ArrayList<Line>();
        try (var in = Files.newInputStream(file);
                var text = new DetectingReader(in, Optional.empty());
                var rows = CsvReader.builder()
                        .detectBomHeader(true)
                        .allowUnclosedQuote(false)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .build(CsvRecordHandler.of(), text)) {
            for (var row : rows) {
                if (lines.size() == MOST_LINES) {
                    return Optional.empty();
                }
                lines.add(new Line((int) row.getStartingLineNumber(), List.copyOf(row.getFields())));
            }
        } catch (CsvParseException quotesAreWrong) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Cells(lines));
    }

    /// The same with cells put right, the latest last.
    Cells with(List<Correction> corrections) {
        var byLine = corrections.stream().collect(Collectors.groupingBy(Correction::line));
        return new Cells(lines.stream()
                .map(line -> {
                    var cells = new ArrayList<>(line.cells());
                    byLine.getOrDefault(line.number(), List.of()).stream()
                            .filter(one -> one.column() >= 1 && one.column() <= cells.size())
                            .forEach(one -> cells.set(one.column() - 1, one.now()));
                    return new Line(line.number(), List.copyOf(cells));
                })
                .toList());
    }

    /// What each column means, by its place from 1; nothing for a file of records, which has no
    /// headings.
    Map<Integer, String> meanings() {
        var first = lines.getFirst().cells();
        var map = ColumnMap.fitting(String.join(",", first));
        var meanings = new HashMap<Integer, String>();
        for (var i = 0; i < first.size(); i++) {
            var place = i + 1;
            map.meaning(first.get(i)).ifPresent(meaning -> meanings.put(place, meaning));
        }
        return meanings;
    }

    /// The lines below the headings.
    List<Line> body() {
        return lines.subList(1, lines.size());
    }

    /// A cell as it stands; empty when there is none.
    String cell(int line, int column) {
        return lines.stream()
                .filter(one ->
                        one.number() == line && column >= 1 && one.cells().size() >= column)
                .map(one -> one.cells().get(column - 1))
                .findFirst()
                .orElse("");
    }

    /// Whether there is such a cell below the headings.
    boolean has(int line, int column) {
        return body().stream()
                .anyMatch(one ->
                        one.number() == line && column >= 1 && one.cells().size() >= column);
    }

    /// Writes headings and the lines that are wanted, each on the line it had: findings name places of
    /// the file as the
    /// employer has it.
    void write(Path file, IntPredicate isWanted) {
        var text = new StringBuilder();
        var at = 1;
        for (var line : lines) {
            for (; at < line.number(); at++) {
                text.append('\n');
            }
            var isHeadings = line.number() == lines.getFirst().number();
            if (isHeadings || isWanted.test(line.number())) {
                var row = line.cells().stream().map(Cells::quoted).collect(Collectors.joining(","));
                at += (int) row.chars().filter(c -> c == '\n').count();
                text.append(row);
            }
        }
        try {
            Files.writeString(file, text.append('\n'), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        var needsQuotes = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
