package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Types;
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
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Members;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.Trigger;

/// Records what happens in courses (特定保健指導の記録): only what the rules take, and only on top of what has been
/// seen.
@Service
public class Recording {

    static final UUID NO_KEY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final CourseStore store;
    private final Repeats repeats;
    private final GuidanceTasks tasks;
    private final ReceivedRows received;
    private final DrugStarters drugStarters;
    private final Members members;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Recording(
            JdbcClient jdbc,
            CourseStore store,
            Repeats repeats,
            GuidanceTasks tasks,
            ReceivedRows received,
            DrugStarters drugStarters,
            Members members,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.repeats = repeats;
        this.tasks = tasks;
        this.received = received;
        this.drugStarters = drugStarters;
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
                        .map(wrong ->
                                keep(course, at, Written.of(wrong.event(), why).taking())))
                .orElseGet(Outcome.Missing::new));
    }

    /// The courses of one person wait for each other.
    private Optional<PersonCourse> locked(long courseId) {
        jdbc.sql("select id from guidance.course where member_id = (select member_id from guidance.course"
                        + " where id = :id) order by id for update")
                .param("id", courseId)
                .query(Long.class)
                .list();
        return store.find(courseId);
    }

    private Outcome record(PersonCourse course, At at, Entry entry) {
        var isUninsured = !members.notCovered(List.of(new Members.OnDay(course.memberId(), entry.on())))
                .isEmpty();
        if (isUninsured && entry.trigger() != Trigger.LOSE_MEMBERSHIP) {
            return new Outcome.NotInsured();
        }
        var event = EventOfEntry.of(course, entry);
        if (entry.trigger() == Trigger.SUBSTITUTE) {
            event = event.with("is_repeat_improved", repeats.of(course).value());
        }
        if (entry.trigger() == Trigger.START_DRUG) {
            // Confirmed by the insurer itself, not by an outside provider, and only where it has chosen so.
            event = event.with("drug_start_confirmed", !Actors.current().may(Permission.VIEW_ASSIGNED))
                    .with("drug_option_used", drugStarters.areDropped());
        }
        return keep(
                course,
                at,
                new Written(event, entry.waist(), entry.weight(), entry.goals(), entry.words(), entry.by(), false));
    }

    /// What is to be written.
    record Written(
            Event event,
            Optional<BigDecimal> waist,
            Optional<BigDecimal> weight,
            List<String> goals,
            String words,
            String by,
            boolean annuls) {

        static Written of(Event event, String words) {
            return new Written(event, Optional.empty(), Optional.empty(), List.of(), words, "", false);
        }

        Written taking() {
            return new Written(event, waist, weight, goals, words, by, true);
        }
    }

    private Outcome keep(PersonCourse course, At at, Written written) {
        if (isKnown(at.formKey())) {
            return new Outcome.Done(course);
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
        insert(actor.insurer().id(), course, at, written, Author.staff(actor));
        audit.note(Look.changed(
                course.memberId(),
                "guidance",
                "/guidance/courses",
                "course %d %s%s"
                        .formatted(
                                course.id(),
                                written.annuls() ? "annuls " : "",
                                written.event().trigger())));
        return new Outcome.Done(settled(actor.insurer().id(), course.id()));
    }

    private boolean isKnown(UUID formKey) {
        return jdbc.sql("select exists (select 1 from guidance.event where form_key = :key)")
                .param("key", formKey)
                .query(Boolean.class)
                .single();
    }

    /// Why the rules would not take it, or would no longer take what is there: late records are looked at
    /// in the order of their days.
    private List<Reason> newlyRefused(PersonCourse course, long corrects, Written written) {
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
        // What it says of itself first.
        return Optional.ofNullable(after.get(Long.MAX_VALUE))
                .orElseGet(() -> after.entrySet().stream()
                        .filter(one -> !before.contains(one.getKey()))
                        .flatMap(one -> one.getValue().stream())
                        .toList());
    }

    private boolean isAnotherRunning(PersonCourse course) {
        var today = LocalDate.now(clock);
        return store.of(List.of(course.memberId())).stream()
                .filter(other -> other.id() != course.id())
                .anyMatch(other -> Running.RULES.isRunning(Running.of(other).on(today)));
    }

    /// Who writes.
    ///
    /// @param documentId the received document that says what is written; 0 for none
    record Author(String origin, long id, String name, long documentId) {
        static final Author SYSTEM = new Author(Recorded.SYSTEM, 0, "", 0);

        static Author staff(Actor actor) {
            return new Author(Recorded.STAFF, actor.id(), actor.name(), 0);
        }

        static Author document(long documentId) {
            return new Author(Recorded.DOCUMENT, 0, "", documentId);
        }
    }

    /// Writes without asking the rules: what has happened outside, whether it should have or not.
    void insert(InsurerId insurer, PersonCourse course, At at, Written written, Author author) {
        var event = written.event();
        jdbc.sql("insert into guidance.event (insurer_id, member_id, course_id, trigger, on_day, facts, supports,"
                        + " next_day, waist, weight, goals, words, done_by, corrects, annuls, origin, staff_id,"
                        + " staff_name, form_key, at, document_id) values (:insurer, :member, :course, :trigger, :on,"
                        + " :facts, :supports, :next, :waist, :weight, :goals, :words, :by, :corrects, :annuls, :origin,"
                        + " :staff, :name, :key, :at, :document)")
                .param("insurer", insurer.value())
                .param("member", course.memberId())
                .param("course", course.id())
                .param("trigger", event.trigger().name())
                .param("on", Date.valueOf(event.on()))
                .param("facts", CourseStore.facts(event.facts()))
                .param("supports", CourseStore.supports(event.supports()))
                .param("next", event.next().map(Date::valueOf).orElse(null), Types.DATE)
                .param("waist", written.waist().orElse(null), Types.NUMERIC)
                .param("weight", written.weight().orElse(null), Types.NUMERIC)
                .param("goals", written.goals().toArray(String[]::new))
                .param("words", written.words())
                .param("by", written.by())
                .param("corrects", at.corrects() == 0 ? null : at.corrects(), Types.BIGINT)
                .param("annuls", written.annuls())
                .param("origin", author.origin())
                .param("staff", author.id())
                .param("name", author.name())
                .param("key", at.formKey().equals(NO_KEY) ? UUID.randomUUID() : at.formKey())
                .param("at", OffsetDateTime.now(clock))
                .param("document", author.documentId() == 0 ? null : author.documentId(), Types.BIGINT)
                .update();
        jdbc.sql("update guidance.course set version = version + 1 where id = :id")
                .param("id", course.id())
                .update();
    }

    /// The course after something was written, with what is to be done next on the lists and what received
    /// documents say otherwise.
    PersonCourse settled(InsurerId insurer, long courseId) {
        var course = store.find(courseId).orElseThrow();
        tasks.refresh(insurer, course.memberId(), store.of(List.of(course.memberId())));
        received.refresh(course);
        return course;
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
