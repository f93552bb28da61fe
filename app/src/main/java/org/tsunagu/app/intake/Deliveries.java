package org.tsunagu.app.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.files.Original;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.claimsformat.record.ClaimFiles;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// The files that were received (受け取ったファイル).
@Service
public class Deliveries {

    static final String JOB = "delivery";

    static final String SELECT = "select d.id, d.original, d.name, d.channel, d.origin, d.state, d.documents,"
            + " coalesce(j.done, 0), count(x.id) filter (where x.status = 'ACCEPTED'),"
            + " count(x.id) filter (where x.status = 'WARNED'), count(x.id) filter (where x.status = 'REJECTED'),"
            + " count(x.id) filter (where x.match in ('DOUBTFUL', 'NONE', 'EARLIER') and x.status <> 'REJECTED'),"
            + " d.received_at, d.received_by from intake.delivery d"
            + " left join jobs.job j on j.kind = 'delivery' and j.subject = d.original"
            + " left join intake.document x on x.delivery_id = d.id";
    static final String GROUP = " group by d.id, j.done";
    static final RowMapper<Delivery> DELIVERY = (row, n) -> new Delivery(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            Origin.valueOf(row.getString(5)),
            row.getString(6),
            row.getInt(7),
            row.getInt(8),
            row.getInt(9),
            row.getInt(10),
            row.getInt(11),
            row.getInt(12),
            row.getObject(13, OffsetDateTime.class),
            row.getString(14));
    static final String DOCUMENT_COLUMNS = "id, delivery_id, entry, kind, status, match, coalesce(member_id, 0),"
            + " exam_date, symbol, number, branch, kana, sex, birth, postal_code, facility, version, other_insurer";
    static final RowMapper<Document> DOCUMENT = (row, n) -> new Document(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getLong(7),
            Optional.ofNullable(row.getObject(8, LocalDate.class)),
            row.getString(9),
            row.getString(10),
            row.getString(11),
            row.getString(12),
            row.getString(13),
            row.getString(14),
            row.getString(15),
            row.getString(16),
            row.getInt(17),
            row.getString(18));

    static final String STORED = "select d.id, d.original, d.name, d.received_at, i.id, i.number, d.state"
            + " from intake.delivery d join access.insurer i on i.id = d.insurer_id";
    static final RowMapper<Stored> AS_STORED = (row, n) -> new Stored(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getObject(4, OffsetDateTime.class),
            new InsurerId(row.getInt(5)),
            row.getString(6),
            row.getString(7));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Originals originals;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Originals originals,
            Jobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.originals = originals;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// What came of receiving a file.
    ///
    /// @param isNew false when the same bytes had been received before: then nothing else happens
    public record Receipt(long deliveryId, boolean isNew) {}

    /// Keeps a file of checkups as it is and queues its reading.
    ///
    /// @throws IOException if it cannot be kept; then nothing of it stays
    public Receipt receive(InsurerId insurer, InputStream in, String name, String channel, String by)
            throws IOException {
        return receive(insurer, in, name, channel, by, Origin.CHECKUP);
    }

    /// The same of results that are not those of a checkup.
    ///
    /// @param origin one of [Origin#OF_FILES]
    public Receipt receive(InsurerId insurer, InputStream in, String name, String channel, String by, Origin origin)
            throws IOException {
        var original = originals.keep(insurer, in, name, channel, by);
        var isClaims = origin == Origin.CHECKUP && holdsClaims(original);
        return transactions.in(insurer, () -> {
            var isNew = jdbc.sql("insert into intake.delivery"
                                    + " (insurer_id, original, name, channel, origin, state, received_at,"
                                    + " received_by)"
                                    + " values (:insurer, :original, :name, :channel, :origin, :state, :at, :by)"
                                    + " on conflict do nothing")
                            .param("insurer", insurer.value())
                            .param("original", original.hash())
                            .param("name", name)
                            .param("channel", channel)
                            .param("origin", (isClaims ? Origin.CLAIMS : origin).name())
                            // Claims are read elsewhere: nothing more is done with them here.
                            .param("state", isClaims ? "DONE" : "WAITING")
                            .param("at", OffsetDateTime.now(clock))
                            .param("by", by)
                            .update()
                    > 0;
            if (isNew && isClaims) {
                events.publishEvent(new ClaimFileReceived(insurer, original.hash(), name, channel, by));
            } else if (isNew) {
                jobs.enqueue(insurer, JOB, original.hash(), by);
            }
            var id = jdbc.sql("select id from intake.delivery where original = :original")
                    .param("original", original.hash())
                    .query(Long.class)
                    .single();
            return new Receipt(id, isNew);
        });
    }

