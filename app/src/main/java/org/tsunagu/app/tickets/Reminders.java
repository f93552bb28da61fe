package org.tsunagu.app.tickets;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.tables.LetterWordings;
import org.tsunagu.app.tickets.TicketKind.Family;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.letters.PlainBody;

/// Reminders to those who did not come (未受診者への案内). Who is left out by lot is drawn and written down before
/// anybody is written to; whoever was left out is left out of all further reminders of the year.
@Service
public class Reminders {

    private static final int WHOLE = 100;
    private static final String CAME = "exists (select 1 from checkups.checkup k where k.member_id = %s"
            + " and k.fiscal_year = %s and k.superseded_by is null and not k.withdrawn)";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final TicketStore store;
    private final Audit audit;
    private final Clock clock;

    Reminders(JdbcClient jdbc, TenantTransactions transactions, TicketStore store, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /// A reminder and what came of it (案内の1回分).
    public record Reminder(
            long id,
            LocalDate day,
            int version,
            String title,
            int holdoutPercent,
            long seed,
            String staffName,
            Effect effect) {}

    private static final String LEFT_OUT = "exists (select 1 from tickets.reminded h join tickets.reminder o"
            + " on o.id = h.reminder_id where h.member_id = %s and h.arm = 'HOLDOUT' and o.fiscal_year = %s)";

    /// Everybody with a ticket that is out who has not come, is not excluded and was never left out by
    /// lot, by number.
    public List<Long> open(FiscalYear year) {
        return transactions.inCurrent(
                () -> jdbc.sql("select t.member_id from tickets.ticket t where t.fiscal_year = :year"
                                + " and t.family = :family and t.state = 'ISSUED' and t.valid_until >= :today and not "
                                + CAME.formatted("t.member_id", "t.fiscal_year")
                                + " and not " + LEFT_OUT.formatted("t.member_id", "t.fiscal_year")
                                + " and " + Exclusions.NOT_EXCLUDED.formatted("t.member_id")
                                + " and exists (select 1 from membership.coverage c where c.member_id = t.member_id"
                                + " and c.from_day <= :today and coalesce(c.to_day, 'infinity'::date) >= :today)"
                                + " order by t.member_id")
                        .param("year", year.year())
                        .param("family", Family.CHECKUP.name())
                        .param("excluding", Exclusions.excluding(year))
                        .param("months", Exclusions.months(year))
                        .param("today", Date.valueOf(LocalDate.now(clock)))
                        .query((row, n) -> row.getLong(1))
                        .list());
    }

    /// Draws who is written to and who is left out, and writes it down. The same people, share and seed
    /// give the same lot.
    ///
    /// @param form key of the form: the same form sent twice is one reminder
    /// @return the reminder; 0 when there is nobody to remind
    public long draw(FiscalYear year, long wording, int holdoutPercent, long seed, UUID form) {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            // Two draws of one insurer wait for each other, or both would ask the same people.
            store.hold(actor.insurer().id(), year.year());
            var same = jdbc.sql("select id from tickets.reminder where form_key = :form")
                    .param("form", form)
                    .query(Long.class)
                    .optional();
            var people = open(year);
            if (same.isPresent() || people.isEmpty()) {
                return same.orElse(0L);
            }
            var reminder = insert(year, wording, holdoutPercent, seed, form);
            var left = lot(people, holdoutPercent, seed);
            add(actor.insurer().id(), reminder, left, "HOLDOUT");
            var written = new ArrayList<>(people);
            written.removeAll(new java.util.HashSet<>(left));
            add(actor.insurer().id(), reminder, written, "LETTER");
            audit.note(
                    Look.changed(
                            0,
                            "ticket",
                            "/tickets/reminders",
                            "reminder %d, %d people, %d left out".formatted(reminder, people.size(), left.size())),
                    people);
            return reminder;
        });
    }

    static List<Long> lot(List<Long> people, int percent, long seed) {
        var shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(seed));
        return List.copyOf(shuffled.subList(0, people.size() * percent / WHOLE));
    }

    private long insert(FiscalYear year, long wording, int percent, long seed, UUID form) {
        var actor = Actors.current();
        return jdbc.sql("insert into tickets.reminder (insurer_id, fiscal_year, wording_id, day, holdout_percent, seed,"
                        + " staff_name, at, form_key) values (:insurer, :year, :wording, :day, :percent, :seed, :by,"
                        + " :at, :form)"
                        + " returning id")
                .param("insurer", actor.insurer().id().value())
                .param("year", year.year())
                .param("wording", wording)
                .param("day", Date.valueOf(LocalDate.now(clock)))
                .param("percent", percent)
                .param("seed", seed)
                .param("form", form)
                .param("by", actor.name())
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    private void add(InsurerId insurer, long reminder, List<Long> people, String arm) {
        jdbc.sql("insert into tickets.reminded (insurer_id, reminder_id, member_id, arm)"
                        + " select :insurer, :reminder, t.member, :arm from unnest(:members) as t (member)")
                .param("insurer", insurer.value())
                .param("reminder", reminder)
                .param("arm", arm)
                .param("members", people.toArray(Long[]::new))
                .update();
    }

    /// The reminders of a year with their effect so far, the latest first. Whose result came in later but
    /// is from before the reminder could not be moved by it and counts in neither group.
    public List<Reminder> of(FiscalYear year) {
        var came = "exists (select 1 from checkups.checkup k where k.member_id = p.member_id and k.exam_date >= r.day"
                + " and k.fiscal_year = r.fiscal_year and k.superseded_by is null and not k.withdrawn)";
        var before = came.replace(">=", "<");
        return transactions.inCurrent(() -> jdbc.sql(
                        "select r.id, r.day, w.version, w.title, r.holdout_percent, r.seed,"
                                + " r.staff_name, count(*) filter (where p.arm = 'LETTER'),"
                                + " count(*) filter (where p.arm = 'LETTER' and " + came + "),"
                                + " count(*) filter (where p.arm = 'HOLDOUT'),"
                                + " count(*) filter (where p.arm = 'HOLDOUT' and " + came + ")"
                                + " from tickets.reminder r join tickets.wording w on w.id = r.wording_id"
                                + " join tickets.reminded p on p.reminder_id = r.id and not " + before
                                + " where r.fiscal_year = :year"
                                + " group by r.id, w.id order by r.id desc")
                .param("year", year.year())
                .query((row, n) -> new Reminder(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getLong(6),
                        row.getString(7),
                        new Effect(row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11))))
                .list());
    }

    /// Those of a reminder who are written to.
    public List<Long> recipients(long reminder) {
        return transactions.inCurrent(() -> jdbc.sql("select member_id from tickets.reminded where reminder_id = :id"
                        + " and arm = 'LETTER' order by member_id")
                .param("id", reminder)
                .query((row, n) -> row.getLong(1))
                .list());
    }

    /// The letters of a reminder to some people. Whoever has come since, or was left out by lot in any of
    /// the year, gets none, whoever asks for it.
    public Map<Long, TicketLetters.Printable> letters(
            InsurerId insurer, long reminder, LocalDate day, Collection<Long> ids) {
        return transactions.in(insurer, () -> {
            var bodies = new HashMap<Long, PlainBody>();
            jdbc.sql("select p.member_id, w.title, w.body from tickets.reminded p"
                            + " join tickets.reminder r on r.id = p.reminder_id join tickets.wording w on w.id = r.wording_id"
                            + " where r.id = :reminder and p.arm = 'LETTER' and p.member_id = any(:ids)"
                            + " and not " + CAME.formatted("p.member_id", "r.fiscal_year")
                            + " and not " + LEFT_OUT.formatted("p.member_id", "r.fiscal_year"))
                    .param("reminder", reminder)
                    .param("ids", ids.toArray(Long[]::new))
                    .query(row -> {
                        bodies.put(row.getLong(1), body(row.getString(2), row.getString(3)));
                    });
            var printable = new HashMap<Long, TicketLetters.Printable>();
            for (var ticket : store.ofMembers(bodies.keySet())) {
                var body = bodies.get(ticket.owner().value());
                if (body != null && ticket.kind().family() == Family.CHECKUP && ticket.isOpenOn(day)) {
                    printable.putIfAbsent(ticket.owner().value(), new TicketLetters.Printable(body, ticket.terms()));
                }
            }
            return printable;
        });
    }

    private static PlainBody body(String title, String text) {
        return new PlainBody(new PlainBody.Template(title, LetterWordings.paragraphs(text)), Map.of());
    }
}
