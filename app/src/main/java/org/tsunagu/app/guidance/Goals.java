package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What a member can choose to reach (行動目標), by `goals.tsv`.
public final class Goals {

    private static final Table TABLE = Table.read("guidance/goals", Goals.class.getResourceAsStream("goals.tsv"));

    private Goals() {}

    /// The goals to choose from for checkups of a day.
    public static List<Row> on(LocalDate checkup) {
        return TABLE.on(checkup).stream()
                .filter(row -> row.text("offered").equals("true"))
                .toList();
    }

    /// A goal by its key, also one that only received documents name.
    public static Optional<Row> of(String key) {
        return TABLE.rows().stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /// The items of the table of points that some goals are about.
    static Set<String> items(List<String> keys) {
        return TABLE.rows().stream()
                .filter(row -> keys.contains(row.key()))
                .map(row -> row.text("item"))
                .collect(Collectors.toSet());
    }
}
