package org.tsunagu.cli.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The list of one task (やることの一覧): its first lines, and how many there are by month of the checkup.
final class TaskList {

    private final Shortlist<Todo> first;
    private final Months months = new Months();
    private final boolean isByInstitution;

    TaskList(Task task) {
        isByInstitution = task == Task.RETURN;
        first = new Shortlist<>(task.shown(), isByInstitution ? Todo.BY_INSTITUTION : Todo.BY_URGENCY);
    }

    /// Adds a line; it is put together only when it has a chance to be shown.
    void add(Optional<LocalDate> examDay, int urgency, Supplier<Todo> todo) {
        examDay.ifPresent(months::add);
        var last = first.lastOfFull();
        if (isByInstitution || last.isEmpty() || last.get().rank().compareTo(Todo.Rank.of(examDay, urgency)) >= 0) {
            first.add(todo.get());
        }
    }

    List<Todo> shown() {
        return first.list();
    }

    long since(YearMonth month) {
        return months.since(month);
    }

    long before(YearMonth month) {
        return months.before(month);
    }
}
