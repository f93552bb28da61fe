package org.tsunagu.app.membership;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.jobs.Jobs;

/// The register files (資格台帳ファイル): received here, taken in by [RegisterImport].
@Service
public class Registers {

    static final String JOB = "register";

    private static final int MOST = 50;

    private static final String COLUMNS = "id, original, name, kind, as_of, state, lines, added, changed, ended, bad,"
            + " missing, nameless, refusal, received_at, received_by";
    private static final RowMapper<RegisterFile> FILE = (row, n) -> new RegisterFile(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getObject(5, LocalDate.class),
            row.getString(6),
            row.getInt(7),
            row.getInt(8),
            row.getInt(9),
            row.getInt(10),
            row.getInt(11),
            row.getInt(12),
            row.getInt(13),
            row.getString(14),
            row.getObject(15, OffsetDateTime.class),
            row.getString(16));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Originals originals;
    private final Jobs jobs;
    private final RegisterEnd end;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registers(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Originals originals,
            Jobs jobs,
            RegisterEnd end,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.originals = originals;
        this.jobs = jobs;
        this.end = end;
        this.clock = clock;
    }

    /// Keeps a register file and queues its taking in.
    ///
    /// @return false when the same bytes had been received before: then nothing happens
    public boolean receive(InsurerId insurer, InputStream in, String name, boolean isFull, LocalDate asOf, String by)
            throws IOException {
        var original = originals.keep(insurer, in, name, "upload", by);
        return transactions.in(insurer, () -> {
            var isNew = jdbc.sql("insert into membership.register_file"
                                    + " (insurer_id, original, name, kind, as_of, state, received_at, received_by)"
                                    + " values (:insurer, :original, :name, :kind, :asOf, 'WAITING', :at, :by)"
                                    + " on conflict do nothing")
                            .param("insurer", insurer.value())
                            .param("original", original.hash())
                            .param("name", name)
                            .param("kind", isFull ? "FULL" : "DIFFERENCE")
                            .param("asOf", asOf)
                            .param("at", OffsetDateTime.now(clock))
                            .param("by", by)
                            .update()
                    > 0;
            if (isNew) {
                jobs.enqueue(insurer, JOB, original.hash(), by);
            }
            return isNew;
        });
    }

    /// Reads a file again that was refused for its headings, after somebody has said what they mean.
    ///
    /// @return whether there was anything to read again
    public boolean again(long id, String by) {
        var insurer = Actors.current().insurer().id();
        return transactions.in(
                insurer,
                () -> jdbc.sql(
                                "update membership.register_file set state = 'WAITING', refusal = ''"
                                        + " where id = :id and state = 'REFUSED' and refusal like 'heading.%' returning original")
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .map(hash -> {
                            jobs.again(insurer, JOB, hash, by);
                            return true;
                        })
                        .orElse(false));
    }

    /// Files of the current insurer, the newest first.
    public List<RegisterFile> latest() {
        return latest(0, MOST);
    }

    /// The same from a place in the list on.
    public List<RegisterFile> latest(int from, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select " + COLUMNS
                        + " from membership.register_file order by id desc offset :from limit :most")
                .param("from", from)
                .param("most", most)
                .query(FILE)
                .list());
    }

    /// One file of the current insurer.
    public Optional<RegisterFile> find(long id) {
        return transactions.inCurrent(
                () -> jdbc.sql("select " + COLUMNS + " from membership.register_file where id = :id")
                        .param("id", id)
                        .query(FILE)
                        .optional());
    }

    /// What was wrong with its lines, in the order of the file.
    public List<BadLine> badLines(long id, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select line, code, field, value from membership.bad_line"
                        + " where register_file_id = :id order by line, field limit :most")
                .param("id", id)
                .param("most", most)
                .query((row, n) -> new BadLine(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
                .list());
    }

    /// Ends the coverage of the members that a full file does not have, after a person has looked at how many they are.
    ///
    /// @return who they were
    public List<Long> endMissing(long id) {
        return transactions.inCurrent(() -> {
            var file = jdbc.sql("select " + COLUMNS + " from membership.register_file where id = :id and missing > 0"
                            + " for update")
                    .param("id", id)
                    .query(FILE)
                    .optional();
            return file.map(missing -> {
                        var ended = end.endCoverage(missing);
                        events.publishEvent(
                                new RegisterTaken(Actors.current().insurer().id()));
                        return ended;
                    })
                    .orElse(List.of());
        });
    }

    /// The day of the newest register of the current insurer that was not refused: an older one would
    /// bring back what has changed since.
    public Optional<LocalDate> newest() {
        return transactions.inCurrent(
                () -> jdbc.sql("select as_of from membership.register_file where state <> 'REFUSED'"
                                + " order by as_of desc limit 1")
                        .query(LocalDate.class)
                        .optional());
    }

    /// Whether a newer register was taken before.
    boolean isOlder(InsurerId insurer, RegisterFile file) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select exists (select 1 from membership.register_file where state = 'DONE'"
                                + " and as_of > :asOf)")
                        .param("asOf", file.asOf())
                        .query(Boolean.class)
                        .single());
    }

    RegisterFile byOriginal(InsurerId insurer, String hash) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select " + COLUMNS + " from membership.register_file where original = :hash")
                        .param("hash", hash)
                        .query(FILE)
                        .single());
    }
}
