package org.tsunagu.app.retention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tsunagu.app.access.Insurer;

/// Writes a row about a person into every table that can hold one, whatever tables there are: old, and as plain as its
/// constraints allow.
final class Filler {

    /// What no rule of the database tells: values as SQL.
    private static final Map<String, String> NEEDED = Map.ofEntries(
            Map.entry("consent.event.decision", "'GIVEN'"),
            Map.entry("settlement.contract.facility", "'1311234567'"),
            Map.entry("settlement.payment.takes_back", "null"),
            Map.entry("settlement.month.month", "date '2017-06-01'"),
            Map.entry("settlement.payment.month", "date '2017-06-01'"),
            Map.entry("reporting.report.fiscal_year", "2017"),
            Map.entry("extracts.extract.k", "3"),
            Map.entry("portal.proxy.proxy_id", "null"),
            Map.entry("guidance.event.document_id", "null"),
            Map.entry("guidance.event.corrects", "null"),
            Map.entry("consent.disclosure.consent_id", "null"),
            Map.entry("consent.event.supersedes", "null"));

    /// Rows that another one names together with something else.
    private static final Map<String, String> FIRST = Map.of("settlement.payment", "settlement.month");

    private static final Pattern CHOICE = Pattern.compile("\\(*(\\w+) = ANY \\(ARRAY\\['([^']*)'");
    private static final Pattern SHAPE = Pattern.compile("\\(*(\\w+) ~ ");

    private final JdbcTemplate database;
    private final Insurer insurer;
    private final String day;
    private final Map<String, Long> parents = new HashMap<>();
    private int counter;

    Filler(JdbcTemplate database, Insurer insurer, String day) {
        this.database = database;
        this.insurer = insurer;
        this.day = day;
    }

