package org.tsunagu.app.lists;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.list.ListRules;
import org.tsunagu.rules.list.ListTables;
import org.tsunagu.rules.list.PeopleList;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Definitions of the lists (抽出リストの定義): as shipped, and copies in which the insurer has changed thresholds and windows.
@Service
public class Definitions {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<List<String>>> LISTS = new TypeReference<>() {};
    private static final List<Row> NAMES = new ListTables(List.of()).lists().rows();
    private static final String VALUE = "value";
    private static final int LONGEST_NOTE = 300;
    private static final RowMapper<Definition> DEFINITION = (row, n) -> new Definition(
            row.getLong(1),
            row.getString(2),
            YearMonth.from(row.getObject(3, LocalDate.class)),
            MAPPER.readValue(row.getString(4), LISTS).stream()
                    .map(cells -> new Correction(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                    .toList(),
            row.getString(5),
            row.getString(6),
            row.getObject(7, OffsetDateTime.class));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;

    Definitions(JdbcClient jdbc, TenantTransactions transactions, Audit audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
    }

    /// The lists there are in a month, as shipped.
    public static List<PeopleList> shipped(YearMonth month) {
        var rules = new ListRules(List.of());
        return rules.keys(month).stream().map(key -> rules.on(key, month)).toList();
    }

    /// A list in a month by a definition; by the shipped tables for none. Empty when there is no such list then.
    public static Optional<PeopleList> list(String key, YearMonth month, Optional<Definition> definition) {
        var rules = new ListRules(definition.map(Definition::changes).orElse(List.of()));
        return rules.keys(month).contains(key) ? Optional.of(rules.on(key, month)) : Optional.empty();
    }

    /// The name of a list; the key of one that is no longer shipped.
    public static String name(String key, boolean isJapanese) {
        return NAMES.stream()
                .filter(row -> row.key().equals(key))
                .map(row -> row.text(isJapanese ? "name_ja" : "name_en"))
                .findFirst()
                .orElse(key);
    }

    /// The copies of a list, the latest first.
    public List<Definition> of(String list) {
        return transactions.inCurrent(() -> select(" where list = :list order by valid_from desc, id desc", list));
    }

    /// What a list is made by in a month, within the transaction of the caller; empty for the shipped tables.
    Optional<Definition> inForce(String list, YearMonth month) {
        return select(" where list = :list order by valid_from desc, id desc", list).stream()
                .filter(one -> !one.validFrom().isAfter(month))
                .findFirst();
    }

    /// One copy, within the transaction of the caller.
    Optional<Definition> find(long id) {
        return jdbc.sql("select id, list, valid_from, changes, note, made_by_name, made_at from lists.definition"
                        + " where id = :id")
                .param("id", id)
                .query(DEFINITION)
                .optional();
    }

    private List<Definition> select(String where, String list) {
        return jdbc.sql("select id, list, valid_from, changes, note, made_by_name, made_at from lists.definition"
                        + where)
                .param("list", list)
                .query(DEFINITION)
                .list();
    }

    /// What came of keeping a copy.
    ///
    /// @param problem key of the message; empty when it was kept
    public record Kept(String problem) {}

    /// Keeps a copy of a list with other values.
    ///
    /// @param values by table and row (`list/steps:STOPPED-DM-DRUGS-ENDED-1`); the shipped value is no change
    public Kept keep(String list, YearMonth validFrom, Map<String, String> values, String note) {
        var shipped = list(list, validFrom, Optional.empty());
        if (shipped.isEmpty()) {
            return new Kept("lists.problem.month");
        }
        var changes = new ArrayList<Correction>();
        for (var row : changeable(shipped.get())) {
            var value = values.getOrDefault(row.table() + ":" + row.key(), row.text(VALUE))
                    .strip();
            if (!isFit(row, value)) {
                return new Kept("lists.problem.value");
            }
            if (!value.equals(row.text(VALUE))) {
                changes.add(new Correction(row.table(), row.key(), VALUE, value));
            }
        }
        var actor = Actors.current();
        transactions.inCurrent(() -> jdbc.sql(
                        "insert into lists.definition (insurer_id, list, valid_from, changes, note,"
                                + " made_by, made_by_name) values (:insurer, :list, :from, :changes::jsonb, :note, :by, :name)")
                .param("insurer", actor.insurer().id().value())
                .param("list", list)
                .param("from", Date.valueOf(validFrom.atDay(1)))
                .param("changes", json(changes))
                .param("note", note.substring(0, Math.min(LONGEST_NOTE, note.length())))
                .param("by", actor.id())
                .param("name", actor.name())
                .update());
        audit.note(Look.changed(0, "list", "/lists", "%s, %d cells".formatted(list, changes.size())));
        return new Kept("");
    }

    private static String json(List<Correction> changes) {
        return MAPPER.writeValueAsString(changes.stream()
                .map(one -> List.of(one.table(), one.row(), one.column(), one.value()))
                .toList());
    }

    /// The rows of a list whose value may be changed: its steps and the parameters they look at.
    public static List<Row> changeable(PeopleList list) {
        var rows = new ArrayList<Row>();
        list.steps().forEach(step -> rows.addAll(step.rows()));
        rows.removeIf(row -> row.text(VALUE).isEmpty());
        rows.addAll(list.parameters());
        return rows;
    }

    /// A number stays a number, a choice one of its choices, a list of words a list of words.
    private static boolean isFit(Row row, String value) {
        var shipped = row.text(VALUE);
        if (shipped.matches("[0-9]+(\\.[0-9]+)?")) {
            // A window of no months would look at nothing and find everybody.
            return value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")
                    && (row.table().endsWith("steps") || new BigDecimal(value).signum() > 0)
                    && (shipped.contains(".") || row.table().endsWith("steps") || value.matches("[0-9]+"));
        }
        if (shipped.matches("[0-9.]+-[0-9.]+")) {
            return value.matches("[0-9]{1,5}(\\.[0-9]{1,3})?-[0-9]{1,5}(\\.[0-9]{1,3})?");
        }
        var choices = row.text("choices");
        if (choices.contains(",")) {
            return List.of(choices.split(",")).contains(value);
        }
        if (choices.contains(";")) {
            return List.of(choices.split(";")).containsAll(List.of(value.split(",")));
        }
        return value.equals(shipped) || (shipped.matches("[0-9](,[0-9])+") && value.matches("[0-9](,[0-9])*"));
    }
}
