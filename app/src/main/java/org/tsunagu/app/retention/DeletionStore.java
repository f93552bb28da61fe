package org.tsunagu.app.retention;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.keeping.KeptRecords.FileFate;
import org.tsunagu.app.keeping.KeptRecords.Kept;
import org.tsunagu.rules.legal.Retention.Policy;

/// The rows of deletions (削除の記録), within the transaction of the caller.
@Component
class DeletionStore {

    private static final String COLUMNS = "id, day, extra_years, keeps_insured, backup_days, state, staff_name, at,"
            + " done_at, hash, backups_until";

    private final JdbcClient jdbc;

    DeletionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A record that is to be deleted (削除する記録).
    record Item(long id, String kind, Kept record, String row) {}

    long begin(Actor actor, LocalDate day, Policy policy, int backupDays, OffsetDateTime at) {
        return jdbc.sql("insert into retention.run (insurer_id, day, extra_years, keeps_insured, backup_days, state,"
                        + " staff_id, staff_name, at) values (:insurer, :day, :extra, :keeps, :backup, 'PLANNED',"
                        + " :staff, :name, :at) returning id")
                .param("insurer", actor.insurer().id().value())
                .param("day", Date.valueOf(day))
                .param("extra", policy.extraYears())
                .param("keeps", policy.keepsInsured())
                .param("backup", backupDays)
                .param("staff", actor.id())
                .param("name", actor.name())
                .param("at", at)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    List<Run> all() {
        return jdbc.sql("select " + COLUMNS + " from retention.run order by id desc")
                .query(DeletionStore::run)
                .list();
    }

    Optional<Run> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from retention.run where id = :id")
                .param("id", id)
                .query(DeletionStore::run)
                .optional();
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        return new Run(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                new Policy(row.getInt(3), row.getBoolean(4)),
                row.getInt(5),
                row.getString(6).equals("DONE"),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class),
                Optional.ofNullable(row.getObject(9, OffsetDateTime.class)),
                row.getString(10),
                Optional.ofNullable(row.getObject(11, LocalDate.class)));
    }

    void plan(InsurerId insurer, long run, List<Due> due) {
        jdbc.sql("insert into retention.item (insurer_id, run_id, kind, record_id, member_id, made, until, row, state)"
                        + " select :insurer, :run, i.kind, i.record, i.member, i.made::date, i.until::date, i.row,"
                        + " 'PLANNED' from unnest(:kinds, :records, :members, :made, :until, :rows)"
                        + " with ordinality as i (kind, record, member, made, until, row, n) order by i.n"
                        + " on conflict do nothing")
                .param("insurer", insurer.value())
                .param("run", run)
                .param("kinds", Columns.texts(due, Due::kind))
                .param("records", Columns.numbers(due, one -> one.record().id()))
                .param("members", Columns.numbers(due, one -> one.record().memberId()))
                .param("made", Columns.texts(due, one -> one.record().made()))
                .param("until", Columns.texts(due, one -> one.term().until().orElseThrow()))
                .param("rows", Columns.texts(due, one -> one.term().row().key()))
                .update();
    }

    /// The next that are to be deleted, all of one kind.
    List<Item> next(long run, int most) {
        var some = jdbc.sql("select id, kind, record_id, member_id, made, row from retention.item where run_id = :run"
                        + " and state = 'PLANNED' order by id limit :most")
                .param("run", run)
                .param("most", most)
                .query((row, n) -> new Item(
                        row.getLong(1),
                        row.getString(2),
                        new Kept(row.getLong(3), row.getLong(4), row.getObject(5, LocalDate.class)),
                        row.getString(6)))
                .list();
        return some.stream()
                .filter(item -> item.kind().equals(some.getFirst().kind()))
                .toList();
    }

    void state(List<Item> items, String state) {
        jdbc.sql("update retention.item set state = :state where id = any(:ids)")
                .param("state", state)
                .param("ids", Columns.numbers(items, Item::id))
                .update();
    }

    void files(InsurerId insurer, long run, List<FileFate> files) {
        for (var file : files) {
            jdbc.sql("insert into retention.original values (:run, :insurer, :hash, :removed)"
                            + " on conflict (run_id, hash) do update set removed = excluded.removed")
                    .param("run", run)
                    .param("insurer", insurer.value())
                    .param("hash", file.hash())
                    .param("removed", file.isRemovable())
                    .update();
        }
    }

    List<Run.File> files(long run) {
        return jdbc.sql("select hash, removed from retention.original where run_id = :run order by hash")
                .param("run", run)
                .query((row, n) -> new Run.File(row.getString(1), row.getBoolean(2)))
                .list();
    }

    List<Run.Count> counts(long run) {
        return jdbc.sql("select kind, row, state, count(*), count(distinct member_id) from retention.item"
                        + " where run_id = :run group by 1, 2, 3 order by min(id), 2, 3")
                .param("run", run)
                .query((row, n) -> new Run.Count(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5)))
                .list();
    }

    long planned(long run) {
        return jdbc.sql("select count(*) from retention.item where run_id = :run")
                .param("run", run)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    long open(long run) {
        return jdbc.sql("select count(*) from retention.item where run_id = :run and state = 'PLANNED'")
                .param("run", run)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /// The records that a deletion under way is still going to delete.
    Set<Long> planned(String kind, Collection<Long> records) {
        return new HashSet<>(jdbc.sql("select record_id from retention.item where state = 'PLANNED' and kind = :kind"
                        + " and record_id = any(:records)")
                .param("kind", kind)
                .param("records", records.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    /// What was deleted, in its order.
    List<Item> deleted(long run) {
        return jdbc.sql("select id, kind, record_id, member_id, made, row from retention.item where run_id = :run"
                        + " and state = 'DELETED' order by id")
                .param("run", run)
                .query((row, n) -> new Item(
                        row.getLong(1),
                        row.getString(2),
                        new Kept(row.getLong(3), row.getLong(4), row.getObject(5, LocalDate.class)),
                        row.getString(6)))
                .list();
    }

    void done(long run, OffsetDateTime at, String hash, LocalDate backupsUntil) {
        jdbc.sql("update retention.run set state = 'DONE', done_at = :at, hash = :hash, backups_until = :until"
                        + " where id = :run")
                .param("at", at)
                .param("hash", hash)
                .param("until", Date.valueOf(backupsUntil))
                .param("run", run)
                .update();
    }
}
