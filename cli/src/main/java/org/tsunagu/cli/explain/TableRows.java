package org.tsunagu.cli.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Finds a row of any table of the libraries that this program has by its name `table:row` (表の行の検索), as
/// messages and documents write it: `claim/roles:MED-TI`. A table lies beside its class, in the folder that its
/// name begins with.
final class TableRows {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)*");

    /// The libraries that have tables, in the order of the house.
    private static final List<String> LIBRARIES =
            List.of("codes", "rules", "checkupformat", "claimsformat", "measures", "linkage", "fhir", "synthetic");

    private TableRows() {}

    /// The rows of that name, else those of the family that it names (`problems/item-families:casual_glucose`,
    /// `completeness/completion:GLUCOSE-CASUAL-OLD`); two libraries may have a table of one name.
    static List<Row> find(String word) {
        var separator = word.indexOf(':');
        if (separator < 0) {
            return List.of();
        }
        var table = word.substring(0, separator);
        var key = word.substring(separator + 1);
        if (!NAME.matcher(table).matches()) {
            return List.of();
        }
        var rows = LIBRARIES.stream()
                .flatMap(library -> table(library, table).stream())
                .flatMap(found -> found.rows().stream())
                .toList();
        var exact = rows.stream().filter(row -> row.key().equalsIgnoreCase(key)).toList();
        return exact.isEmpty() && !key.isEmpty() ? family(rows, key.toLowerCase(Locale.ROOT)) : exact;
    }

    private static List<Row> family(List<Row> rows, String key) {
        return rows.stream()
                .filter(row -> {
                    var whole = row.key().toLowerCase(Locale.ROOT);
                    return whole.startsWith(key + ":") || whole.startsWith(key + "-");
                })
                .toList();
    }

    private static Optional<Table> table(String library, String name) {
        // The catalogue and the columns of the mart lie in the base folder of their library.
        return Stream.of(name, name.replaceFirst("^" + library + "/", ""))
                .map(path -> TableRows.class.getResourceAsStream("/org/tsunagu/" + library + "/" + path + ".tsv"))
                .flatMap(resource -> resource == null ? Stream.empty() : Stream.of(Table.read(name, resource)))
                .findFirst();
    }
}
