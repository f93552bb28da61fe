package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.TicketKind.Family;
import org.tsunagu.app.tickets.Tickets;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.Trigger;

/// The guidance tickets of courses (利用券): issued with the course, out of use when it ends before the
/// first interview. The
/// ticket is of the fiscal year of the checkup; two courses of one year share it.
@Service
public class CourseTickets {

    private static final Table DIGITS =
            Table.read("guidance/ticket-digits", CourseTickets.class.getResourceAsStream("ticket-digits.tsv"));
    private static final Set<Trigger> INTERVIEWS = Set.of(Trigger.FIRST_PART, Trigger.FIRST_INTERVIEW);
    private static final Set<Trigger> ENDS = Set.of(Trigger.DECLINE, Trigger.START_DRUG, Trigger.LOSE_MEMBERSHIP);

    private final Tickets tickets;
    private final CourseStore store;
    private final TenantTransactions transactions;
    private final Clock clock;

    CourseTickets(Tickets tickets, CourseStore store, TenantTransactions transactions, Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The ticket that counts for a course, of the current insurer, also shown to the provider that
    /// holds the course: of
    /// several the latest.
    public Optional<Ticket> of(PersonCourse course) {
        return latest(new MemberId(course.memberId()), course.fiscalYear());
    }

    private Optional<Ticket> latest(MemberId member, int fiscalYear) {
        return transactions.inCurrent(() -> transactions.beyondProvider(() -> tickets.of(member).stream()
                .filter(one -> one.kind().family() == Family.GUIDANCE && one.fiscalYear() == fiscalYear)
                .findFirst()));
    }

    /// Issues the ticket of a checkup, once; within the transaction of the caller.
    ///
    /// @return empty when the year has no terms for guidance tickets, or they have ended
    Optional<Ticket> issue(InsurerId insurer, MemberId member, LocalDate checkup, CourseKind kind, String by) {
        return tickets.issueGuidance(insurer, member, FiscalYear.containing(checkup), digit(kind), by);
    }

    private static String digit(CourseKind kind) {
        return DIGITS.rows().stream()
                .filter(row -> row.key().equals(kind.name()))
                .findFirst()
                .orElseThrow()
                .text("digit");
    }

    /// That a ticket was issued, as it stands in the course: with its number.
    static Writing.Written issued(Ticket ticket, LocalDate checkup) {
        var on = ticket.issuedOn().isBefore(checkup) ? checkup : ticket.issuedOn();
        return Writing.Written.of(
                Event.of(Trigger.ISSUE_TICKET, on), ticket.number().digits());
    }

    /// Brings the ticket to what a course says after something was written in it; within the
    /// transaction of the caller.
    void follow(InsurerId insurer, PersonCourse course) {
        var now = Running.of(course).on(LocalDate.now(clock));
        var member = new MemberId(course.memberId());
        if (now.firstInterviewDay().isPresent()) {
            use(insurer, course, true);
            return;
        }
        if (takesInterviewBack(course)) {
            use(insurer, course, false);
        }
        if (Running.RULES.state(now).isOpen()) {
            if (isReopened(course)) {
                issue(insurer, member, course.checkupDay(), course.kind(), by(course));
            }
        } else if (!isNeededElsewhere(course)) {
            tickets.voidGuidance(
                    insurer,
                    member,
                    new FiscalYear(course.fiscalYear()),
                    Guidance.nameOf(now.state(), course.checkupDay(), Locale.JAPANESE),
                    by(course));
        }
    }

    /// With the first interview the ticket is used: it is not printed again, and the year counts it.
    private void use(InsurerId insurer, PersonCourse course, boolean isUsed) {
        tickets.useGuidance(
                insurer,
                new MemberId(course.memberId()),
                new FiscalYear(course.fiscalYear()),
                isUsed,
                note(course),
                by(course));
    }

    private static String note(PersonCourse course) {
        return "course %d".formatted(course.id());
    }

    private static boolean takesInterviewBack(PersonCourse course) {
        return !course.records().isEmpty()
                && course.records().getLast().annuls()
                && INTERVIEWS.contains(course.records().getLast().event().trigger());
    }

    /// Somebody takes no part: the ticket goes out of use; within the transaction of the caller.
    void declined(InsurerId insurer, MemberId member, LocalDate checkup, String by) {
        tickets.voidGuidance(
                insurer,
                member,
                FiscalYear.containing(checkup),
                Guidance.nameOf(CourseState.DECLINED, checkup, Locale.JAPANESE),
                by);
    }

    /// Whether the last record takes the end of a course back that had a ticket.
    private static boolean isReopened(PersonCourse course) {
        var last = course.records().getLast();
        return last.annuls()
                && ENDS.contains(last.event().trigger())
                && course.current().stream().anyMatch(one -> one.event().trigger() == Trigger.ISSUE_TICKET);
    }

    private boolean isNeededElsewhere(PersonCourse course) {
        return store.of(List.of(course.memberId())).stream()
                .filter(other -> other.id() != course.id() && other.fiscalYear() == course.fiscalYear())
                .anyMatch(
                        other -> Running.RULES.state(Running.of(other).course()).isOpen());
    }

    private static String by(PersonCourse course) {
        return course.records().isEmpty() ? "" : course.records().getLast().staffName();
    }

    /// Another ticket for the one of a course, or the first one where the terms of the year came later.
    ///
    /// @return whether there is a new ticket
    public boolean reissue(PersonCourse course, String why) {
        var old = of(course).filter(one -> one.state() != Ticket.State.REISSUED);
        return old.isPresent()
                ? tickets.reissue(old.get().id(), why).isPresent()
                : issue(
                                Actors.current().insurer().id(),
                                new MemberId(course.memberId()),
                                course.checkupDay(),
                                course.kind(),
                                Actors.current().name())
                        .isPresent();
    }
}