    /// Columns that say whom a row is about.
    static Map<String, List<String>> people(JdbcTemplate database) {
        var found = new LinkedHashMap<String, List<String>>();
        database.query(
                "select n.nspname || '.' || t.relname, a.attname from pg_attribute a join pg_class t on t.oid = a.attrelid"
                        + " join pg_namespace n on n.oid = t.relnamespace where t.relkind = 'r' and a.attnum > 0"
                        + " and not a.attisdropped and n.nspname not in ('pg_catalog', 'information_schema')"
                        + " and (a.attname ~ '(^|_)members?(_id)?$'"
                        + " and a.atttypid in ('bigint'::regtype, 'bigint[]'::regtype) or exists (select 1 from pg_constraint c"
                        + " where c.contype = 'f' and c.conrelid = t.oid and a.attnum = any(c.conkey)"
                        + " and c.confrelid = 'membership.member'::regclass)) order by 1, 2",
                row -> {
                    found.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return found;
    }

    private record Column(String name, String type, boolean isNeeded, Optional<String> parent) {}

    private List<Column> columns(String table) {
        return database.query(
                "select a.attname, format_type(a.atttypid, null), a.attnotnull, (select c.confrelid::regclass::text"
                        + " from pg_constraint c where c.contype = 'f' and c.conrelid = a.attrelid"
                        + " and c.conkey = array[a.attnum] limit 1) from pg_attribute a where a.attrelid = ?::regclass"
                        + " and a.attnum > 0 and not a.attisdropped and a.attidentity = '' order by a.attnum",
                (row, n) -> new Column(
                        row.getString(1), row.getString(2), row.getBoolean(3), Optional.ofNullable(row.getString(4))),
                table);
    }

    private Map<String, String> choices(String table) {
        return database
                .queryForList(
                        "select pg_get_expr(conbin, conrelid) from pg_constraint where contype = 'c'"
                                + " and conrelid = ?::regclass",
                        String.class,
                        table)
                .stream()
                .map(CHOICE::matcher)
                .filter(java.util.regex.Matcher::find)
                .collect(Collectors.toMap(choice -> choice.group(1), choice -> choice.group(2), (one, other) -> one));
    }

    /// Writes a row about a member.
    void fill(String table, List<String> people, long member) {
        if (FIRST.containsKey(table)) {
            parent(FIRST.get(table), member);
        }
        var choices = choices(table);
        var values = new LinkedHashMap<String, String>();
        for (var column : columns(table)) {
            var isPerson = people.contains(column.name());
            var value = value(table, column, isPerson, choices, member);
            if (!value.equals("null")) {
                values.put(column.name(), value);
            }
        }
        database.update("insert into %s (%s) values (%s)"
                .formatted(table, String.join(", ", values.keySet()), String.join(", ", values.values())));
    }

    private String value(String table, Column column, boolean isPerson, Map<String, String> choices, long member) {
        var name = column.name();
        var isTime = column.type().startsWith("timestamp") || column.type().equals("date");
        if (NEEDED.containsKey(table + "." + name)) {
            return NEEDED.get(table + "." + name);
        } else if (isPerson) {
            return column.type().endsWith("[]") ? "array[%d]".formatted(member) : Long.toString(member);
        } else if (name.equals("insurer_id")) {
            return Integer.toString(insurer.id().value());
        } else if (choices.containsKey(name) && column.type().equals("text")) {
            return "'" + choices.get(name) + "'";
        } else if (!column.isNeeded() && !isTime) {
            return "null";
        } else if (isTime) {
            return column.isNeeded() ? "'%s'".formatted(day) : "null";
        } else if (column.parent().isPresent()) {
            return Long.toString(parent(column.parent().get(), member));
        } else if (name.equals("original")) {
            return "repeat('a', 64)";
        } else if (name.equals("version") || name.equals("document_id")) {
            return name.equals("version") ? "1" : Long.toString(member + 8_000_000);
        }
        return plain(table, column, member);
    }

    private String plain(String table, Column column, long member) {
        if (column.type().endsWith("[]")) {
            return "'{}'";
        }
        return switch (column.type()) {
            case "text", "character varying" -> "'x%d'".formatted(member);
            case "uuid" -> "gen_random_uuid()";
            case "jsonb" -> "'{}'";
            case "boolean" -> "false";
            case "bytea" -> "''";
            case "double precision", "numeric", "integer", "bigint", "smallint" -> number(table, column, member);
            default -> throw new IllegalArgumentException("a value for " + table + "." + column);
        };
    }

    /// Another one for each row where a key wants it.
    private String number(String table, Column column, long member) {
        if (column.name().equals("checkup_id")) {
            return Long.toString(parent("checkups.checkup", member));
        }
        var isKey = database.queryForObject(
                        "select count(*) from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                                + " and a.attnum = any(i.indkey) where i.indisunique and i.indrelid = ?::regclass"
                                + " and a.attname = ?",
                        Integer.class,
                        table,
                        column.name())
                > 0;
        return isKey && !column.name().equals("fiscal_year") ? Integer.toString(++counter) : "1";
    }

    private long parent(String table, long member) {
        return switch (table) {
            case "membership.member" -> member;
            case "access.insurer" -> insurer.id().value();
            case "access.staff" ->
                database.queryForObject(
                        "select min(staff_id) from access.staff_role where insurer_id = ?",
                        Long.class,
                        insurer.id().value());
            default -> made(table, member);
        };
    }

    /// The row of a table that others hang on: one for each person where it is about one.
    private long made(String table, long member) {
        var people = people(database).getOrDefault(table, List.of());
        var key = people.isEmpty() ? table : table + " " + member;
        var known = parents.get(key);
        if (known != null) {
            return known;
        }
        var isThere = !people.isEmpty()
                && database.queryForObject(
                                "select count(*) from %s where %s = %d".formatted(table, people.getFirst(), member),
                                Integer.class)
                        > 0;
        if (!isThere) {
            fill(table, people, member);
        }
        var hasId = columns(table).stream().noneMatch(column -> column.name().equals("id"))
                && database.queryForObject(
                                "select count(*) from pg_attribute where attrelid = ?::regclass and attname = 'id'",
                                Integer.class,
                                table)
                        > 0;
        var id = hasId ? database.queryForObject("select max(id) from " + table, Long.class) : Long.valueOf(0);
        parents.put(key, id);
        return id;
    }

    /// Whether a row is there already because another one hangs on it.
    boolean isMade(String table, long member) {
        return parents.containsKey(table + " " + member);
    }
}
