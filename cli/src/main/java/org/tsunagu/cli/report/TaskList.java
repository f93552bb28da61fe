package org.tsunagu.cli.report;

import java.time.YearMonth;
import java.util.List;

/// The list of one task (やることの一覧): its first lines, and how many there are by month of the checkup.
final class TaskList {

    private final Shortlist<Todo> first;
    private final Months months = new Months();

    TaskList(Task task) {
        first = new Shortlist<>(task.shown(), task == Task.RETURN ? Todo.BY_INSTITUTION : Todo.BY_URGENCY);
    }

    void add(Todo todo) {
        first.add(todo);
        todo.examDay().ifPresent(months::add);
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
