package org.tsunagu.app.guidance;

import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Verdict;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.guidance.Course;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.Courses;
import org.tsunagu.rules.guidance.Step;
import org.tsunagu.rules.stratification.Level;

/// Opens the course of a candidate (特定保健指導の開始登録): one for each checkup.
@Service
public class Openings {

    private static final Courses COURSES = new Courses(Running.RULES);

    private final JdbcClient jdbc;
    private final CourseStore store;
    private final Checkups checkups;
    private final Tasks tasks;
    private final GuidanceTasks due;
    private final Writing writing;
    private final CourseTickets tickets;
    private final Giving giving;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Openings(
            JdbcClient jdbc,
            CourseStore store,
            Checkups checkups,
            Tasks tasks,
            GuidanceTasks due,
            Writing writing,
            CourseTickets tickets,
            Giving giving,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.checkups = checkups;
        this.tasks = tasks;
        this.due = due;
        this.writing = writing;
        this.tickets = tickets;
        this.giving = giving;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param courseId of the course that was opened, or of the one that was there; 0 for none
    /// @param refused why it was not opened
    /// @param hasTicket whether a guidance ticket is out; without terms of the year there is none
    public record Opened(long courseId, List<Reason> refused, boolean hasTicket) {}

    /// Opens a course of a checkup.
    ///
    /// @param kind another than the usual one of the level; empty for that
    /// @param holder who holds it
    /// @return empty when there is no such checkup, or it leads to no guidance
    public Optional<Opened> open(long checkupId, Optional<CourseKind> kind, Holder holder) {
        return transactions.inCurrent(() -> checkups.find(checkupId).flatMap(checkup -> {
            store.lock(List.of(checkup.memberId()));
            var level = level(checkupId);
            if (!level.isGuidanceTarget()) {
                return Optional.<Opened>empty();
            }
            var others = store.of(List.of(checkup.memberId()));
            var course = kind.filter(of -> isOffered(checkup, level, of))
                    .map(of -> Course.target(checkup.examDate(), level, of))
                    .orElseGet(() -> Course.target(checkup.examDate(), level));
            if (!Running.RULES.covers(course)) {
                return Optional.<Opened>empty();
            }
            var step = COURSES.open(
                    others.stream().map(other -> Running.of(other).course()).toList(), course);
            return Optional.of(
                    switch (step) {
                        case Step.Taken taken -> byStaff(checkup, taken.course(), holder);
                        case Step.Refused refused -> new Opened(sameCheckup(others, checkup), refused.reasons(), true);
                    });
        }));
    }

    /// How certain the conditions of the model implementation (積極的支援のモデル実施) are for a checkup: the
    /// least certain of its rows.
    ///
    /// @return empty where it cannot be chosen: for another level, and outside of the third period
    public static Optional<Certainty> model(LocalDate checkup, Level level) {
        return level == Level.ACTIVE && Running.RULES.covers(Course.target(checkup, level, CourseKind.ACTIVE_MODEL))
                ? Running.TABLES.all().stream()
                        .filter(table -> table.name().equals("guidance/completion"))
                        .flatMap(table -> table.on(checkup).stream())
                        .filter(row -> List.of(row.text("kinds").split(",")).contains(CourseKind.ACTIVE_MODEL.name()))
                        .map(row -> row.basis().certainty())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private Level level(long checkupId) {
        return Optional.ofNullable(checkups.verdicts(checkupId).get(Verdict.Question.STRATIFICATION))
                .map(verdict -> Level.of(verdict.value()))
                .orElse(Level.UNDETERMINED);
    }

    /// Model implementation is for active support; who asks for it elsewhere gets the usual kind.
    private static boolean isOffered(Checkup checkup, Level level, CourseKind kind) {
        return kind != CourseKind.ACTIVE_MODEL
                || model(checkup.examDate(), level).isPresent();
    }

    private static long sameCheckup(List<PersonCourse> others, Checkup checkup) {
        return others.stream()
                .filter(other -> other.checkupDay().equals(checkup.examDate()))
                .mapToLong(PersonCourse::id)
                .findFirst()
                .orElse(0);
    }

    /// Opens the course that a received document tells about, for a checkup that has none; within the transaction
    /// of the caller.
    ///
    /// @return empty when the checkup leads to no guidance
    Optional<Long> told(InsurerId insurer, Checkup checkup, Level level, Holder holder, Writing.Author author) {
        if (!level.isGuidanceTarget()) {
            return Optional.empty();
        }
        var course = Course.target(checkup.examDate(), level);
        return Running.RULES.covers(course)
                ? Optional.of(taken(insurer, checkup, course, holder, author))
                : Optional.empty();
    }

    private long taken(InsurerId insurer, Checkup checkup, Course course, Holder holder, Writing.Author author) {
        var id = insert(insurer, checkup, course, holder, author);
        var offers = course.level() == Level.ACTIVE ? TaskKind.ACTIVE : TaskKind.MOTIVATIONAL;
        tasks.dropAbout(List.of(checkup.memberId()), List.of(offers), "COURSE-OPENED");
        due.refresh(insurer, checkup.memberId(), store.of(List.of(checkup.memberId())));
        return id;
    }

    private Opened byStaff(Checkup checkup, Course course, Holder wanted) {
        var actor = Actors.current();
        var holder = giving.mayHave(wanted, checkup.memberId()) ? wanted : Holder.OWN;
        var insurer = actor.insurer().id();
        var id = taken(insurer, checkup, course, holder, Writing.Author.staff(actor));
        audit.note(Look.changed(checkup.memberId(), "guidance", "/guidance", "course %d opened".formatted(id)));
        if (holder.providerId() != 0) {
            giving.given(store.find(id).orElseThrow(), holder);
        }
        var ticket = tickets.issue(
                insurer, new MemberId(checkup.memberId()), checkup.examDate(), course.kind(), actor.name());
        ticket.ifPresent(one -> {
            writing.insert(
                    insurer,
                    store.find(id).orElseThrow(),
                    new Recording.At(id, 1, 0, Recording.NO_KEY),
                    CourseTickets.issued(one, checkup.examDate()),
                    Writing.Author.SYSTEM);
            writing.settled(insurer, id);
        });
        return new Opened(id, List.of(), ticket.isPresent());
    }

    private long insert(InsurerId insurer, Checkup checkup, Course course, Holder holder, Writing.Author author) {
        return jdbc.sql("insert into guidance.course (insurer_id, member_id, checkup_day, fiscal_year, level, kind,"
                        + " checkup_waist, checkup_weight, provider, provider_id, opened_on, staff_id, staff_name, at)"
                        + " values (:insurer, :member, :day, :year, :level, :kind, :waist, :weight, :provider,"
                        + " nullif(:holder, 0),"
                        + " :today, :staff, :name, :at) returning id")
                .param("insurer", insurer.value())
                .param("member", checkup.memberId())
                .param("day", Date.valueOf(checkup.examDate()))
                .param("year", FiscalYear.containing(checkup.examDate()).year())
                .param("level", course.level().name())
                .param("kind", course.kind().name())
                .param("waist", Measured.of("waist", checkup.values()).orElse(null), Types.NUMERIC)
                .param("weight", Measured.of("weight", checkup.values()).orElse(null), Types.NUMERIC)
                .param("provider", holder.name())
                .param("holder", holder.providerId())
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .param("staff", author.id())
                .param("name", author.name())
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }
}
