package org.tsunagu.app.worklists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.app.access.Accounts.Colleague;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.app.worklists.WorkbookReader.Line;

/// Compares lines of a workbook with the tasks as they are now (差分の作成).
final class UploadDiff {

    private static final int LONGEST_NOTE = 2000;

    private final Map<String, List<Colleague>> colleagues = new HashMap<>();
    private final LocalDate today;
    private final Set<Long> seen = new HashSet<>();
    private int same;

    UploadDiff(List<Colleague> people, LocalDate today) {
        this.today = today;
        for (var person : people) {
            colleagues.computeIfAbsent(person.name(), none -> new ArrayList<>()).add(person);
            colleagues
                    .computeIfAbsent(person.login(), none -> new ArrayList<>())
                    .add(person);
        }
    }

    /// What a line comes to.
    ///
    /// @param task none when it is not known
    /// @param owner 0 for nobody
    record Result(
            Line line,
            Optional<Task> task,
            String verdict,
            String problem,
            String cell,
            Optional<LocalDate> due,
            long owner,
            String ownerName,
            String state,
            String note) {

        static Result error(Line line, Optional<Task> task, String problem, String cell) {
            return new Result(line, task, "ERROR", problem, cell, Optional.empty(), 0, "", "", "");
        }
    }

    int same() {
        return same;
    }

    /// What lines come to; those that nobody edited are only counted.
    List<Result> compare(List<Line> lines, Map<Long, Task> tasks) {
        var results = new ArrayList<Result>();
        for (var line : lines) {
            compare(line, tasks).ifPresentOrElse(results::add, () -> same++);
        }
        return results;
    }

    private Optional<Result> compare(Line line, Map<Long, Task> tasks) {
        var key = TaskSheet.key(line.key());
        var task = key.flatMap(one -> Optional.ofNullable(tasks.get(one.id())));
        if (!line.formula().isEmpty()) {
            return Optional.of(Result.error(line, task, "formula", line.formula()));
        }
        if (key.isEmpty()) {
            return Optional.of(Result.error(line, task, "unknown", ""));
        }
        if (!seen.add(key.get().id())) {
            return Optional.of(Result.error(line, task, "twice", ""));
        }
        if (line.cells().mark().equals(key.get().mark())) {
            return Optional.empty();
        }
        if (task.isEmpty()) {
            return Optional.of(Result.error(line, task, "unknown", ""));
        }
        return edited(line, task.get(), key.get().version());
    }

    private Optional<Result> edited(Line line, Task task, int version) {
        var known = Optional.of(task);
        var cells = line.cells();
        var due = TypedDate.read(cells.due());
        var state = TaskSheet.state(cells.state());
        var isConflict = task.version() != version || !task.state().equals("OPEN");
        var people = colleagues.getOrDefault(cells.owner(), List.of());
        var isSameOwner = cells.owner().equals(task.ownerName());
        if (due.isEmpty()) {
            return Optional.of(Result.error(line, known, "date", cells.due()));
        }
        if (!isConflict && !due.get().equals(task.due()) && due.get().isBefore(today)) {
            return Optional.of(Result.error(line, known, "past", cells.due()));
        }
        if (!cells.owner().isEmpty() && !isSameOwner && people.size() != 1) {
            return Optional.of(Result.error(line, known, people.isEmpty() ? "owner" : "owner_twice", cells.owner()));
        }
        if (state.isEmpty()) {
            return Optional.of(Result.error(line, known, "state", cells.state()));
        }
        var problem = problemOfNote(state.get(), cells.note());
        if (!problem.isEmpty()) {
            return Optional.of(Result.error(line, known, problem, ""));
        }
        var isChanged = !due.get().equals(task.due())
                || !isSameOwner
                || !state.get().equals(task.state())
                || !cells.note().equals(task.note());
        var owner = isSameOwner || people.isEmpty() ? Optional.<Colleague>empty() : Optional.of(people.getFirst());
        return Optional.of(new Result(
                        line,
                        known,
                        isConflict ? "CONFLICT" : "CHANGE",
                        isConflict ? (task.state().equals("OPEN") ? "changed" : "closed") : "",
                        "",
                        due,
                        isSameOwner ? task.owner() : owner.map(Colleague::id).orElse(0L),
                        isSameOwner
                                ? task.ownerName()
                                : owner.map(Colleague::name).orElse(""),
                        state.get(),
                        cells.note()))
                .filter(result -> isChanged);
    }

    private static String problemOfNote(String state, String note) {
        if (note.length() > LONGEST_NOTE) {
            return "note";
        }
        return state.equals("EXCLUDED") && note.isEmpty() ? "reason" : "";
    }
}
