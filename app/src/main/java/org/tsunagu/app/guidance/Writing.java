package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.rules.guidance.Event;

/// Writes into courses (経過への書き込み) without asking the rules, within the transaction of the caller, who
/// holds the person by [CourseStore#lock].
@Component
class Writing {

    private final JdbcClient jdbc;
    private final CourseStore store;
    private final GuidanceTasks due;
    private final ReceivedRows received;
    private final CourseTickets tickets;
    private final TenantTransactions transactions;
    private final Clock clock;

    Writing(
            JdbcClient jdbc,
            CourseStore store,
            GuidanceTasks due,
            ReceivedRows received,
            CourseTickets tickets,
            TenantTransactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.due = due;
        this.received = received;
        this.tickets = tickets;
        this.transactions = transactions;
        this.clock = clock;
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
    void insert(InsurerId insurer, PersonCourse course, Recording.At at, Written written, Author author) {
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
                .param("key", at.formKey().equals(Recording.NO_KEY) ? UUID.randomUUID() : at.formKey())
                .param("at", OffsetDateTime.now(clock))
                .param("document", author.documentId() == 0 ? null : author.documentId(), Types.BIGINT)
                .update();
        jdbc.sql("update guidance.course set version = version + 1 where id = :id")
                .param("id", course.id())
                .update();
    }

    /// The course after something was written, with what is to be done next on the lists and what
    /// received documents say otherwise.
    PersonCourse settled(InsurerId insurer, long courseId) {
        var course = store.find(courseId).orElseThrow();
        // What is due concerns all courses of the person, whoever holds them.
        return transactions.beyondProvider(() -> {
            due.refresh(insurer, course.memberId(), store.of(List.of(course.memberId())));
            received.refresh(course);
            tickets.follow(insurer, course);
            return course;
        });
    }
}
