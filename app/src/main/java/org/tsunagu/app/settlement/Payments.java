package org.tsunagu.app.settlement;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.codes.ticket.TicketNumber;
import org.tsunagu.codes.time.FiscalYear;

/// What is paid to facilities month by month (支払台帳). Lines are only added; a month that is closed takes
/// no more. That nothing is paid twice the database itself sees to.
@org.springframework.stereotype.Service
public class Payments {

    private static final String SELECT = "select p.id, p.claim_id, p.member_id, m.name, p.month, p.kind, p.facility,"
            + " coalesce(k.name, ''), coalesce(k.kind, ''), p.service, p.stage, p.ticket, p.yen, p.is_taken_back"
            + " from settlement.payment p join membership.member m on m.id = p.member_id"
            + " left join settlement.contract k on k.id = p.contract_id";
    private static final RowMapper<Payment> PAYMENT = (row, n) -> new Payment(
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getString(4),
            YearMonth.from(row.getObject(5, LocalDate.class)),
            Payment.Kind.valueOf(row.getString(6)),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            Service.valueOf(row.getString(10)),
            row.getString(11),
            row.getString(12),
            row.getLong(13),
            row.getBoolean(14));
    private static final String INSERT = "insert into settlement.payment (insurer_id, claim_id, member_id, contract_id,"
            + " month, kind, facility, service, stage, ticket, fiscal_year, yen, takes_back, staff_name, at)";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Payments(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A month and whether it is closed (締め).
    ///
    /// @param closedAt empty while it is open
    /// @param lines and `yen`: as they were when it was closed
    public record Month(YearMonth month, Optional<OffsetDateTime> closedAt, String closedBy, int lines, long yen) {}

    /// Puts a claim on the list of the first month that is open, within the transaction of the caller.
    ///
    /// @param year for which it is paid once
    /// @return false when the same has been paid for already
    boolean pay(Actor actor, FacilityClaim claim, Optional<Long> contract, int year) {
        return jdbc.sql(INSERT + " values (:insurer, :claim, :member, :contract, :month, 'PAYMENT', :facility,"
                                + " :service, :stage, :ticket, :year, :yen, null, :staff, :at) on conflict do nothing")
                        .param("insurer", actor.insurer().id().value())
                        .param("claim", claim.id())
                        .param("member", claim.memberId())
                        .param("contract", contract.orElse(null), java.sql.Types.BIGINT)
                        .param("month", open(actor))
                        .param("facility", claim.facility())
                        .param("service", claim.service().name())
                        .param("stage", claim.stage())
                        .param("ticket", claim.ticket())
                        .param("year", year)
                        .param("yen", claim.amounts().claimed())
                        .param("staff", actor.name())
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /// The year that a ticket is of, or else the one of the service: guidance may end in the year after.
    static int year(FacilityClaim claim) {
        var served = FiscalYear.containing(claim.day().orElseThrow()).year();
        return TicketNumber.of(claim.ticket())
                .map(ticket -> Integer.parseInt(ticket.yearDigits()))
                .map(digits -> served - Math.floorMod(served - digits, 100))
                .orElse(served);
    }

    /// Takes back what is on a list or was paid (過誤), on the list of the first month that is open; within
    /// the transaction of the caller.
    void takeBack(Actor actor, FacilityClaim claim) {
        var month = open(actor);
        jdbc.sql("with taken as (update settlement.payment set is_taken_back = true where claim_id = :claim"
                        + " and kind = 'PAYMENT' and not is_taken_back returning *) "
                        + INSERT
                        + " select insurer_id, claim_id, member_id, contract_id, :month, 'TAKE_BACK', facility,"
                        + " service, stage, ticket, fiscal_year, -yen, id, :staff, :at from taken")
                .param("claim", claim.id())
                .param("month", month)
                .param("staff", actor.name())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /// Whether something is paid for by a ticket as things stand; within the transaction of the caller.
    boolean isPaidFor(String ticket) {
        return jdbc.sql("select exists (select 1 from settlement.payment where ticket = :ticket and kind = 'PAYMENT'"
                        + " and not is_taken_back)")
                .param("ticket", ticket)
                .query(Boolean.class)
                .single();
    }

    /// For whom a claim is paid as it stands; 0 for nobody. Within the transaction of the caller.
    long paidTo(FacilityClaim claim) {
        return jdbc.sql("select coalesce(max(member_id), 0) from settlement.payment where claim_id = :claim"
                        + " and kind = 'PAYMENT' and not is_taken_back")
                .param("claim", claim.id())
                .query(Long.class)
                .single();
    }

    /// The claim that the same was paid for, by its ticket or its person; 0 for none. Within the
    /// transaction of the caller.
    ///
    /// @param year for which it is paid once
    long paidFor(FacilityClaim claim, int year) {
        return jdbc.sql("select coalesce(max(claim_id), 0) from settlement.payment where kind = 'PAYMENT'"
                        + " and not is_taken_back and service = :service and stage = :stage and claim_id <> :claim"
                        + " and (ticket = :ticket and ticket <> '' or member_id = :member and fiscal_year = :year)")
                .param("service", claim.service().name())
                .param("stage", claim.stage())
                .param("claim", claim.id())
                .param("ticket", claim.ticket())
                .param("member", claim.memberId())
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /// The first day of the first month from now on that is open; it stays open until the transaction ends.
    private Date open(Actor actor) {
        var month = YearMonth.from(LocalDate.now(clock));
        while (true) {
            var day = Date.valueOf(month.atDay(1));
            ensure(actor, day);
            var isOpen = jdbc.sql("select closed_at is null from settlement.month where month = :month for share")
                    .param("month", day)
                    .query(Boolean.class)
                    .single();
            if (isOpen) {
                return day;
            }
            month = month.plusMonths(1);
        }
    }

    private void ensure(Actor actor, Date day) {
        jdbc.sql("insert into settlement.month (insurer_id, month) values (:insurer, :month) on conflict do nothing")
                .param("insurer", actor.insurer().id().value())
                .param("month", day)
                .update();
    }

    /// The lines of a month, in the order in which they were written.
    public List<Payment> in(YearMonth month) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where p.month = :month order by p.id")
                .param("month", Date.valueOf(month.atDay(1)))
                .query(PAYMENT)
                .list());
    }

    /// The lines of a claim.
    public List<Payment> of(long claimId) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where p.claim_id = :claim order by p.id")
                .param("claim", claimId)
                .query(PAYMENT)
                .list());
    }

