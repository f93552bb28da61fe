package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Assignments;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Exits;
import org.tsunagu.codes.time.FiscalYear;

/// Gives courses to outside providers and takes them back (委託先の決定): the provider sees the member and
/// this course, and nobody else's.
@Service
public class Giving {

    private static final String EXIT = "POST /guidance/courses/{id}/provider";

    private final JdbcClient jdbc;
    private final CourseStore store;
    private final Assignments assignments;
    private final Exits exits;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Giving(
            JdbcClient jdbc,
            CourseStore store,
            Assignments assignments,
            Exits exits,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.assignments = assignments;
        this.exits = exits;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// To whom a course was given, when and by whom (委託の履歴).
    public record Given(String provider, String by, OffsetDateTime at) {}

    /// The provider of a number, as somebody chose it from the list: the insurer itself for 0.
    ///
    /// @return empty for a number that is no provider of the current insurer
    public Optional<Holder> holder(long provider) {
        return provider == 0
                ? Optional.of(Holder.OWN)
                : assignments.providers().stream()
                        .filter(one -> one.id() == provider)
                        .findFirst()
                        .map(Holder::of);
    }

    /// Gives a course to a provider, or takes it back to the insurer itself.
    ///
    /// @return what became of it
    public Result give(long courseId, Holder holder) {
        return transactions.inCurrent(() -> {
            var seen = store.find(courseId);
            if (seen.isEmpty()) {
                return Result.NO_COURSE;
            }
            store.lock(List.of(seen.get().memberId()));
            var course = store.find(courseId).orElseThrow();
            if (!course.holder().equals(holder) && !mayHave(holder, course.memberId())) {
                return Result.REFUSED;
            }
            write(course, holder);
            return Result.GIVEN;
        });
    }

    /// What became of giving a course (委託の結果).
    public enum Result {
        GIVEN,
        /// The law has no ground for it; that it was asked is written down.
        REFUSED,
        NO_COURSE
    }

    /// Whether a provider may have the data of a member: asked, and written down, before the provider sees
    /// anything; within the transaction of the caller.
    boolean mayHave(Holder holder, long member) {
        return holder.providerId() == 0
                || exits.mayLeave(EXIT, holder.name(), List.of(member), "guidance/providers/" + holder.providerId());
    }

    private void write(PersonCourse course, Holder holder) {
        if (course.holder().equals(holder)) {
            return;
        }
        jdbc.sql("update guidance.course set provider_id = nullif(:provider, 0), provider = :name where id = :id")
                .param("provider", holder.providerId())
                .param("name", holder.name())
                .param("id", course.id())
                .update();
        given(course, holder);
        leave(course);
        audit.note(Look.changed(
                course.memberId(),
                "guidance",
                "/guidance/courses/provider",
                "course %d given to %d".formatted(course.id(), holder.providerId())));
    }

    /// Whoever held the course sees the member no longer, unless another course of theirs is with it.
    private void leave(PersonCourse before) {
        var provider = before.holder().providerId();
        var hasAnother = store.of(List.of(before.memberId())).stream()
                .anyMatch(other -> other.id() != before.id() && other.holder().providerId() == provider);
        if (provider != 0 && !hasAnother) {
            assignments.end(provider, before.memberId());
        }
    }

    /// Notes to whom a course was given and lets the provider see the member; within the transaction of
    /// the caller.
    void given(PersonCourse course, Holder holder) {
        if (holder.providerId() != 0) {
            // A course of one year may run until the end of the next.
            assignments.assign(
                    holder.providerId(), List.of(course.memberId()), new FiscalYear(course.fiscalYear() + 1).lastDay());
        }
        var actor = Actors.current();
        jdbc.sql("insert into guidance.given (insurer_id, member_id, course_id, provider_id, provider, staff_id,"
                        + " staff_name, at) values (:insurer, :member, :course, nullif(:provider, 0), :name, :staff,"
                        + " :by, :at)")
                .param("insurer", actor.insurer().id().value())
                .param("member", course.memberId())
                .param("course", course.id())
                .param("provider", holder.providerId())
                .param("name", holder.name())
                .param("staff", actor.id())
                .param("by", actor.name())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /// To whom a course was given so far, the latest first.
    public List<Given> of(long courseId) {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select provider, staff_name, at from guidance.given where course_id = :course order by id desc")
                .param("course", courseId)
                .query((row, n) ->
                        new Given(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class)))
                .list());
    }
}
