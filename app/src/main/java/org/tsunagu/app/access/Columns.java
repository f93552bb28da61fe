package org.tsunagu.app.access;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Many rows for one statement (まとめて書く行): each column is an array, which the statement reads with `unnest`. The text of
/// the statement is the same for any number of rows, so that the database plans it once.
public final class Columns {

    private Columns() {}

    /// A column of texts; also of dates and of documents in JSON, which the statement casts.
    public static <R> @Nullable String[] texts(List<R> rows, Function<? super R, ? extends @Nullable Object> cell) {
        return rows.stream()
                .map(row -> {
                    var value = cell.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    /// A column of numbers.
    public static <R> @Nullable Long[] numbers(List<R> rows, Function<? super R, @Nullable Long> cell) {
        return rows.stream().map(cell).toArray(Long[]::new);
    }
}