    /// A month; one without lines is open.
    public Month month(YearMonth month) {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select closed_at, closed_by, lines, yen from settlement.month where month = :month")
                .param("month", Date.valueOf(month.atDay(1)))
                .query((row, n) -> new Month(
                        month,
                        Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
                        row.getString(2),
                        row.getInt(3),
                        row.getLong(4)))
                .optional()
                .orElse(new Month(month, Optional.empty(), "", 0, 0)));
    }

    /// Closes a month that is not yet to come; its lines and its sum are what they are from then on.
    ///
    /// @param lines and `yen`: as whoever closes it has seen them
    /// @return false when they are others by now, or it is closed or to come
    public boolean close(YearMonth month, int lines, long yen) {
        var actor = Actors.current();
        if (month.isAfter(YearMonth.from(LocalDate.now(clock)))) {
            return false;
        }
        return transactions.inCurrent(() -> {
            var day = Date.valueOf(month.atDay(1));
            ensure(actor, day);
            // Whoever adds a line holds the month; from here on nobody does.
            jdbc.sql("select month from settlement.month where month = :month for update")
                    .param("month", day)
                    .query(Date.class)
                    .single();
            var isClosed = jdbc.sql("update settlement.month set closed_at = :at, closed_by = :by, lines = :lines,"
                                    + " yen = :yen where month = :month and closed_at is null and (:lines, :yen) ="
                                    + " (select count(*)::int, coalesce(sum(p.yen), 0)::bigint from settlement.payment p"
                                    + " where p.month = :month)")
                            .param("at", OffsetDateTime.now(clock))
                            .param("by", actor.name())
                            .param("lines", lines)
                            .param("yen", yen)
                            .param("month", day)
                            .update()
                    > 0;
            if (isClosed) {
                audit.note(Look.changed(
                        0,
                        "settlement",
                        "/settlement/close",
                        "%s closed, %d lines, %d yen".formatted(month, lines, yen)));
            }
            return isClosed;
        });
    }
}
