package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.flow.Clocks.Due;

/// What a course asks somebody to do next, and by when (次の予定・未回答者への働きかけ), on the list of tasks; within the
/// transaction of the caller.
@Component
class GuidanceTasks {

    private final Tasks tasks;
    private final Clock clock;

    GuidanceTasks(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /// The earliest thing that is due in each course of a member, and when it ends for want of contact,
    /// take the place of what was due before.
    ///
    /// @param courses all of the member
    void refresh(InsurerId insurer, long memberId, List<PersonCourse> courses) {
        tasks.dropAbout(List.of(memberId), List.of(TaskKind.COURSE), "COURSE-CHANGED");
        var today = LocalDate.now(clock);
        for (var course : courses) {
            var due = Running.RULES.due(Running.of(course).on(today));
            // Who is not reached has still something due before: the end for want of contact is a task beside it.
            Stream.concat(due.stream().limit(1), due.stream().skip(1).filter(GuidanceTasks::isOfTheEnd))
                    .forEach(one -> tasks.put(insurer, List.of(task(course, one))));
        }
    }

    private static boolean isOfTheEnd(Due due) {
        return due.row().key().equals("DROPOUT");
    }

    private static NewTask task(PersonCourse course, Due due) {
        var basis = due.row().basis();
        var reason = new Reason(
                ReasonCode.COURSE_DUE,
                due.row().key(),
                "true",
                basis,
                "",
                "",
                Map.of(
                        "text_ja", due.row().text("action_ja"),
                        "text_en", due.row().text("action_en")));
        return new NewTask(
                TaskKind.COURSE,
                // A new record is a new task: one that somebody has closed stays closed.
                "%d:%s:%d".formatted(course.id(), due.row().key(), course.version()),
                course.memberId(),
                0,
                due.warnFrom(),
                due.on(),
                List.of(reason),
                basis.certainty());
    }
}
