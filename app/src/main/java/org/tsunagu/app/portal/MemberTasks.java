package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.TaskChanges;
import org.tsunagu.app.worklists.TaskChanges.Seen;
import org.tsunagu.app.worklists.TaskChanges.Wanted;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.table.Certainty;

/// What members say becomes somebody's work (加入者からの連絡と作業リスト), so that nothing lies unread.
@Component
class MemberTasks {

    private final Tasks tasks;
    private final TaskChanges changes;
    private final Clock clock;

    MemberTasks(Tasks tasks, TaskChanges changes, Clock clock) {
        this.tasks = tasks;
        this.changes = changes;
        this.clock = clock;
    }

    /// Puts a task on the list, due by the days of its kind; within the transaction of the caller.
    void open(TaskKind kind, long member, String subject) {
        open(kind, member, subject, LocalDate.now(clock).plusDays(kind.days()));
    }

    /// The same with a day of its own.
    void open(TaskKind kind, long member, String subject, LocalDate due) {
        tasks.put(
                Actors.current().insurer().id(),
                List.of(new NewTask(
                        kind, subject, member, 0, LocalDate.now(clock), due, List.of(), Certainty.SOURCE)));
    }

    /// Puts one task on the list for however many of a kind come before somebody answers.
    void openOnce(TaskKind kind, long member, String subject) {
        if (waiting(kind, member).isEmpty()) {
            open(kind, member, subject);
        }
    }

    /// The open tasks of a kind about a member.
    List<Task> waiting(TaskKind kind, long member) {
        return tasks.of(member).stream()
                .filter(task -> task.kind() == kind && task.state().equals("OPEN"))
                .toList();
    }

    /// Says that the current user of the office has done what a task asked for.
    ///
    /// @param subject empty for all of the kind
    void done(TaskKind kind, long member, String subject) {
        var open = waiting(kind, member).stream()
                .filter(task -> subject.isEmpty() || task.subject().equals(subject))
                .map(task -> new Seen(task.id(), task.version()))
                .toList();
        if (!open.isEmpty()) {
            changes.change(open, Wanted.closed(true, ""));
        }
    }

    /// Takes a task off the list because the member has taken it back; within the transaction of the caller.
    void drop(TaskKind kind, String subject) {
        tasks.drop(Actors.current().insurer().id(), kind, List.of(subject), "TAKEN-BACK");
    }
}
