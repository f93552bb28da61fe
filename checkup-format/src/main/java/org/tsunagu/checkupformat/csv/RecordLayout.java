package org.tsunagu.checkupformat.csv;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;

/// A file of records (レコード形式): 1 header, 2 facility with the item codes, 5 person, 9 trailer. A record 2 begins
/// another facility or day. Reasons are written in numbers and signs: `5 < 2` says that a record 5 came before any 2.
final class RecordLayout implements Layout {

    private final ColumnMap map;
    private final RowReader rows;
    private final CsvProblems problems;
    private final Consumer<CheckupDocument> action;
    private final Map<Target, Field> header = new EnumMap<>(Target.class);
    private final Map<Target, Field> facility = new EnumMap<>(Target.class);
    private List<Bound> columns = List.of();
    private String last = "";
    private int headings;
    private long persons;

    RecordLayout(ColumnMap map, RowReader rows, CsvProblems problems, Consumer<CheckupDocument> action) {
        this.map = map;
        this.rows = rows;
        this.problems = problems;
        this.action = action;
    }

    @Override
    public boolean row(List<Cell> cells, int line) {
        var record = cells.getFirst().plain();
        if (!Column.RECORDS.contains(record)) {
            problems.layout(line, "%s ?".formatted(record.length() > 2 ? "…" : record));
            return true;
        }
        if (record.equals("1") != last.isEmpty() || last.equals("9")) {
            problems.layout(line, "%s > %s".formatted(last, record));
        }
        last = record;
        switch (record) {
            case "1" -> header.putAll(rows.persons(fixed("1"), cells));
            case "2" -> facility(cells);
            case "5" -> person(cells, line);
            default -> trailer(cells, line);
        }
        return true;
    }

    private List<Bound> fixed(String record) {
        return map.cells(record).stream()
                .filter(column -> !column.is(Target.IGNORED) && !column.is(Target.ITEMS))
                .map(column -> Bound.to(column.position() - 1, column, rows.items()))
                .toList();
    }

    private int itemsFrom(String record) {
        return map.cells(record).stream()
                .filter(column -> column.is(Target.ITEMS))
                .mapToInt(column -> column.position() - 1)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private void facility(List<Cell> cells) {
        facility.clear();
        facility.putAll(rows.persons(fixed("2"), cells));
        headings = cells.size();
        var shift = itemsFrom("5") - itemsFrom("2");
        var found = Headings.bind(map, cells, itemsFrom("2"), rows.items());
        found.report(problems);
        columns = found.columns().stream()
                .map(bound -> new Bound(bound.index() + shift, bound.column(), bound.item()))
                .toList();
    }

    private void person(List<Cell> cells, int line) {
        persons++;
        if (headings == 0) {
            problems.layout(line, "5 < 2");
            return;
        }
        var beyond = cells.stream().skip(headings).anyMatch(cell -> !cell.isEmpty());
        if (cells.size() < headings || beyond) {
            problems.cells(line, cells.size(), headings);
            return;
        }
        var all = new ArrayList<>(fixed("5"));
        all.addAll(columns);
        var fields = new EnumMap<>(header);
        fields.putAll(facility);
        fields.putAll(rows.persons(all, cells));
        action.accept(rows.document(fields, all, cells));
    }

    private void trailer(List<Cell> cells, int line) {
        for (var bound : fixed("9")) {
            var cell = bound.index() < cells.size() ? cells.get(bound.index()).plain() : "";
            var count = Cell.number(cell);
            if (count.filter(number -> number.compareTo(BigDecimal.valueOf(persons)) == 0)
                    .isEmpty()) {
                problems.layout(
                        line,
                        "9: %s ≠ %d"
                                .formatted(count.map(BigDecimal::toPlainString).orElse("?"), persons));
            }
        }
    }

    @Override
    public void end(int line) {
        if (!last.equals("9")) {
            problems.layout(line, "9: 0");
        }
    }
}
