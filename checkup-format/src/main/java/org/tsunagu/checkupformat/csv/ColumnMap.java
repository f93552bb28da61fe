package org.tsunagu.checkupformat.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.table.Table;

/// Which column of a CSV means what (列対応表): a tab-separated table, one row a heading. The order of the
/// columns in the
/// CSV does not matter, and item codes as headings need no row.
///
/// | column | what it holds |
/// |---|---|
/// | `row` | the heading |
/// | `target` | what it means: `insurer_number`, `symbol`, `number`, `branch`, `name_kana`, `sex`,
/// `birth_date`, |
/// | | `postal_code`, `address`, `exam_date`, `facility_number`, `facility_name`, `ticket_number`,
/// `created_date`, |
/// | | `ignored`, or a 17-digit item code |
/// | `format` | `iso`, `compact`, `era` for dates, `padded` for numbers filled with zeros; empty for
/// any |
/// | `factor` | what to multiply numbers by, for example 100 for white cells in 100/mm3 |
/// | `values` | words of the file and their codes: `男=1\|女=2` |
/// | `required` | 1 when the file is of no use without the column |
/// | `record`, `position` | for a file of records: a cell at a fixed place, with the targets `items`,
/// `person_count` |
///
/// Only `row` and `target` are needed in a user's map.
public final class ColumnMap {

    private final List<Column> columns;
    private final Map<String, Column> byHeading = new HashMap<>();

    ColumnMap(List<Column> columns) {
        this.columns = List.copyOf(columns);
        for (var column : columns) {
            if (column.record().isEmpty()) {
                byHeading.put(column.heading(), column);
            }
        }
    }

    /// A map that comes with the program: `tsunagu` (our layout), `tsunagu-ja` (the same with Japanese
    /// headings),
    /// `records-1-2-5-9` (layout FKAC522).
    ///
    /// @throws IllegalArgumentException if there is no such map
    public static ColumnMap shipped(String name) {
        var table = Table.read("csv/" + name, ColumnMap.class.getResourceAsStream(name + ".tsv"));
        return new ColumnMap(ColumnMapFile.columns(table));
    }

    /// The shipped map that fits the first line of a file: records, our headings, or their Japanese
    /// names.
    public static ColumnMap fitting(String firstLine) {
        if (firstLine.startsWith("1,") || firstLine.startsWith("\"1\",")) {
            return shipped("records-1-2-5-9");
        }
        return shipped(firstLine.contains("exam_date") ? "tsunagu" : "tsunagu-ja");
    }

    /// What a heading means: a target such as `birth_date`, or an item code; empty when nobody knows
    /// it.
    public Optional<String> meaning(String heading) {
        return find(heading).map(Column::meaning);
    }

    /// Reads a user's map. What cannot be used is a problem, and then there is no map.
    public static Optional<ColumnMap> read(Path file, Reporter reporter) throws IOException {
        return new ColumnMapFile(file, reporter).read().map(ColumnMap::new);
    }

    /// Whether it describes a file of records (1 header, 2 facility, 5 person, 9 trailer) instead of
    /// one line of
    /// headings.
    boolean isOfRecords() {
        return columns.stream().anyMatch(column -> !column.record().isEmpty());
    }

    /// The cells at fixed places of a record.
    List<Column> cells(String record) {
        return columns.stream().filter(column -> column.record().equals(record)).toList();
    }

    /// What a heading means, written in any width; empty when neither the map nor the item codes know
    /// it.
    Optional<Column> find(String heading) {
        var plain = Cell.plain(heading);
        return Optional.ofNullable(byHeading.get(plain))
                .or(() -> Optional.of(plain).filter(Column::isItemCode).map(Column::item));
    }

    /// The columns a file of headings must have.
    List<Column> required() {
        return columns.stream()
                .filter(column -> column.required() && column.record().isEmpty())
                .toList();
    }
}
