package org.tsunagu.app.claims;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.claims.DeliveryReader.Result;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.intake.ClaimFileReceived;
import org.tsunagu.app.jobs.Jobs;

/// The files with claims that were received (レセプトファイルの受領).
@Service
public class ClaimDeliveries {

    static final String JOB = "claims";

    private static final String SELECT = "select d.id, d.original, d.name, d.channel, d.mode, d.state, d.claims,"
            + " d.other_insurers, coalesce(j.done, 0), d.received_at, d.received_by, d.published_at"
            + " from claims.delivery d left join jobs.job j on j.kind = '" + JOB + "' and j.subject = d.original";
    private static final RowMapper<ClaimDelivery> DELIVERY = (row, n) -> new ClaimDelivery(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5).equals("REPLACE"),
            row.getString(6),
            row.getInt(7),
            row.getInt(8),
            row.getLong(9),
            row.getObject(10, OffsetDateTime.class),
            row.getString(11),
            Optional.ofNullable(row.getObject(12, OffsetDateTime.class)));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Originals originals;
    private final Jobs jobs;
    private final Clock clock;

    ClaimDeliveries(JdbcClient jdbc, TenantTransactions transactions, Originals originals, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.originals = originals;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Who hands a file in, and how (受領のしかた).
    ///
    /// @param isReplacing whether what there was of its months and kinds counts no more
    /// @param replacedMonth the only claim month that is replaced; empty for all that the file holds
    public record Handing(
            String name, String channel, String by, boolean isReplacing, Optional<YearMonth> replacedMonth) {

        /// A file whose claims come to those that are there.
        public static Handing adding(String name, String channel, String by) {
            return new Handing(name, channel, by, false, Optional.empty());
        }
    }

    /// Keeps a file as it is and queues its reading.
    ///
    /// @return whether the same bytes had not been received before; then nothing else happens
    /// @throws IOException if it cannot be kept; then nothing of it stays
    public boolean receive(InsurerId insurer, InputStream in, Handing handing) throws IOException {
        var original = originals.keep(insurer, in, handing.name(), handing.channel(), handing.by());
        return transactions.in(insurer, () -> queue(insurer, original.hash(), handing));
    }

    /// Claims that came through the intake, the folder or the interface.
    @EventListener
    void on(ClaimFileReceived event) {
        queue(event.insurer(), event.original(), Handing.adding(event.name(), event.channel(), event.by()));
    }

    private boolean queue(InsurerId insurer, String original, Handing handing) {
        var isNew = jdbc.sql("insert into claims.delivery (insurer_id, original, name, channel, mode,"
                                + " replaced_month, state, received_at, received_by) values (:insurer, :original,"
                                + " :name, :channel, :mode, :month, 'WAITING', :at, :by) on conflict do nothing")
                        .param("insurer", insurer.value())
                        .param("original", original)
                        .param("name", handing.name())
                        .param("channel", handing.channel())
                        .param("mode", handing.isReplacing() ? "REPLACE" : "ADD")
                        .param(
                                "month",
                                handing.replacedMonth().map(Completeness::day).orElse(null),
                                java.sql.Types.DATE)
                        .param("at", OffsetDateTime.now(clock))
                        .param("by", handing.by())
                        .update()
                > 0;
        // A reading that was given up begins again when the same file is handed in again.
        jobs.enqueue(insurer, JOB, original, handing.by());
        return isNew;
    }

    /// The newest files of the current insurer.
    public List<ClaimDelivery> latest(int most) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " order by d.received_at desc, d.id desc limit :most")
                .param("most", most)
                .query(DELIVERY)
                .list());
    }

    /// One file.
    public Optional<ClaimDelivery> find(long id) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query(DELIVERY)
                .optional());
    }

    StoredDelivery stored(InsurerId insurer, String original) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select d.id, i.number, d.name, d.mode, d.replaced_month"
                                + " from claims.delivery d"
                                + " join access.insurer i on i.id = d.insurer_id where d.original = :original")
                        .param("original", original)
                        .query((row, n) -> new StoredDelivery(
                                row.getLong(1),
                                insurer,
                                row.getString(2),
                                original,
                                row.getString(3),
                                row.getString(4).equals("REPLACE"),
                                Optional.ofNullable(row.getObject(5, LocalDate.class))))
                        .single());
    }

    /// Within the transaction of the caller.
    void state(StoredDelivery delivery, String state) {
        jdbc.sql("update claims.delivery set state = :state where id = :id")
                .param("state", state)
                .param("id", delivery.id())
                .update();
    }

    /// Within the transaction of the caller.
    void read(StoredDelivery delivery, Result result) {
        jdbc.sql("update claims.delivery set claims = :claims, other_insurers = :others where id = :id")
                .param("claims", result.taken())
                .param("others", result.others())
                .param("id", delivery.id())
                .update();
        if (result.isRefused()) {
            state(delivery, "REFUSED");
        }
    }
}
