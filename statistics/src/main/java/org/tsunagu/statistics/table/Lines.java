package org.tsunagu.statistics.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a table beside its class (表の行), in the form of all tables of the house: UTF-8,
/// tab-separated, a header line, first column `row`. This module depends on no other, hence its own reader.
public record Lines(List<String> header, List<List<String>> rows) {

    /// Reads a table.
    ///
    /// @throws IllegalArgumentException if the file is missing or a line has another number of cells than
    ///     the header
    public static Lines read(String name, @Nullable InputStream resource) {
        if (resource == null) {
            throw new IllegalArgumentException("table %s not found beside its class".formatted(name));
        }
        try (resource) {
            var lines = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
            var header = lines.getFirst();
            var rows = lines.subList(1, lines.size());
            rows.stream().filter(row -> row.size() != header.size()).findFirst().ifPresent(row -> {
                throw new IllegalArgumentException("table %s, row %s: cells".formatted(name, row.getFirst()));
            });
            return new Lines(header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One cell of one of the [#rows()], by the name of its column.
    public String cell(List<String> row, String column) {
        var index = header.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("no column %s, only %s".formatted(column, header));
        }
        return row.get(index);
    }
}