    /// What cannot be read is left to whoever says why.
    private static boolean holdsClaims(Original original) {
        try {
            return ClaimFiles.holdsClaims(original.path());
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// The newest files of the current insurer.
    public List<Delivery> latest(int from, int most) {
        return transactions.inCurrent(
                () -> jdbc.sql(SELECT + GROUP + " order by d.received_at desc, d.id desc offset :from limit :most")
                        .param("from", from)
                        .param("most", most)
                        .query(DELIVERY)
                        .list());
    }

    /// One file.
    public Optional<Delivery> find(long id) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where d.id = :id" + GROUP)
                .param("id", id)
                .query(DELIVERY)
                .optional());
    }

    /// Documents of a file that were not taken, in the order of the archive.
    public List<Document> rejected(long deliveryId, int most) {
        return rejected(deliveryId, 0, most);
    }

    /// The same after a document.
    public List<Document> rejected(long deliveryId, long after, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select " + DOCUMENT_COLUMNS + " from intake.document"
                        + " where delivery_id = :id and status = 'REJECTED' and id > :after order by id limit :most")
                .param("id", deliveryId)
                .param("after", after)
                .param("most", most)
                .query(DOCUMENT)
                .list());
    }

    /// What is wrong with each entry of a file; the empty entry is the file itself.
    ///
    /// @param name shown as the file of the place
    public Map<String, List<Problem>> problems(long deliveryId, String name, List<String> entries) {
        var problems = new java.util.LinkedHashMap<String, List<Problem>>();
        transactions.inCurrent(() -> {
            jdbc.sql("select entry, code, severity, line, col, item, arguments from intake.finding"
                            + " where delivery_id = :id and entry = any(:entries) order by id")
                    .param("id", deliveryId)
                    .param("entries", entries.toArray(String[]::new))
                    .query(row -> {
                        var place = new Place(name, row.getString(1), row.getString(6), row.getInt(4), row.getInt(5));
                        problems.computeIfAbsent(row.getString(1), none -> new java.util.ArrayList<>())
                                .add(new Problem(
                                        row.getString(2),
                                        Severity.valueOf(row.getString(3)),
                                        place,
                                        ReasonJson.readNamed(row.getString(7))));
                    });
            return "";
        });
        return problems;
    }

    /// How often each finding occurs in a file, the most frequent first.
    public List<Count> counts(long deliveryId) {
        return transactions.inCurrent(() -> jdbc.sql("select code, severity, count(*) from intake.finding"
                        + " where delivery_id = :id group by code, severity order by count(*) desc, code limit 40")
                .param("id", deliveryId)
                .query((row, n) -> new Count(row.getString(1), Severity.valueOf(row.getString(2)), row.getInt(3)))
                .list());
    }

    /// How often a finding occurs.
    public record Count(String code, Severity severity, int count) {}

    Stored stored(InsurerId insurer, String original) {
        return transactions.in(
                insurer,
                () -> jdbc.sql(STORED + " where d.original = :original")
                        .param("original", original)
                        .query(AS_STORED)
                        .single());
    }

    /// A delivery as its reading needs it.
    record Stored(
            long id,
            String original,
            String name,
            OffsetDateTime receivedAt,
            InsurerId insurer,
            String insurerNumber,
            String state) {}
}
