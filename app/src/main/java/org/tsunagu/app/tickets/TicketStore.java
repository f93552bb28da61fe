package org.tsunagu.app.tickets;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.codes.ticket.TicketNumber;
import org.tsunagu.codes.time.FiscalYear;

/// Reads and writes the ledger (台帳の読み書き), always within the transaction of the caller.
@Component
class TicketStore {

    private static final String SELECT = "select t.id, t.number, t.member_id, t.fiscal_year, t.kind, t.issued_on,"
            + " t.valid_until, t.state, t.terms_id, coalesce((select max(e.at) from tickets.event e"
            + " where e.ticket_id = t.id and e.state = t.state), t.issued_on) at time zone 'Asia/Tokyo'"
            + " from tickets.ticket t";
    /// Those that are out, can be used today, and whose owners are members today and not excluded.
    private static final String USABLE = SELECT + " where t.fiscal_year = :year and t.family = :family"
            + " and t.state = 'ISSUED' and t.valid_until >= :today and (:batch = 0 or t.batch_id = :batch)"
            + " and exists (select 1 from membership.coverage c where c.member_id = t.member_id"
            + " and c.from_day <= :today and coalesce(c.to_day, 'infinity'::date) >= :today)"
            + " and " + Exclusions.NOT_EXCLUDED.formatted("t.member_id") + " order by t.number";

    private final JdbcClient jdbc;
    private final IssueTerms terms;
    private final Clock clock;

    TicketStore(JdbcClient jdbc, IssueTerms terms, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.clock = clock;
    }

    /// Who gets a ticket, and until when it may be used.
    record Wanted(long memberId, LocalDate validUntil) {}

    private record Found(
            long id,
            String number,
            long member,
            int year,
            String kind,
            LocalDate from,
            LocalDate to,
            String state,
            long terms,
            LocalDate since) {}

    List<Ticket> byNumber(String number) {
        return complete(jdbc.sql(SELECT + " where t.number = :number").param("number", number));
    }

    List<Ticket> byId(long id) {
        return complete(jdbc.sql(SELECT + " where t.id = :id for update").param("id", id));
    }

    List<Ticket> ofMembers(Collection<Long> members) {
        return complete(jdbc.sql(SELECT + " where t.member_id = any(:ids) order by t.id desc")
                .param("ids", members.toArray(Long[]::new)));
    }

    /// Those of a year that can be used today, in the order of their numbers.
    ///
    /// @param batch only of this one; 0 for all
    List<Ticket> usable(FiscalYear year, TicketKind.Family family, long batch) {
        return complete(jdbc.sql(USABLE)
                .param("year", year.year())
                .param("family", family.name())
                .param("batch", batch)
                .param("excluding", Exclusions.excluding(year))
                .param("months", Exclusions.months(year))
                .param("today", Date.valueOf(LocalDate.now(clock))));
    }

