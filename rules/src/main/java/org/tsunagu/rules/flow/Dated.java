package org.tsunagu.rules.flow;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tsunagu.codes.table.Lazy;
import org.tsunagu.codes.table.Table;

/// Something made from tables for each span of days in which none of their rows begins or ends (適用日ごとの規則), when it
/// is first asked for. Thread safe.
public final class Dated<T> {

    private final Lazy<T> before;
    private final TreeMap<LocalDate, Lazy<T>> spans = new TreeMap<>();

    /// @param make makes it for a day
    public Dated(List<Table> tables, Function<LocalDate, T> make) {
        this.before = new Lazy<>(this, () -> make.apply(LocalDate.MIN));
        tables.stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.validity().changeDays())
                .forEach(day -> spans.put(day, new Lazy<>(this, () -> make.apply(day))));
    }

    /// What is in force on a day.
    public T on(LocalDate day) {
        Map.Entry<LocalDate, Lazy<T>> span = spans.floorEntry(day);
        return span == null ? before.get() : span.getValue().get();
    }
}
