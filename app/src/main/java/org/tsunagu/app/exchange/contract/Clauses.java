package org.tsunagu.app.exchange.contract;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// The register of clauses (直接提供の条項の台帳), and what came without one.
@Service
public class Clauses {

    private static final String SELECT = "select c.id, c.facility, c.facility_name, coalesce(c.employer_id, 0),"
            + " coalesce(nullif(e.name, ''), e.code, ''), c.from_day, c.to_day, c.note from exchange.clause c"
            + " left join exchange.employer e on e.id = c.employer_id";
    private static final RowMapper<Clause> CLAUSE = (row, n) -> new Clause(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getLong(4),
            row.getString(5),
            row.getObject(6, LocalDate.class),
            Optional.ofNullable(row.getObject(7, LocalDate.class)),
            row.getString(8));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Clauses(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A delivery of an institution for which no clause is registered (条項のない直接提供).
    ///
    /// @param employer code of the employer of the people in it
    /// @param isSettled whether a clause has been registered since
    public record Unregistered(
            long deliveryId,
            String facility,
            String employer,
            int documents,
            LocalDate firstExam,
            OffsetDateTime seenAt,
            boolean isSettled) {}

    /// All clauses, the latest first.
    public List<Clause> all() {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " order by c.from_day desc, c.id desc")
                .query(CLAUSE)
                .list());
    }

    /// Registers one.
    public void add(Clause clause) {
        var insurer = Actors.current().insurer().id();
        transactions.inCurrent(() -> jdbc.sql("insert into exchange.clause (insurer_id, facility, facility_name,"
                        + " employer_id, from_day, to_day, note) values (:insurer, :facility, :name,"
                        + " nullif(:employer, 0), :from, :to, :note)")
                .param("insurer", insurer.value())
                .param("facility", clause.facility())
                .param("name", clause.facilityName())
                .param("employer", clause.employerId())
                .param("from", Date.valueOf(clause.from()))
                .param("to", clause.to().map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                .param("note", clause.note())
                .update());
        audit.note(Look.changed(0, "clause", "/requests/clauses", "institution " + clause.facility()));
    }

    /// Ends one with a last day.
    public boolean end(long id, LocalDate last) {
        var isEnded = transactions.inCurrent(
                () -> jdbc.sql("update exchange.clause set to_day = :last" + " where id = :id and from_day <= :last")
                                .param("last", Date.valueOf(last))
                                .param("id", id)
                                .update()
                        > 0);
        if (isEnded) {
            audit.note(Look.changed(0, "clause", "/requests/clauses", "clause %d until %s".formatted(id, last)));
        }
        return isEnded;
    }

    private static final String HOLDS = "exists (select 1 from exchange.clause c left join exchange.employer e"
            + " on e.id = c.employer_id where c.facility = %s and (c.employer_id is null or e.code = %s)"
            + " and c.from_day <= %s and coalesce(c.to_day, 'infinity'::date) >= %s)";

    /// Whether an institution may deliver results of an employer's staff of a day, within the
    /// transaction of the caller.
    boolean holds(String facility, String employer, LocalDate day) {
        return jdbc.sql("select " + HOLDS.formatted(":facility", ":employer", ":day", ":day"))
                .param("facility", facility)
                .param("employer", employer)
                .param("day", Date.valueOf(day))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /// Writes down a document that came without a clause, within the transaction of the caller.
    void without(InsurerId insurer, long delivery, String facility, String employer, LocalDate day) {
        jdbc.sql(
                        "insert into exchange.unregistered (insurer_id, delivery_id, facility, employer, documents, first_exam,"
                                + " seen_at) values (:insurer, :delivery, :facility, :employer, 1, :first, :at)"
                                + " on conflict (insurer_id, delivery_id, facility, employer) do update set"
                                + " documents = exchange.unregistered.documents + excluded.documents,"
                                + " first_exam = least(exchange.unregistered.first_exam, excluded.first_exam)")
                .param("insurer", insurer.value())
                .param("delivery", delivery)
                .param("facility", facility)
                .param("employer", employer)
                .param("first", Date.valueOf(day))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /// What came without a clause, the latest first.
    public List<Unregistered> unregistered(int most) {
        return transactions.inCurrent(() -> jdbc.sql("select u.delivery_id, u.facility, u.employer, u.documents,"
                        + " u.first_exam, u.seen_at, "
                        + HOLDS.formatted("u.facility", "u.employer", "u.first_exam", "u.first_exam")
                        + " from exchange.unregistered u order by u.seen_at desc, u.facility limit :most")
                .param("most", most)
                .query((row, n) -> new Unregistered(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, OffsetDateTime.class),
                        row.getBoolean(7)))
                .list());
    }
}