    private List<Ticket> complete(JdbcClient.StatementSpec query) {
        var found = query.query((row, n) -> new Found(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class),
                        row.getString(8),
                        row.getLong(9),
                        row.getObject(10, LocalDateTime.class).toLocalDate()))
                .list();
        var of = terms.byIds(found.stream().map(Found::terms).distinct().toList());
        return found.stream().map(one -> ticket(one, of)).toList();
    }

    private static Ticket ticket(Found one, Map<Long, Terms> terms) {
        return new Ticket(
                one.id(),
                TicketNumber.of(one.number()).orElseThrow(),
                new MemberId(one.member()),
                one.year(),
                TicketKind.find(one.kind()).orElseThrow(),
                one.from(),
                one.to(),
                Ticket.State.valueOf(one.state()),
                one.since(),
                java.util.Objects.requireNonNull(terms.get(one.terms())));
    }

    boolean hasIssued(String yearDigits, TicketKind.Family family) {
        return jdbc.sql("select exists (select 1 from tickets.ticket where number between :first and :last"
                        + " and family = :family)")
                .param("first", yearDigits + "000000000")
                .param("last", yearDigits + "999999999")
                .param("family", family.name())
                .query(Boolean.class)
                .single();
    }

    /// Takes the row of the running number, so that nobody else issues tickets of this year at the same
    /// time.
    ///
    /// @return the last number given
    int hold(InsurerId insurer, int year) {
        jdbc.sql("insert into tickets.counter (insurer_id, fiscal_year, last) values (:insurer, :year, 0)"
                        + " on conflict do nothing")
                .param("insurer", insurer.value())
                .param("year", year)
                .update();
        return jdbc.sql(
                        "select last from tickets.counter where insurer_id = :insurer and fiscal_year = :year for update")
                .param("insurer", insurer.value())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /// Those of some members who have ever had a ticket of this year and family, whatever became of it.
    Set<Long> served(Collection<Long> members, int year, TicketKind.Family family) {
        return new HashSet<>(jdbc.sql("select member_id from tickets.ticket where member_id = any(:ids)"
                        + " and fiscal_year = :year and family = :family")
                .param("ids", members.toArray(Long[]::new))
                .param("year", year)
                .param("family", family.name())
                .query((row, n) -> row.getLong(1))
                .list());
    }

    /// Issues tickets with the next running numbers; the caller holds the row of the numbers.
    ///
    /// @param last the running number given last
    /// @param batch 0 for a single ticket
    void issue(InsurerId insurer, Terms terms, TicketKind kind, int last, List<Wanted> wanted, long batch, String by) {
        var numbers = new ArrayList<String>();
        for (var i = 1; i <= wanted.size(); i++) {
            numbers.add(TicketNumber.running(new FiscalYear(terms.fiscalYear()), kind.digit(), last + i)
                    .digits());
        }
        jdbc.sql("with fresh as (insert into tickets.ticket (insurer_id, member_id, fiscal_year, number, kind, family,"
                        + " terms_id, batch_id, issued_on, valid_until, state) select :insurer, t.member, :year, t.number,"
                        + " :kind, :family, :terms, nullif(:batch, 0), :today, t.until, 'ISSUED'"
                        + " from unnest(:members, :numbers, :untils) as t (member, number, until)"
                        + " returning id, member_id)"
                        + " insert into tickets.event (insurer_id, ticket_id, member_id, state, note, by_name, at)"
                        + " select :insurer, id, member_id, 'ISSUED', '', :by, :at from fresh")
                .param("insurer", insurer.value())
                .param("year", terms.fiscalYear())
                .param("kind", kind.digit())
                .param("family", kind.family().name())
                .param("terms", terms.id())
                .param("batch", batch)
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .param("members", wanted.stream().map(Wanted::memberId).toArray(Long[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .param(
                        "untils",
                        wanted.stream()
                                .map(one -> Date.valueOf(one.validUntil()))
                                .toArray(Date[]::new))
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update tickets.counter set last = :last where insurer_id = :insurer and fiscal_year = :year")
                .param("last", last + wanted.size())
                .param("insurer", insurer.value())
                .param("year", terms.fiscalYear())
                .update();
    }

    /// Moves a ticket to another state, with an entry in its history.
    void move(InsurerId insurer, Ticket ticket, Ticket.State state, String note, String by) {
        jdbc.sql("update tickets.ticket set state = :state where id = :id")
                .param("state", state.name())
                .param("id", ticket.id())
                .update();
        jdbc.sql("insert into tickets.event (insurer_id, ticket_id, member_id, state, note, by_name, at)"
                        + " values (:insurer, :ticket, :member, :state, :note, :by, :at)")
                .param("insurer", insurer.value())
                .param("ticket", ticket.id())
                .param("member", ticket.owner().value())
                .param("state", state.name())
                .param("note", note)
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    List<Tickets.Event> history(long member) {
        return jdbc.sql("select ticket_id, state, note, by_name, at from tickets.event where member_id = :member"
                        + " order by id")
                .param("member", member)
                .query((row, n) -> new Tickets.Event(
                        row.getLong(1),
                        Ticket.State.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)))
                .list();
    }

    /// How many tickets there are of each state.
    Map<Ticket.State, Long> counts(FiscalYear year, TicketKind.Family family) {
        var counts = new java.util.EnumMap<Ticket.State, Long>(Ticket.State.class);
        jdbc.sql("select state, count(*) from tickets.ticket where fiscal_year = :year and family = :family"
                        + " group by state")
                .param("year", year.year())
                .param("family", family.name())
                .query((row, n) -> Map.entry(Ticket.State.valueOf(row.getString(1)), row.getLong(2)))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }
}
