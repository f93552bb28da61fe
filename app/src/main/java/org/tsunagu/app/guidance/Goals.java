package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What a member can choose to reach (行動目標), by `goals.tsv`.
public final class Goals {

    private static final Table TABLE = Table.read("guidance/goals", Goals.class.getResourceAsStream("goals.tsv"));

    private Goals() {}

    /// The goals there are for checkups of a day.
    public static List<Row> on(LocalDate checkup) {
        return TABLE.on(checkup);
    }

    /// The items of the table of points that some goals are about.
    static Set<String> items(List<String> keys) {
        return TABLE.rows().stream()
                .filter(row -> keys.contains(row.key()))
                .map(row -> row.text("item"))
                .collect(Collectors.toSet());
    }
}
