package org.tsunagu.cli.link;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.linkage.field.Kind;

/// Columns as the user names them (比較する列の指定): `COLUMN`, `COLUMN_A=COLUMN_B`, each with `:KIND` or without.
public final class LinkColumns {

    private LinkColumns() {}

    /// One that is asked for.
    ///
    /// @param kind empty when the user leaves it to the program
    public record Asked(String left, String right, String kind) {}

    /// Takes a word of the call apart.
    public static Asked parse(String text) {
        var colon = text.lastIndexOf(':');
        var columns = (colon < 0 ? text : text.substring(0, colon)).split("=", 2);
        return new Asked(
                columns[0].strip(),
                columns[columns.length - 1].strip(),
                colon < 0 ? "" : text.substring(colon + 1).strip());
    }

    /// The kind of a name, in any case.
    public static Optional<Kind> kind(String name) {
        return Stream.of(Kind.values())
                .filter(kind -> kind != Kind.IGNORE && kind.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
