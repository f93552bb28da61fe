package org.tsunagu.app.desk;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.contacts.ContactRecorded;
import org.tsunagu.app.worklists.TaskChanges;
import org.tsunagu.app.worklists.TaskChanges.Seen;
import org.tsunagu.app.worklists.TaskChanges.Wanted;
import org.tsunagu.app.worklists.Tasks;

/// The task for which somebody was called is due on the day that was agreed (次の日), within the
/// transaction that records the contact. An outside provider moves nothing of the insurer's own list.
@Component
class ContactedTasks {

    private final Tasks tasks;
    private final TaskChanges changes;

    ContactedTasks(Tasks tasks, TaskChanges changes) {
        this.tasks = tasks;
        this.changes = changes;
    }

    @EventListener
    void on(ContactRecorded event) {
        if (!Actors.current().may(Permission.WORK)) {
            return;
        }
        event.nextDay()
                .ifPresent(day -> tasks.find(event.taskId())
                        .filter(task -> task.memberId() == event.memberId()
                                && task.state().equals("OPEN"))
                        .ifPresent(
                                task -> changes.change(List.of(new Seen(task.id(), task.version())), Wanted.due(day))));
    }
}
