package org.tsunagu.measures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Table;

/// The measures there are (指標の一覧), `catalogue.tsv`, with the SQL beside it.
public final class Measures {

    private static final List<Measure> ALL =
            Table.read("measures/catalogue", Measures.class.getResourceAsStream("catalogue.tsv")).rows().stream()
                    .map(Measure::new)
                    .toList();

    private Measures() {}

    /// All of them, in the order of their keys.
    public static List<Measure> all() {
        return ALL;
    }

    /// One of them.
    public static Optional<Measure> find(String key) {
        return ALL.stream().filter(measure -> measure.key().equals(key)).findFirst();
    }

    /// Statements that give an engine the functions and views which measures use, in this order.
    ///
    /// @param engine `duckdb` or `spark`
    public static List<String> preparation(String engine) {
        return Stream.of(text("functions." + engine + ".sql"), text("views.sql"))
                .flatMap(text -> Stream.of(text.split(";\\s*\n")))
                .filter(text -> !text.isBlank())
                .toList();
    }

    static String text(String resource) {
        try (var stream = Measures.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no measure file " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
