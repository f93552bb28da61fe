package org.tsunagu.app.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagu.app.backup.Manifest.Migration;

/// The tables of a database as its catalogue knows them (テーブルの一覧): those of every schema that has migrations.
final class Tables {

    /// Schemas in single quotes are ours: they come from the catalogue.
    private static final String SCHEMAS =
            " in (select relnamespace from pg_class where relname = 'migration' and relkind = 'r')";

    private Tables() {}

    /// A table.
    ///
    /// @param isPerInsurer whether row-level security shows the rows of one insurer only
    record Table(String name, List<String> columns, boolean isPerInsurer) {

        String columnList() {
            return String.join(", ", columns);
        }
    }

    /// All tables, those that are referred to before those that refer to them.
    static List<Table> inOrder(Connection connection) throws SQLException {
        var tables = all(connection);
        var references = references(connection);
        var ordered = new ArrayList<Table>();
        var visited = new HashSet<String>();
        tables.keySet().forEach(name -> visit(name, tables, references, visited, ordered));
        return ordered;
    }

    private static void visit(
            String name,
            Map<String, Table> tables,
            Map<String, Set<String>> references,
            Set<String> visited,
            List<Table> ordered) {
        var table = tables.get(name);
        if (table != null && visited.add(name)) {
            references
                    .getOrDefault(name, Set.of())
                    .forEach(other -> visit(other, tables, references, visited, ordered));
            ordered.add(table);
        }
    }

    private static Map<String, Table> all(Connection connection) throws SQLException {
        var tables = new LinkedHashMap<String, Table>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select format('%I.%I', n.nspname, c.relname), c.relrowsecurity,"
                        + " array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid"
                        + " and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum)"
                        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'r' and c.relname <> 'migration' and c.relnamespace" + SCHEMAS
                        + " order by 1")) {
            while (rows.next()) {
                var columns = Arrays.asList((String[]) rows.getArray(3).getArray());
                tables.put(rows.getString(1), new Table(rows.getString(1), columns, rows.getBoolean(2)));
            }
        }
        return tables;
    }

    private static Map<String, Set<String>> references(Connection connection) throws SQLException {
        var references = new HashMap<String, Set<String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select format('%I.%I', n.nspname, c.relname),"
                        + " format('%I.%I', m.nspname, d.relname) from pg_constraint f"
                        + " join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_class d on d.oid = f.confrelid join pg_namespace m on m.oid = d.relnamespace"
                        + " where f.contype = 'f' and f.conrelid <> f.confrelid")) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), none -> new HashSet<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    /// The last number that each sequence has given.
    static Map<String, Long> sequences(Connection connection) throws SQLException {
        var sequences = new LinkedHashMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select format('%I.%I', schemaname, sequencename), last_value"
                        + " from pg_sequences where last_value is not null"
                        + " and (quote_ident(schemaname)::regnamespace)" + SCHEMAS + " order by 1")) {
            while (rows.next()) {
                sequences.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sequences;
    }

    /// The migrations of every schema.
    static List<Migration> migrations(Connection connection) throws SQLException {
        var migrations = new ArrayList<Migration>();
        for (var schema : schemas(connection)) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select version, coalesce(checksum, 0) from " + schema
                            + ".migration where version is not null and success order by installed_rank")) {
                while (rows.next()) {
                    migrations.add(new Migration(schema, rows.getString(1), rows.getLong(2)));
                }
            }
        }
        return migrations;
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        var schemas = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select quote_ident(nspname) from pg_namespace where oid" + SCHEMAS + " order by 1")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }
}
