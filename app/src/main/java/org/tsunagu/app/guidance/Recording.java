package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.guidance.Trigger;

/// Records what happens in courses (特定保健指導の記録): only what the rules take, and only on top of what has been
/// seen.
@Service
public class Recording {

    static final UUID NO_KEY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final CourseStore store;
    private final Repeats repeats;
    private final Writing writing;
    private final DrugStarters drugStarters;
    private final CourseTickets tickets;
    private final Members members;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Recording(
            JdbcClient jdbc,
            CourseStore store,
            Repeats repeats,
            Writing writing,
            DrugStarters drugStarters,
            CourseTickets tickets,
            Members members,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.repeats = repeats;
        this.writing = writing;
        this.drugStarters = drugStarters;
        this.tickets = tickets;
        this.members = members;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of recording something (記録の結果).
    public sealed interface Outcome {

        /// It stands in the course now.
        record Done(PersonCourse course) implements Outcome {}

        /// The rules do not take it.
        record Refused(List<Reason> reasons) implements Outcome {}

        /// On that day the person was not insured here.
        record NotInsured() implements Outcome {}

        /// Somebody else was faster; these records are new.
        record Changed(List<Recorded> since) implements Outcome {}

        /// The form was sent before, with something else in it.
        record OtherContent() implements Outcome {}

        /// The machine has recorded it from the register or the ledger of tickets, where it is put
        /// right.
        record NotByHand() implements Outcome {}

        /// There is no such course.
        record Missing() implements Outcome {}
    }

    /// Where and on top of what something is recorded.
    ///
    /// @param version of the course as it was seen
    /// @param corrects id of the record to be replaced; 0 for none
    /// @param formKey of the form: the same form sent twice is one record
    public record At(long courseId, int version, long corrects, UUID formKey) {}

    /// Records something by the current actor.
    public Outcome record(At at, Entry entry) {
        return transactions.inCurrent(() ->
                locked(at.courseId()).map(course -> record(course, at, entry)).orElseGet(Outcome.Missing::new));
    }

    /// Takes a record back.
    ///
    /// @param why in words
    public Outcome annul(At at, String why) {
        return transactions.inCurrent(() -> locked(at.courseId())
                .flatMap(course -> course.current().stream()
                        .filter(one -> one.id() == at.corrects())
                        .findFirst()
                        .map(wrong -> keep(
                                course,
                                at,
                                Writing.Written.of(wrong.event(), why).taking())))
                .orElseGet(Outcome.Missing::new));
    }

    /// The courses of one person wait for each other; what an outside provider does not see is not
    /// there for it.
    private Optional<PersonCourse> locked(long courseId) {
        return store.find(courseId).flatMap(seen -> {
            store.lock(List.of(seen.memberId()));
            return store.find(courseId);
        });
    }

    private Outcome record(PersonCourse course, At at, Entry entry) {
        var isUninsured = !members.notCovered(List.of(new Members.OnDay(course.memberId(), entry.on())))
                .isEmpty();
        if (isUninsured && entry.trigger() != Trigger.LOSE_MEMBERSHIP) {
            return new Outcome.NotInsured();
        }
        var event = EventOfEntry.of(course, entry);
        if (entry.trigger() == Trigger.SUBSTITUTE) {
            var isImproved =
                    transactions.beyondProvider(() -> repeats.of(course).value());
            event = event.with("is_repeat_improved", isImproved);
        }
        if (entry.trigger() == Trigger.START_DRUG) {
            // Confirmed by the insurer itself, not by an outside provider, and only where it has chosen so.
            event = event.with("drug_start_confirmed", !Actors.current().may(Permission.VIEW_ASSIGNED))
                    .with("drug_option_used", drugStarters.areDropped());
        }
        return keep(
                course,
                at,
                new Writing.Written(
                        event, entry.waist(), entry.weight(), entry.goals(), entry.words(), entry.by(), false));
    }

    private Outcome keep(PersonCourse course, At at, Writing.Written written) {
        var known = known(at.formKey());
        if (known.isPresent()) {
            return known.filter(id -> isSame(course, id, at, written)).isPresent()
                    ? new Outcome.Done(course)
                    : new Outcome.OtherContent();
        }
        if (isOfTheMachine(course, at.corrects())) {
            return new Outcome.NotByHand();
        }
        var isCurrent = at.corrects() == 0 || course.current().stream().anyMatch(one -> one.id() == at.corrects());
        if (course.version() != at.version() || !isCurrent) {
            return new Outcome.Changed(course.records().stream()
                    .skip(Math.max(0, at.version() - 1))
                    .toList());
        }
        var refused = newlyRefused(course, at.corrects(), written);
        if (!refused.isEmpty()) {
            return new Outcome.Refused(refused);
        }
        var actor = Actors.current();
        if (written.event().trigger() == Trigger.ISSUE_TICKET
                && !written.annuls()
                && !actor.may(Permission.VIEW_ASSIGNED)) {
            tickets.issue(
                    actor.insurer().id(),
                    new MemberId(course.memberId()),
                    course.checkupDay(),
                    course.kind(),
                    actor.name());
        }
        writing.insert(actor.insurer().id(), course, at, written, Writing.Author.staff(actor));
        audit.note(Look.changed(
                course.memberId(),
                "guidance",
                "/guidance/courses",
                "course %d %s%s"
                        .formatted(
                                course.id(),
                                written.annuls() ? "annuls " : "",
                                written.event().trigger())));
        return new Outcome.Done(writing.settled(actor.insurer().id(), course.id()));
    }

    /// What the machine has found is put right where it was found: in the register or the ledger of
    /// tickets.
    private static boolean isOfTheMachine(PersonCourse course, long corrects) {
        return course.records().stream()
                .anyMatch(one -> one.id() == corrects && one.origin().equals(Recorded.SYSTEM));
    }

    /// The record that a form has become already.
    private Optional<Long> known(UUID formKey) {
        return jdbc.sql("select id from guidance.event where form_key = :key")
                .param("key", formKey)
                .query(Long.class)
                .optional();
    }

    private static boolean isSame(PersonCourse course, long id, At at, Writing.Written written) {
        return course.records().stream()
                .filter(one -> one.id() == id && one.corrects() == at.corrects())
                .anyMatch(one -> written.equals(new Writing.Written(
                        one.event(), one.waist(), one.weight(), one.goals(), one.words(), one.by(), one.annuls())));
    }

    /// Why the rules would not take it, or would no longer take what is there: late records are looked at
    /// in the order of their days.
    private List<Reason> newlyRefused(PersonCourse course, long corrects, Writing.Written written) {
        var event = written.event();
        if (event.trigger() == Trigger.FIRST_INTERVIEW || event.trigger() == Trigger.FIRST_PART) {
            event = event.with("is_another_running", isAnotherRunning(course));
        }
        var all = new ArrayList<>(course.records());
        all.add(new Recorded(
                Long.MAX_VALUE,
                event,
                written.waist(),
                written.weight(),
                List.of(),
                "",
                "",
                corrects,
                written.annuls(),
                Recorded.STAFF,
                "",
                OffsetDateTime.now(clock),
                0));
        var before = Running.of(course).refused().keySet();
        var after = Running.of(course.with(all)).refused();
        if (event.trigger() == Trigger.LOSE_MEMBERSHIP) {
            // What was done after the loss stands there and counts no more.
            return after.getOrDefault(Long.MAX_VALUE, List.of());
        }
        // What it says of itself first. A ticket that came after the interview is no reason against the interview.
        return Optional.ofNullable(after.get(Long.MAX_VALUE))
                .orElseGet(() -> after.entrySet().stream()
                        .filter(one -> !isTicketOfTheMachine(course, one.getKey()))
                        .filter(one -> !before.contains(one.getKey()))
                        .flatMap(one -> one.getValue().stream())
                        .toList());
    }

    private static boolean isTicketOfTheMachine(PersonCourse course, long id) {
        return isOfTheMachine(course, id)
                && course.records().stream()
                        .anyMatch(one -> one.id() == id && one.event().trigger() == Trigger.ISSUE_TICKET);
    }

    private boolean isAnotherRunning(PersonCourse course) {
        var today = LocalDate.now(clock);
        return transactions.beyondProvider(() -> store.of(List.of(course.memberId()))).stream()
                .filter(other -> other.id() != course.id())
                .anyMatch(other -> Running.RULES.isRunning(Running.of(other).on(today)));
    }

    /// What may be recorded in a course today.
    public static Set<Trigger> possible(PersonCourse course, LocalDate today) {
        var all = new LinkedHashSet<Trigger>();
        var running = Running.of(course);
        all.addAll(Running.RULES.possible(running.course()));
        all.addAll(Running.RULES.possible(running.on(today)));
        if (!Running.RULES.state(running.course()).isOpen()) {
            // Something of before the end may have been forgotten; it is counted on its day.
            Running.possibleBefore(course).stream()
                    .filter(one -> one == Trigger.SUPPORT || one == Trigger.INTERIM)
                    .forEach(all::add);
        }
        return all;
    }
}
