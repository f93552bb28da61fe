package org.tsunagu.app.guidance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.Trigger;

/// What people say to an invitation (利用案内への応答): yes opens the course, no needs its reason and takes the
/// ticket out of use.
@Service
public class Replies {

    private final AskingStore store;
    private final CourseStore courses;
    private final Candidates candidates;
    private final Openings openings;
    private final Recording recording;
    private final CourseTickets tickets;
    private final Tasks tasks;
    private final TenantTransactions transactions;
    private final Audit audit;

    Replies(
            AskingStore store,
            CourseStore courses,
            Candidates candidates,
            Openings openings,
            Recording recording,
            CourseTickets tickets,
            Tasks tasks,
            TenantTransactions transactions,
            Audit audit) {
        this.store = store;
        this.courses = courses;
        this.candidates = candidates;
        this.openings = openings;
        this.recording = recording;
        this.tickets = tickets;
        this.tasks = tasks;
        this.transactions = transactions;
        this.audit = audit;
    }

    /// What came of recording an answer.
    ///
    /// @param courseId of the course of somebody who takes part; 0 for none
    public record Taken(long courseId) {}

    /// Records an answer.
    ///
    /// @param form key of the form: the same form sent twice is one answer
    /// @return empty for somebody who is no candidate of the year, is left out, or has a course already
    public Optional<Taken> record(MemberId member, FiscalYear year, Asking.Reply reply, UUID form) {
        return transactions.inCurrent(() -> {
            courses.lock(List.of(member.value()));
            var found = candidates.of(year).stream()
                    .filter(one -> one.member().id().equals(member))
                    .findFirst();
            if (store.isReplied(form)) {
                return found.map(line -> new Taken(
                        line.course().map(Candidates.Standing::courseId).orElse(0L)));
            }
            return found.filter(Candidates.Line::isInvitable).map(line -> {
                store.reply(member.value(), year.year(), reply, form);
                audit.note(Look.changed(
                        member.value(),
                        "guidance",
                        "/guidance/candidates/reply",
                        "%d %s".formatted(year.year(), reply.outcome())));
                return new Taken(follow(line, reply, form));
            });
        });
    }

    private long follow(Candidates.Line line, Asking.Reply reply, UUID form) {
        var actor = Actors.current();
        return switch (reply.outcome()) {
            case ACCEPTED -> accepted(line, reply, form);
            case DECLINED -> {
                tickets.declined(
                        actor.insurer().id(), line.member().id(), line.judged().examDate(), actor.name());
                tasks.dropAbout(
                        List.of(line.member().id().value()),
                        List.of(TaskKind.ACTIVE, TaskKind.MOTIVATIONAL),
                        "DECLINED");
                yield 0;
            }
            case NOT_REACHED, UNDECIDED -> 0;
        };
    }

    /// Opens the course and notes the application in it, where a ticket is out.
    private long accepted(Candidates.Line line, Asking.Reply reply, UUID form) {
        var opened = openings.open(line.judged().checkupId(), Optional.empty(), Holder.OWN);
        var id = opened.map(Openings.Opened::courseId).orElse(0L);
        courses.find(id).ifPresent(course -> {
            // The ticket may have been issued with the course only now: nobody applies before that.
            var ticketDay = course.current().stream()
                    .map(one -> one.event())
                    .filter(event -> event.trigger() == Trigger.ISSUE_TICKET)
                    .map(Event::on)
                    .filter(reply.on()::isBefore)
                    .reduce((early, late) -> late);
            recording.record(
                    new Recording.At(id, course.version(), 0, form),
                    Entry.of(
                            Trigger.APPLY,
                            ticketDay.orElse(reply.on()),
                            Actors.current().name()));
        });
        return id;
    }
}
