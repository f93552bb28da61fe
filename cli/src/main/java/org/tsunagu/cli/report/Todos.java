package org.tsunagu.cli.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.problem.Problem;

/// The lists to act on (今日やること), each with its most urgent lines and the number of all.
final class Todos {

    private static final int MONTHS = 12;
    private static final int MOST_REFUSED_FILES = 1000;

    private final LocalDate today;
    private final TodoMaker maker = new TodoMaker();
    private final Map<Task, TaskList> lists = new EnumMap<>(Task.class);
    private final TreeMap<String, Problem> refusedFiles = new TreeMap<>();
    private LocalDate latest = LocalDate.MIN;
    private long returned;

    Todos(LocalDate today) {
        this.today = today;
    }

    void add(CheckedDocument document) {
        if (document.status() == Status.REJECTED) {
            returned++;
        }
        if (document.judgement().isPresent()) {
            document.header().flatMap(header -> header.examDay()).ifPresent(this::exam);
        }
        maker.make(document, (task, examDay, urgency, todo) -> list(task).add(examDay, urgency, todo));
    }

    /// A date in the future is a slip of the pen: it does not say what is new.
    private void exam(LocalDate day) {
        latest = day.isAfter(latest) && !day.isAfter(today) ? day : latest;
    }

    private TaskList list(Task task) {
        return lists.computeIfAbsent(task, TaskList::new);
    }

    /// Remembers a file that was not taken at all, with one of its problems.
    void addRefusedFile(Problem problem) {
        refusedFiles.merge(
                problem.place().file(), problem, (one, other) -> one.code().compareTo(other.code()) <= 0 ? one : other);
        if (refusedFiles.size() > MOST_REFUSED_FILES) {
            refusedFiles.pollLastEntry();
        }
    }

    /// The first of the twelve months that count as current (対象の最初の月).
    YearMonth firstMonth() {
        return YearMonth.from(latest).minusMonths(MONTHS - 1);
    }

    YearMonth lastMonth() {
        return YearMonth.from(latest);
    }

    /// Whether any checkup was judged, so that there are current months.
    boolean hasMonths() {
        return !latest.equals(LocalDate.MIN);
    }

    /// How many there are to act on now.
    long count(Task task) {
        if (task == Task.RETURN) {
            return returned;
        }
        return hasMonths() ? list(task).since(firstMonth()) : 0;
    }

    /// How many belong to earlier checkups.
    long earlier(Task task) {
        return task == Task.RETURN || !hasMonths() ? 0 : list(task).before(firstMonth());
    }

    /// The lines to show: those of a person only once, the newest.
    List<Todo> shown(Task task) {
        if (task == Task.RETURN) {
            return list(task).shown();
        }
        var seen = new HashSet<Person>();
        return list(task).shown().stream()
                .filter(todo -> todo.examDay().filter(this::isCurrent).isPresent())
                .filter(todo -> seen.add(todo.person()))
                .toList();
    }

    private boolean isCurrent(LocalDate day) {
        return hasMonths() && !YearMonth.from(day).isBefore(firstMonth());
    }

    /// Files of which nothing was taken, by name.
    List<Problem> refusedFiles() {
        return List.copyOf(refusedFiles.values());
    }

    /// The feedback classes that made somebody be advised now, for finding the others in the files.
    List<String> urgentClasses() {
        return List.copyOf(new TreeSet<>(maker.urgentClasses()));
    }
}
