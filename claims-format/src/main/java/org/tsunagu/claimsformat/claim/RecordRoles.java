package org.tsunagu.claimsformat.claim;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.claimsformat.record.Layouts;
import org.tsunagu.claimsformat.record.RecordCode;
import org.tsunagu.claimsformat.record.RecordLayout;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What each record does in a claim, and where it stands in the order of records (レコードの役割と順序), `roles.tsv`.
final class RecordRoles {

    private static final int NAMES = 1 << 16;
    private static final Map<Kind, RecordRoles> BY_KIND = readAll();

    private final Known[] known = new Known[NAMES];

    private RecordRoles(Kind kind, Map<String, Row> rows) {
        for (var first = 'A'; first <= 'Z'; first++) {
            for (var second = 'A'; second <= 'Z'; second++) {
                var code = (first << 8) | second;
                known[code] = known(kind, code, rows);
            }
        }
    }

    private static Known known(Kind kind, int code, Map<String, Row> rows) {
        var name = RecordCode.name(code);
        var layout = Layouts.shipped().find(kind, code);
        var row = rows.getOrDefault(
                kind.tag() + "-" + name,
                rows.getOrDefault("INSURER-" + name, rows.get(Kind.MEDICAL.tag() + "-" + name)));
        var role = row == null
                ? layout.isPresent() ? RecordRole.OTHER : RecordRole.UNKNOWN
                : RecordRole.valueOf(row.text("role").toUpperCase(Locale.ROOT));
        return new Known(
                role,
                row == null ? 0 : row.integer("rank"),
                layout.orElseGet(
                        () -> Layouts.shipped().find(kind, RecordCode.GO).orElseThrow()));
    }

    private static Map<Kind, RecordRoles> readAll() {
        var table = Table.read("claim/roles", RecordRoles.class.getResourceAsStream("roles.tsv"));
        var rows = new HashMap<String, Row>();
        table.rows().forEach(row -> rows.put(row.key(), row));
        var all = new EnumMap<Kind, RecordRoles>(Kind.class);
        for (var kind : Kind.values()) {
            all.put(kind, new RecordRoles(kind, rows));
        }
        return all;
    }

    static RecordRoles of(Kind kind) {
        return Objects.requireNonNull(BY_KIND.get(kind));
    }

    /// What is known of a record.
    Known find(int code) {
        var found = code < 0 ? null : known[code];
        return found == null ? Known.NOTHING : found;
    }

    /// Role, rank in the order (0 = anywhere) and layout of a record.
    record Known(RecordRole role, int rank, RecordLayout layout, Columns columns) {
        static final Known NOTHING = new Known(
                RecordRole.UNKNOWN,
                0,
                Layouts.shipped().find(Kind.MEDICAL, RecordCode.GO).orElseThrow());

        Known(RecordRole role, int rank, RecordLayout layout) {
            this(role, rank, layout, Columns.of(layout));
        }
    }

    /// The columns every line is asked for, looked up once a record; [RecordLayout#NONE] where there is none.
    record Columns(int careClass, int payer, int code, int quantity, int times, int date) {
        static Columns of(RecordLayout layout) {
            return new Columns(
                    layout.column("care_class"),
                    layout.column("payer"),
                    layout.column("code"),
                    layout.column("quantity"),
                    layout.column("times"),
                    layout.column("date"));
        }
    }
}
