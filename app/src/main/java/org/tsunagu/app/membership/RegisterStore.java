package org.tsunagu.app.membership;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.linkage.normal.Names;

/// Writes the lines of a register (資格台帳の反映) by their natural keys: the same lines again change nothing.
@Repository
class RegisterStore {

    private static final List<String> FIELDS = List.of(
            "name",
            "kana",
            "sex",
            "birth",
            "kind",
            "relation",
            "symbol",
            "number",
            "branch",
            "employer",
            "postal_code",
            "address",
            "phone");

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Transfers transfers;

    RegisterStore(JdbcClient jdbc, JdbcTemplate batch, Transfers transfers) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transfers = transfers;
    }

    void refuse(InsurerId insurer, RegisterFile file, String why) {
        jdbc.sql("update membership.register_file set state = 'REFUSED', refusal = :why"
                        + " where id = :id and insurer_id = :insurer")
                .param("why", why)
                .param("id", file.id())
                .param("insurer", insurer.value())
                .update();
    }

    private record Known(long id, Map<String, String> values) {}

    /// Some lines of a file.
    ///
    /// @param count how many there were, good and bad
    record Part(List<RegisterLine> lines, BadLines bad, int count) {}

    void take(InsurerId insurer, RegisterFile file, Part part) {
        var lines = part.lines();
        var people = new LinkedHashMap<String, RegisterLine>();
        // Of a person with several times of coverage the last line says how they are now.
        lines.forEach(line -> people.put(line.registerKey(), line));
        var known = known(people.keySet().stream().toList());
        var added = people.values().stream()
                .filter(line -> !known.containsKey(line.registerKey()))
                .toList();
        insert(insurer, file, added);
        var changed = change(
                insurer,
                file,
                people.values().stream()
                        .filter(line -> known.containsKey(line.registerKey()))
                        .toList(),
                known);
        var ids = ids(people.keySet().stream().toList());
        numbers(insurer, lines, ids);
        coverage(insurer, file, lines, ids);
        transfers.put(insurer, lines, ids);
        badLines(insurer, file, part.bad());
        jdbc.sql("update membership.register_file set lines = lines + :lines, added = added + :added,"
                        + " changed = changed + :changed, bad = bad + :bad where id = :id")
                .param("lines", part.count())
                .param("added", added.size())
                .param("changed", changed)
                .param(
                        "bad",
                        new HashSet<>(part.bad().lines().stream()
                                        .map(BadLine::line)
                                        .toList())
                                .size())
                .param("id", file.id())
                .update();
    }

    private Map<String, Known> known(List<String> keys) {
        var known = new HashMap<String, Known>();
        jdbc.sql("select id, register_key, " + String.join(", ", FIELDS)
                        + " from membership.member where register_key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    var values = new HashMap<String, String>();
                    for (var field : FIELDS) {
                        values.put(field, row.getString(field));
                    }
                    known.put(row.getString(2), new Known(row.getLong(1), values));
                });
        return known;
    }

    private static Map<String, String> values(RegisterLine line) {
        return Map.ofEntries(
                Map.entry("name", line.name()),
                Map.entry("kana", line.kana()),
                Map.entry("sex", line.sex().code()),
                Map.entry("birth", line.birth().toString()),
                Map.entry("kind", line.kind()),
                Map.entry("relation", line.relation()),
                Map.entry("symbol", line.number().symbol()),
                Map.entry("number", line.number().number()),
                Map.entry("branch", line.number().branch()),
                Map.entry("employer", line.employer()),
                Map.entry("postal_code", line.postalCode()),
                Map.entry("address", line.address()),
                Map.entry("phone", line.phone()));
    }

    private static Object[] cells(RegisterLine line, Object... more) {
        var values = values(line);
        var cells = new ArrayList<Object>();
        for (var field : FIELDS) {
            cells.add(field.equals("birth") ? Date.valueOf(line.birth()) : values.getOrDefault(field, ""));
        }
        cells.add(Names.key(line.name()));
        cells.add(Names.key(line.kana()));
        cells.add(line.number().key());
        cells.add(line.number().household());
        cells.add(line.number().numberKey());
        cells.add(line.phone().replaceAll("\\D", ""));
        cells.addAll(List.of(more));
        return cells.toArray();
    }

    private void insert(InsurerId insurer, RegisterFile file, List<RegisterLine> lines) {
        batch.batchUpdate(
                "insert into membership.member (" + String.join(", ", FIELDS)
                        + ", name_key, kana_key, number_key, household_key, card_number_key, phone_key, insurer_id,"
                        + " register_key, seen_in)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines.stream()
                        .map(line -> cells(line, insurer.value(), line.registerKey(), file.id()))
                        .toList());
    }

    private int change(InsurerId insurer, RegisterFile file, List<RegisterLine> lines, Map<String, Known> known) {
        var updates = new ArrayList<Object[]>();
        var changes = new ArrayList<Object[]>();
        var seen = new ArrayList<Object[]>();
        for (var line : lines) {
            var before = Objects.requireNonNull(known.get(line.registerKey()));
            var after = values(line);
            var isChanged = false;
            for (var field : FIELDS) {
                var was = before.values().getOrDefault(field, "");
                var is = after.getOrDefault(field, "");
                if (!was.equals(is)) {
                    isChanged = true;
                    changes.add(new Object[] {insurer.value(), before.id(), field, was, is, file.original()});
                }
            }
            if (isChanged) {
                updates.add(cells(line, file.id(), before.id()));
            } else {
                seen.add(new Object[] {file.id(), before.id()});
            }
        }
        batch.batchUpdate(
                "update membership.member set " + String.join(" = ?, ", FIELDS)
                        + " = ?, name_key = ?, kana_key = ?, number_key = ?, household_key = ?,"
                        + " card_number_key = ?, phone_key = ?, seen_in = ?, version = version + 1,"
                        + " updated_at = now() where id = ?",
                updates);
        batch.batchUpdate("update membership.member set seen_in = ? where id = ?", seen);
        batch.batchUpdate(
                "insert into membership.change (insurer_id, member_id, field, before, after, source)"
                        + " values (?, ?, ?, ?, ?, ?)",
                changes);
        return updates.size();
    }

    private Map<String, Long> ids(List<String> keys) {
        var ids = new HashMap<String, Long>();
        jdbc.sql("select register_key, id from membership.member where register_key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString(1), row.getLong(2));
                });
        return ids;
    }

    /// Also the numbers of earlier lines: with them a person is found on what was issued then.
    private void numbers(InsurerId insurer, List<RegisterLine> lines, Map<String, Long> ids) {
        batch.batchUpdate(
                "insert into membership.insured_number (insurer_id, member_id, number_key, household_key, symbol,"
                        + " number, branch) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                lines.stream()
                        .map(line -> new Object[] {
                            insurer.value(),
                            ids.get(line.registerKey()),
                            line.number().key(),
                            line.number().household(),
                            line.number().symbol(),
                            line.number().number(),
                            line.number().branch()
                        })
                        .toList());
    }

    private void coverage(InsurerId insurer, RegisterFile file, List<RegisterLine> lines, Map<String, Long> ids) {
        batch.batchUpdate(
                "insert into membership.coverage (insurer_id, member_id, from_day, to_day, reason, seen_in)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (insurer_id, member_id, from_day) do update"
                        + " set to_day = excluded.to_day, reason = excluded.reason, seen_in = excluded.seen_in",
                lines.stream()
                        .map(line -> new Object[] {
                            insurer.value(),
                            ids.get(line.registerKey()),
                            Date.valueOf(line.coverage().from()),
                            line.coverage().to().map(Date::valueOf).orElse(null),
                            line.coverage().reason(),
                            file.id()
                        })
                        .toList());
    }

    /// Who stands on a bad line is in the file: what it says is not taken, but nobody has left by it.
    private void badLines(InsurerId insurer, RegisterFile file, BadLines bad) {
        jdbc.sql("update membership.member set seen_in = :file where register_key = any(:keys)")
                .param("file", file.id())
                .param("keys", bad.keys().toArray(String[]::new))
                .update();
        batch.batchUpdate(
                "insert into membership.bad_line values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                bad.lines().stream()
                        .map(line -> new Object[] {
                            insurer.value(), file.id(), line.line(), line.code(), line.field(), line.value()
                        })
                        .toList());
    }
}
