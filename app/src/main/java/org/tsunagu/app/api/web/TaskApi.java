package org.tsunagu.app.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Accounts.Colleague;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.api.Problem;
import org.tsunagu.app.api.Problems;
import org.tsunagu.app.api.Refused;
import org.tsunagu.app.api.web.Answers.StaffAnswer;
import org.tsunagu.app.api.web.Answers.TaskAnswer;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.TaskChanges;
import org.tsunagu.app.worklists.TaskChanges.Wanted;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.TaskPages;
import org.tsunagu.app.worklists.Tasks;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Tasks (作業): lists, and changes that must name the version they were made on.
@RestController
class TaskApi {

    private static final LocalDate FIRST = LocalDate.EPOCH;
    private static final int LONGEST_NOTE = 200;

    private final Tasks tasks;
    private final TaskPages pages;
    private final TaskChanges changes;
    private final Accounts accounts;
    private final Looks looks;

    TaskApi(Tasks tasks, TaskPages pages, TaskChanges changes, Accounts accounts, Looks looks) {
        this.tasks = tasks;
        this.pages = pages;
        this.changes = changes;
        this.accounts = accounts;
        this.looks = looks;
    }

    /// State of a task in requests.
    enum State {
        OPEN,
        DONE,
        EXCLUDED,
        DROPPED
    }

    private record Seen(LocalDate due, long id) {}

    @GetMapping("/api/v1/tasks")
    Slice<TaskAnswer> list(
            @RequestParam(defaultValue = "OPEN") State state,
            @RequestParam(required = false) @Nullable TaskKind kind,
            @RequestParam(name = "due_by", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate dueBy,
            @RequestParam(defaultValue = Slice.USUAL) int limit,
            @RequestParam(defaultValue = "") String cursor,
            HttpServletRequest request) {
        var most = Slice.limit(limit);
        var seen = Slice.read(
                cursor, new Seen(FIRST, 0), parts -> new Seen(LocalDate.parse(parts[0]), Long.parseLong(parts[1])));
        var wanted = new TaskPages.Wanted(state.name(), Optional.ofNullable(kind), Optional.ofNullable(dueBy));
        var rows = pages.after(wanted, seen.due(), seen.id(), most + 1);
        var language = Problems.language(request);
        looks.listed("task", rows.subList(0, Math.min(most, rows.size())), Task::memberId);
        return Slice.of(
                request, rows, most, task -> Slice.key(task.due(), task.id()), task -> TaskAnswer.of(task, language));
    }

    @GetMapping("/api/v1/tasks/{id:[0-9]{1,18}}")
    TaskAnswer one(@PathVariable long id, HttpServletRequest request) {
        var task = tasks.find(id).orElseThrow(NotFound::new);
        looks.at(Look.Kind.VIEW, task.memberId(), "task", "task " + id);
        return TaskAnswer.of(task, Problems.language(request));
    }

    @GetMapping("/api/v1/staff")
    Slice<StaffAnswer> staff() {
        return new Slice<>(
                colleagues().stream()
                        .map(one -> new StaffAnswer(
                                one.id(), one.name(), List.of(one.role().split(" "))))
                        .toList(),
                null);
    }

    private List<Colleague> colleagues() {
        return accounts.workers(Actors.current().insurer().id()).stream()
                .filter(Colleague::enabled)
                .toList();
    }

    /// Gives a task to somebody.
    @JsonNaming(SnakeCaseStrategy.class)
    record Assignment(@Nullable Integer version, @Nullable Long ownerId) {}

    @PostMapping(path = "/api/v1/tasks/{id:[0-9]{1,18}}/assign", consumes = "application/json")
    TaskAnswer assign(@PathVariable long id, @RequestBody Assignment asked, HttpServletRequest request) {
        var version = version(asked.version());
        var task = tasks.find(id).orElseThrow(NotFound::new);
        var owner = colleagues().stream()
                .filter(one -> asked.ownerId() != null && one.id() == asked.ownerId())
                .findFirst()
                .orElseThrow(() -> Refused.field("owner_id"));
        change(id, version, Wanted.owner(owner.id(), owner.name()));
        return changed(task, "assign", request);
    }

    /// Closes a task.
    ///
    /// @param state DONE or EXCLUDED
    record Closing(
            @Nullable Integer version,
            @Nullable State state,
            @Nullable String note) {}

    @PostMapping(path = "/api/v1/tasks/{id:[0-9]{1,18}}/close", consumes = "application/json")
    TaskAnswer close(@PathVariable long id, @RequestBody Closing asked, HttpServletRequest request) {
        var version = version(asked.version());
        var note = asked.note() == null ? "" : asked.note().strip();
        if (asked.state() != State.DONE && asked.state() != State.EXCLUDED) {
            throw Refused.field("state");
        }
        // Whoever is taken off the list is taken off for a reason.
        if (note.length() > LONGEST_NOTE || (note.isEmpty() && asked.state() == State.EXCLUDED)) {
            throw Refused.field("note");
        }
        var task = tasks.find(id).orElseThrow(NotFound::new);
        change(id, version, Wanted.closed(asked.state() == State.DONE, note));
        return changed(task, "close " + asked.state(), request);
    }

    /// By the way every change goes, so that its history is kept. No task has version 0, which there means any.
    private void change(long id, int version, Wanted wanted) {
        if (version < 1
                || changes.change(List.of(new TaskChanges.Seen(id, version)), wanted)
                                .changed()
                        == 0) {
            throw Refused.of(Problem.VERSION_CONFLICT);
        }
    }

    private static int version(@Nullable Integer asked) {
        if (asked == null) {
            throw Refused.field("version");
        }
        return asked;
    }

    private TaskAnswer changed(Task task, String what, HttpServletRequest request) {
        looks.at(Look.Kind.CHANGE, task.memberId(), "task", "task %d, %s".formatted(task.id(), what));
        return TaskAnswer.of(tasks.find(task.id()).orElseThrow(), Problems.language(request));
    }
}
