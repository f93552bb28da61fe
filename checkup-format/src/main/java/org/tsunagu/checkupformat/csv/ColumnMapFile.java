package org.tsunagu.checkupformat.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.table.Table;

/// Reads the rows of a column map (列対応表の読み取り). Reasons in problems are short words of the table itself, so that they
/// read the same in every language.
final class ColumnMapFile {

    private static final int MOST_ROWS = 10_000;
    private static final Set<String> KNOWN = Set.of(
            "row",
            "record",
            "position",
            "target",
            "format",
            "factor",
            "values",
            "required",
            "name_ja",
            "name_en",
            "note",
            "effective_from",
            "effective_to",
            "certainty",
            "source");

    private final Path file;
    private final Reporter reporter;
    private boolean usable = true;

    ColumnMapFile(Path file, Reporter reporter) {
        this.file = file;
        this.reporter = reporter;
    }

    /// The columns of a map that comes with the program.
    ///
    /// @throws IllegalArgumentException naming the row that cannot be used
    static List<Column> columns(Table table) {
        return table.rows().stream()
                .map(row -> {
                    var cells = new HashMap<String, String>();
                    row.header().stream().filter(row::has).forEach(name -> cells.put(name, row.text(name)));
                    var reason = reason(cells);
                    if (!reason.isEmpty()) {
                        throw new IllegalArgumentException(
                                "table %s, row %s: %s".formatted(table.name(), row.key(), reason));
                    }
                    return column(cells);
                })
                .toList();
    }

    Optional<List<Column>> read() throws IOException {
        var columns = new ArrayList<Column>();
        try (var text = new DetectingReader(Files.newInputStream(file), Optional.empty());
                var lines = new BufferedReader(text)) {
            var header = header(Optional.ofNullable(lines.readLine()).orElse(""));
            var headings = new HashSet<String>();
            var number = 1;
            for (var line = lines.readLine(); line != null && usable; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    row(header, line, number).ifPresent(columns::add);
                }
                if (columns.size() > MOST_ROWS) {
                    problem(number, "rows > %d".formatted(MOST_ROWS));
                }
            }
            for (var column : columns) {
                if (!headings.add(column.record() + " " + column.heading())) {
                    problem(1, "row = %s (2)".formatted(column.heading()));
                }
            }
            if (text.refused()) {
                problem(1, "UTF-8, CP932");
            }
        }
        return usable ? Optional.of(columns) : Optional.empty();
    }

    private List<String> header(String line) {
        var header = List.of(line.split("\t", -1));
        for (var name : List.of("row", "target")) {
            if (!header.contains(name)) {
                problem(1, "%s: 0".formatted(name));
            }
        }
        header.stream().filter(name -> !KNOWN.contains(name)).forEach(name -> problem(1, "%s ?".formatted(name)));
        return header;
    }

    private Optional<Column> row(List<String> header, String line, int number) {
        var written = line.split("\t", -1);
        if (written.length > header.size()) {
            problem(number, "%d > %d".formatted(written.length, header.size()));
            return Optional.empty();
        }
        var cells = new HashMap<String, String>();
        for (var i = 0; i < written.length; i++) {
            cells.put(header.get(i), written[i].strip());
        }
        var reason = reason(cells);
        if (!reason.isEmpty()) {
            problem(number, reason);
            return Optional.empty();
        }
        return Optional.of(column(cells));
    }

    private void problem(int line, String reason) {
        usable = false;
        reporter.report("CSV-MAP", Place.of(file.toString()).at(line, 1), "reason", reason);
    }

    /// What is wrong with a row; empty for nothing.
    private static String reason(Map<String, String> cells) {
        var target = cells.getOrDefault("target", "");
        if (cells.getOrDefault("row", "").isEmpty()) {
            return "row = ";
        }
        if (Target.of(target).isEmpty() && !Column.isItemCode(Cell.plain(target))) {
            return "target = " + target;
        }
        if (ValueFormat.of(cells.getOrDefault("format", "")).isEmpty()) {
            return "format = " + cells.get("format");
        }
        var factor = cells.getOrDefault("factor", "");
        if (!factor.isEmpty() && Cell.number(factor).isEmpty()) {
            return "factor = " + factor;
        }
        for (var pair : pairs(cells)) {
            if (pair.lastIndexOf('=') < 1) {
                return "values = " + pair;
            }
        }
        return placeReason(cells);
    }

    private static String placeReason(Map<String, String> cells) {
        var record = cells.getOrDefault("record", "");
        var position = cells.getOrDefault("position", "");
        var isPosition = position.matches("[1-9][0-9]{0,3}");
        if (record.isEmpty() ? !position.isEmpty() : !isPosition) {
            return "position = " + position;
        }
        return record.isEmpty() || Column.RECORDS.contains(record) ? "" : "record = " + record;
    }

    private static List<String> pairs(Map<String, String> cells) {
        var values = cells.getOrDefault("values", "");
        return values.isEmpty() ? List.of() : List.of(values.split("\\|"));
    }

    private static Column column(Map<String, String> cells) {
        var values = new HashMap<String, String>();
        for (var pair : pairs(cells)) {
            var equals = pair.lastIndexOf('=');
            values.put(Cell.plain(pair.substring(0, equals)), pair.substring(equals + 1));
        }
        var target = Target.of(cells.getOrDefault("target", ""));
        var position = cells.getOrDefault("position", "");
        return new Column(
                Cell.plain(cells.getOrDefault("row", "")),
                cells.getOrDefault("record", ""),
                position.isEmpty() ? 0 : Integer.parseInt(position),
                target,
                target.isPresent() ? "" : Cell.plain(cells.getOrDefault("target", "")),
                ValueFormat.of(cells.getOrDefault("format", "")).orElseThrow(),
                factor(cells),
                Map.copyOf(values),
                cells.getOrDefault("required", "").equals("1"));
    }

    private static Optional<BigDecimal> factor(Map<String, String> cells) {
        return Cell.number(cells.getOrDefault("factor", ""));
    }
}
