package org.tsunagu.checkupformat.csv;

import java.util.List;
import java.util.function.Consumer;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// A file of one line of headings and one line a person (見出し行形式).
final class HeadingLayout implements Layout {

    private final ColumnMap map;
    private final RowReader rows;
    private final CsvProblems problems;
    private final Consumer<CheckupDocument> action;
    private List<Bound> columns = List.of();
    private int headings;

    HeadingLayout(ColumnMap map, RowReader rows, CsvProblems problems, Consumer<CheckupDocument> action) {
        this.map = map;
        this.rows = rows;
        this.problems = problems;
        this.action = action;
    }

    @Override
    public boolean row(List<Cell> cells, int line) {
        if (headings == 0) {
            headings = cells.size();
            return bind(cells, line);
        }
        var beyond = cells.stream().skip(headings).anyMatch(cell -> !cell.isEmpty());
        if (cells.size() < headings || beyond) {
            problems.cells(line, cells.size(), headings);
        } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            action.accept(rows.document(rows.persons(columns, cells), columns, cells));
        }
        return true;
    }

    /// A file without its headings begins with a person: then no cell of the line is quoted.
    private boolean bind(List<Cell> cells, int line) {
        var found = Headings.bind(map, cells, 0, rows.items());
        var missing =
                map.required().stream().filter(column -> !found.has(column)).toList();
        missing.forEach(column -> problems.missingColumn(column, line));
        if (!missing.isEmpty()) {
            return false;
        }
        if (found.columns().isEmpty()) {
            problems.layout(line, "0 / %d".formatted(cells.size()));
            return false;
        }
        found.report(problems);
        columns = found.columns();
        return true;
    }

    @Override
    public void end(int line) {
        if (headings == 0) {
            map.required().forEach(column -> problems.missingColumn(column, line));
        }
    }
}
