package org.tsunagu.app.retention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tsunagu.app.access.Insurer;

/// All rows of an insurer, as a backup has them, but for what was written down about deletions and looks.
final class Snapshot {

    private final JdbcTemplate database;
    private final Insurer insurer;
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    Snapshot(JdbcTemplate database, Insurer insurer) {
        this.database = database;
        this.insurer = insurer;
        database.queryForList(
                        "select n.nspname || '.' || t.relname from pg_class t join pg_namespace n on n.oid ="
                                + " t.relnamespace join pg_attribute a on a.attrelid = t.oid and a.attname ="
                                + " 'insurer_id' where t.relkind = 'r' and n.nspname not in ('audit', 'retention',"
                                + " 'jobs', 'access')",
                        String.class)
                .forEach(table -> rows.put(
                        table,
                        database.queryForList(
                                "select to_jsonb(t)::text from " + table + " t where insurer_id = ?",
                                String.class,
                                insurer.id().value())));
    }

    /// Everything as it was.
    void restore() {
        database.execute((java.sql.Connection connection) -> {
            try (var all = connection.createStatement()) {
                all.execute("set session_replication_role = replica");
                for (var table : rows.keySet()) {
                    all.execute("delete from " + table + " where insurer_id = "
                            + insurer.id().value());
                }
                for (var table : rows.entrySet()) {
                    try (var one = connection.prepareStatement("insert into " + table.getKey()
                            + " overriding system value select * from jsonb_populate_record(null::" + table.getKey()
                            + ", ?::jsonb)")) {
                        for (var row : table.getValue()) {
                            one.setString(1, row);
                            one.execute();
                        }
                    }
                }
                all.execute("set session_replication_role = origin");
            }
            return 0;
        });
    }
}
