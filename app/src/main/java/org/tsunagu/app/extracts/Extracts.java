package org.tsunagu.app.extracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Sealing;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.extracts.ExtractRequest.State;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.privacy.extract.Extract;
import tools.jackson.databind.json.JsonMapper;

/// De-identified extracts of the current insurer (匿名化した抽出): one person asks, another releases, the file is made and
/// taken out once. Every step is in the ledger.
@Service
public class Extracts {

    /// The smallest group that is proposed.
    public static final int USUAL = 10;

    private static final int LARGEST = 1000;
    private static final int LATEST = 100;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 300;
    private static final String PLACE = "/extracts";
    private static final String COLUMNS = "id, project, purpose, fiscal_year, columns, k, state, requested_by,"
            + " requested_by_name, requested_at, decided_by_name, decided_at, note, report, taken_by_name, taken_at";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Jobs jobs;
    private final Audit audit;
    private final Sealing sealing;
    private final JsonMapper json;
    private final Clock clock;

    Extracts(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Jobs jobs,
            Audit audit,
            Sealing sealing,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.audit = audit;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    /// What is asked for (申請の内容).
    ///
    /// @param purpose as [org.tsunagu.app.access.Purpose] states it
    public record Wish(String project, String purpose, int fiscalYear, List<String> columns, int k) {

        /// What is wrong with it, a key of the message file; empty when nothing is.
        public String problem() {
            if (project.isBlank() || project.length() > LONGEST_NAME) {
                return "extracts.problem.project";
            }
            if (ExtractColumn.of(columns).isEmpty()) {
                return "extracts.problem.columns";
            }
            return k < Extract.LEAST || k > LARGEST ? "extracts.problem.k" : "";
        }
    }

    /// Asks for an extract.
    ///
    /// @return its number
    /// @throws IllegalArgumentException for a wish that has a problem
    public long ask(Wish wish) {
        if (!wish.problem().isEmpty()) {
            throw new IllegalArgumentException(wish.problem());
        }
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var id = jdbc.sql("insert into extracts.extract (insurer_id, project, purpose, fiscal_year, columns, k,"
                            + " requested_by, requested_by_name, requested_at) values (:insurer, :project, :purpose,"
                            + " :year, :columns, :k, :by, :name, :now) returning id")
                    .param("insurer", actor.insurer().id().value())
                    .param("project", wish.project().strip())
                    .param("purpose", wish.purpose())
                    .param("year", wish.fiscalYear())
                    .param("columns", wish.columns().toArray(String[]::new))
                    .param("k", wish.k())
                    .param("by", actor.id())
                    .param("name", actor.name())
                    .param("now", OffsetDateTime.now(clock))
                    .query(Long.class)
                    .single();
            note(id, "asked for, %d, %s, k %d".formatted(wish.fiscalYear(), wish.columns(), wish.k()));
            return id;
        });
    }

    private void note(long id, String detail) {
        audit.note(Look.changed(0, "extract", PLACE, "extract %d %s".formatted(id, detail)));
    }

    /// The latest requests, the newest first.
    public List<ExtractRequest> all() {
        return transactions.inCurrent(
                () -> jdbc.sql("select " + COLUMNS + " from extracts.extract order by id desc limit :most")
                        .param("most", LATEST)
                        .query(this::request)
                        .list());
    }

    /// One request.
    public Optional<ExtractRequest> find(long id) {
        return transactions.inCurrent(() -> jdbc.sql("select " + COLUMNS + " from extracts.extract where id = :id")
                .param("id", id)
                .query(this::request)
                .optional());
    }

    private ExtractRequest request(ResultSet row, int n) throws SQLException {
        var report = row.getString(14);
        return new ExtractRequest(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                List.of((String[]) row.getArray(5).getArray()),
                row.getInt(6),
                State.valueOf(row.getString(7)),
                row.getLong(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class),
                row.getString(11),
                Optional.ofNullable(row.getObject(12, OffsetDateTime.class)),
                row.getString(13),
                report == null ? Optional.empty() : Optional.of(json.readValue(report, Outcome.class)),
                row.getString(15),
                Optional.ofNullable(row.getObject(16, OffsetDateTime.class)));
    }

    /// Releases or refuses what somebody else has asked for.
    ///
    /// @return whether it was decided: not by the person who asked, and not twice
    public boolean decide(long id, boolean isReleased, String note) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var isDone =
                    jdbc.sql("update extracts.extract set state = :state, decided_by = :by, decided_by_name = :name,"
                                            + " decided_at = :now, note = :note where id = :id and state = 'REQUESTED'"
                                            + " and requested_by <> :by")
                                    .param("state", isReleased ? State.APPROVED.name() : State.REFUSED.name())
                                    .param("by", actor.id())
                                    .param("name", actor.name())
                                    .param("now", OffsetDateTime.now(clock))
                                    .param("note", note.substring(0, Math.min(LONGEST_NOTE, note.length())))
                                    .param("id", id)
                                    .update()
                            > 0;
            if (isDone) {
                note(id, isReleased ? "released" : "refused");
                if (isReleased) {
                    jobs.enqueue(actor.insurer().id(), ExtractJob.KIND, Long.toString(id), actor.name());
                }
            }
            return isDone;
        });
    }

    /// Takes the file out, once: it is gone from here with that.
    ///
    /// @param purpose as [org.tsunagu.app.access.Purpose] states it
    /// @return empty when there is none, or no longer one
    public Optional<byte[]> take(long id, String purpose) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> jdbc.sql("select file, members from extracts.extract where id = :id"
                        + " and state = 'READY' and file is not null for update")
                .param("id", id)
                .query((row, n) -> {
                    audit.note(
                            new Look(
                                    Look.Kind.EXPORT,
                                    "extract",
                                    0,
                                    purpose,
                                    Look.OWN_WORK,
                                    PLACE,
                                    "extract %d taken out".formatted(id)),
                            List.of((Long[]) row.getArray(2).getArray()));
                    return sealing.open(
                            row.getBytes(1), ExtractJob.owner(actor.insurer().id(), id));
                })
                .optional()
                .map(file -> taken(id, file)));
    }

    private byte[] taken(long id, byte[] file) {
        jdbc.sql("update extracts.extract set state = 'TAKEN', file = null, taken_by_name = :name, taken_at = :now"
                        + " where id = :id")
                .param("name", Actors.current().name())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        return file;
    }
}
