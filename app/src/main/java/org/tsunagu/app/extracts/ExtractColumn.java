package org.tsunagu.app.extracts;

import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.privacy.extract.Column;
import org.tsunagu.privacy.extract.Column.Role;

/// A column that an extract may have (抽出できる列), a row of `extract-columns.tsv`.
public record ExtractColumn(Row row) {

    /// The pseudonymous id, which every extract has.
    public static final String PERSON = "person";

    private static final List<ExtractColumn> ALL = Table.read(
                    "extracts/extract-columns", ExtractColumn.class.getResourceAsStream("extract-columns.tsv"))
            .rows()
            .stream()
            .map(ExtractColumn::new)
            .toList();

    /// All there are to choose from.
    public static List<ExtractColumn> choices() {
        return ALL.stream().filter(column -> !column.key().equals(PERSON)).toList();
    }

    /// The columns of an extract in the order of the table, the id before them.
    ///
    /// @return empty when one of the keys is unknown or nothing is chosen
    static List<ExtractColumn> of(List<String> keys) {
        var chosen = keys.stream().distinct().map(ExtractColumn::find).toList();
        if (chosen.isEmpty() || chosen.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        return ALL.stream()
                .filter(column -> column.key().equals(PERSON) || keys.contains(column.key()))
                .toList();
    }

    /// The columns of a request, the id before them.
    public static List<ExtractColumn> chosen(List<String> keys) {
        return of(keys);
    }

    private static Optional<ExtractColumn> find(String key) {
        return choices().stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /// The word in files and forms.
    public String key() {
        return row.key();
    }

    /// The name in a language.
    public String name(boolean isJapanese) {
        return row.text(isJapanese ? "name_ja" : "name_en");
    }

    /// What it can do to somebody.
    public Role role() {
        return Role.valueOf(row.text("role"));
    }

    /// Codes of the checkup items it is taken from, the first that has a value; empty for what is no item.
    List<String> items() {
        return row.text("items").isEmpty()
                ? List.of()
                : List.of(row.text("items").split(" "));
    }

    Column column() {
        return new Column(key(), role(), row.text("ladder"));
    }
}
