package org.tsunagu.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/// What an installation holds, so that two can be compared: every row of every table, and every file kept. [#exact] is
/// byte by byte. [#natural] is what remains when numbers that only this database gave are replaced by the natural key
/// of the row they name, and moments are left out: of two runs that did the same work it is the same.
final class Contents {

    /// References that the database does not know as such, or knows only together with another column.
    private static final Map<String, String> REFERENCES = Map.ofEntries(
            Map.entry("checkups.checkup.document_id", "intake.document"),
            Map.entry("checkups.decision.member_id", "membership.member"),
            Map.entry("checkups.high_value.member_id", "membership.member"),
            Map.entry("checkups.visit_advice.member_id", "membership.member"),
            Map.entry("membership.member.seen_in", "membership.register_file"),
            Map.entry("membership.coverage.seen_in", "membership.register_file"),
            Map.entry("audit.event.insurer_id", "access.insurer"),
            Map.entry("audit.chain.insurer_id", "access.insurer"),
            Map.entry("audit.event.member_id", "membership.member"),
            Map.entry("audit.subject.insurer_id", "access.insurer"),
            Map.entry("audit.subject.member_id", "membership.member"),
            Map.entry("contacts.contact.task_id", "worklists.task"));

    /// Hashes over moments, and how long a migration took.
    private static final Set<String> OF_THE_MOMENT =
            Set.of("audit.event.previous", "audit.event.hash", "audit.chain.hash");

    private static final Pattern NAMED = Pattern.compile("(delivery|document) (\\d+)");
    private static final Pattern SUBJECT = Pattern.compile("(\\d+):(.*)", Pattern.DOTALL);
    private static final Set<String> OF_DELIVERIES = Set.of("RETURN", "MATCH");

    private final JdbcTemplate database;
    private final Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    private final Map<String, Map<String, String>> types = new HashMap<>();
    private final Map<String, String> identities = new HashMap<>();
    private final Map<String, String> references = new HashMap<>(REFERENCES);
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, Map<Object, Map<String, Object>>> byId = new HashMap<>();

    private Contents(JdbcTemplate database) {
        this.database = database;
        for (var table : tables(database)) {
            rows.put(table, database.queryForList("select * from " + table));
        }
        columns();
        constraints();
        identities.forEach((table, id) -> {
            var found = new HashMap<Object, Map<String, Object>>();
            rows.getOrDefault(table, List.of()).forEach(row -> found.put(number(row.get(id)), row));
            byId.put(table, found);
        });
    }

    /// Every table with its rows in order, to the last bit.
    static Map<String, List<String>> exact(JdbcTemplate database) {
        var contents = new TreeMap<String, List<String>>();
        for (var table : tables(database)) {
            if (!table.endsWith(".migration")) {
                contents.put(
                        table,
                        database.queryForList("select t::text from %s t order by 1".formatted(table), String.class));
            }
        }
        contents.put(
                "sequences",
                database.queryForList(
                        "select schemaname || '.' || sequencename || ' ' || coalesce(last_value, 0)"
                                + " from pg_sequences order by 1",
                        String.class));
        return contents;
    }

    /// Every table with the natural form of its rows, in order.
    static Map<String, List<String>> natural(JdbcTemplate database) {
        var contents = new Contents(database);
        var natural = new TreeMap<String, List<String>>();
        contents.rows.forEach((table, rows) -> natural.put(
                table,
                rows.stream()
                        .map(row -> contents.natural(table, row, List.copyOf(row.keySet())))
                        .sorted()
                        .toList()));
        return natural;
    }

    /// Every file below a folder with the SHA-256 of its bytes.
    static Map<String, String> files(Path folder) {
        var files = new TreeMap<String, String>();
        if (Files.isDirectory(folder)) {
            try (var walk = Files.walk(folder)) {
                for (var file : walk.filter(Files::isRegularFile).toList()) {
                    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                    files.put(folder.relativize(file).toString(), HexFormat.of().formatHex(digest));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        return files;
    }

    private static List<String> tables(JdbcTemplate database) {
        return database.queryForList(
                "select table_schema || '.' || table_name from information_schema.tables"
                        + " where table_type = 'BASE TABLE' and table_schema = any(?) order by 1",
                String.class,
                (Object) Database.MODULES.toArray(String[]::new));
    }

    private void columns() {
        database.query(
                "select table_schema || '.' || table_name, column_name, data_type, is_identity = 'YES'"
                        + " from information_schema.columns where table_schema = any(?)",
                row -> {
                    types.computeIfAbsent(row.getString(1), none -> new HashMap<>())
                            .put(row.getString(2), row.getString(3));
                    if (row.getBoolean(4)) {
                        identities.put(row.getString(1), row.getString(2));
                    }
                },
                (Object) Database.MODULES.toArray(String[]::new));
    }

    private void constraints() {
        database.query(
                "select c.conrelid::regclass::text, c.contype::text, coalesce(c.confrelid::regclass::text, ''),"
                        + " array(select a.attname::text from unnest(c.conkey) with ordinality k(n, o)"
                        + " join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.o)"
                        + " from pg_constraint c join pg_class t on t.oid = c.conrelid"
                        + " where t.relnamespace::regnamespace::text = any(?) and c.contype in ('u', 'p', 'f')"
                        + " order by c.contype desc, c.conname",
                row -> {
                    var table = row.getString(1);
                    var columns = Arrays.asList((String[]) row.getArray(4).getArray());
                    if (row.getString(2).equals("f")) {
                        references.put(table + "." + columns.getFirst(), row.getString(3));
                    } else if (!columns.contains(identities.getOrDefault(table, ""))) {
                        keys.putIfAbsent(table, columns);
                    }
                },
                (Object) Database.MODULES.toArray(String[]::new));
    }

    private String natural(String table, Map<String, Object> row, List<String> columns) {
        var natural = new LinkedHashMap<String, String>();
        for (var column : columns) {
            var isOfTheMoment = types.get(table).get(column).startsWith("timestamp")
                    || column.equals(identities.get(table))
                    || OF_THE_MOMENT.contains(table + "." + column)
                    || column.equals("execution_time");
            if (!isOfTheMoment) {
                natural.put(column, value(table, row, column));
            }
        }
        return natural.toString();
    }

    private String value(String table, Map<String, Object> row, String column) {
        var value = row.get(column);
        var place = table + "." + column;
        if (value == null) {
            return "-";
        }
        if (references.containsKey(place)) {
            return named(references.get(place), value);
        }
        if (place.equals("worklists.task.subject")) {
            return subject(row, value.toString());
        }
        if (place.equals("audit.event.detail")) {
            return NAMED.matcher(value.toString())
                    .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                            found.group(1) + " " + named("intake." + found.group(1), Long.valueOf(found.group(2)))));
        }
        return value.toString();
    }

    private String subject(Map<String, Object> row, String subject) {
        var parts = SUBJECT.matcher(subject);
        if (!parts.matches()) {
            return subject;
        }
        var table = OF_DELIVERIES.contains(row.get("kind").toString()) ? "intake.delivery" : "membership.member";
        return named(table, Long.valueOf(parts.group(1))) + ":" + parts.group(2);
    }

    /// The natural key of a row that is named by its number.
    private String named(String table, Object id) {
        var row = byId.getOrDefault(table, Map.of()).get(number(id));
        if (row == null) {
            return table + " without number " + (table.equals("access.insurer") ? id : "");
        }
        return table + natural(table, row, keys.getOrDefault(table, new ArrayList<>(row.keySet())));
    }

    private static Object number(Object id) {
        return id instanceof Number number ? number.longValue() : id;
    }
}
