package org.tsunagu.linkage.column;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What headings of columns mean (見出しの意味), from `column-roles.tsv`.
final class Roles {

    private static final Pattern BETWEEN = Pattern.compile("[\\s_\\-.]+");
    private static final Pattern OR = Pattern.compile("\\|");

    private static final Table TABLE =
            Table.read("column/column-roles", Roles.class.getResourceAsStream("column-roles.tsv"));
    private static final List<String> ORDER =
            TABLE.rows().stream().map(row -> row.text("row")).toList();
    private static final Map<String, Row> ROLES = read();

    private Roles() {}

    private static Map<String, Row> read() {
        var roles = new HashMap<String, Row>();
        for (var row : TABLE.rows()) {
            for (var heading : OR.splitAsStream(row.text("headings")).toList()) {
                roles.putIfAbsent(plain(heading), row);
            }
        }
        return Map.copyOf(roles);
    }

    /// A heading as it is compared: without case, signs and marks of width.
    static String plain(String heading) {
        var text = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(text).replaceAll(" ").strip();
    }

    /// The place of a role in the table, from 0.
    static int order(String role) {
        return ORDER.indexOf(role);
    }

    static Optional<Row> of(String heading) {
        return Optional.ofNullable(ROLES.get(plain(heading)));
    }
}
