package org.tsunagu.app.worklists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Accounts.Colleague;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.app.worklists.Tasks.Filter;
import org.tsunagu.rules.ReasonTexts;

/// The work list (作業リスト): filters in the address, bulk actions, the next person, export.
@Controller
public class TaskController {

    private static final int PAGE_SIZE = 50;
    private static final int WEEK = 7;

    private final Tasks tasks;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    TaskController(Tasks tasks, Accounts accounts, Audit audit, Clock clock) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the address asks for.
    ///
    /// @param kind empty for all
    /// @param whose `mine`, `nobody` or empty
    /// @param due `today`, `week` or empty
    public record Asked(String kind, String whose, String due, int page) {

        /// The address of another page of the same list.
        public String address(int other) {
            return "/tasks?kind=%s&whose=%s&due=%s&page=%d".formatted(kind, whose, due, other);
        }
    }

    /// What the page shows (画面の内容).
    ///
    /// @param counts open tasks by kind, whatever the filter
    /// @param problem key of what was wrong with an action; empty for nothing
    public record Content(
            Asked asked,
            List<Task> tasks,
            int total,
            Map<TaskKind, Integer> counts,
            List<Colleague> colleagues,
            LocalDate today,
            String problem) {

        /// How many pages there are.
        public int pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }
    }

    @GetMapping("/tasks")
    View list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "1") int page) {
        return page(new Asked(kind, whose, due, Math.max(1, page)), "");
    }

    private View page(Asked asked, String problem) {
        var filter = filter(asked);
        var shown = tasks.list(filter, (asked.page() - 1) * PAGE_SIZE, PAGE_SIZE);
        audit.note(shown.stream()
                .filter(task -> task.memberId() != 0)
                .map(task -> Look.listed(task.memberId(), "task", "/tasks"))
                .toList());
        var content = new Content(
                asked,
                shown,
                tasks.count(filter),
                tasks.byKind(),
                accounts.colleagues(Actors.current().insurer().id()),
                LocalDate.now(clock),
                problem);
        return problem.isEmpty() ? Page.of("worklists/list", content) : Page.refused("worklists/list", content);
    }

    private Filter filter(Asked asked) {
        var kind = List.of(TaskKind.values()).stream()
                .filter(one -> one.name().equals(asked.kind()))
                .findFirst();
        var owner = switch (asked.whose()) {
            case "mine" -> Actors.current().id();
            case "nobody" -> -1;
            default -> 0;
        };
        var today = LocalDate.now(clock);
        var due = switch (asked.due()) {
            case "today" -> Optional.of(today);
            case "week" -> Optional.of(today.plusDays(WEEK));
            default -> Optional.<LocalDate>empty();
        };
        return new Filter(kind, owner, due);
    }

    /// The person to call next: the most urgent of one's own tasks, else of those nobody is on.
    @GetMapping("/tasks/next")
    View next() {
        var mine = tasks.list(new Filter(Optional.empty(), Actors.current().id(), Optional.empty()), 0, 1);
        var next = mine.isEmpty() ? tasks.list(new Filter(Optional.empty(), -1, Optional.empty()), 0, 1) : mine;
        return next.stream()
                .filter(task -> task.memberId() != 0)
                .findFirst()
                .map(task -> new RedirectView("/members/" + task.memberId()))
                .orElseGet(() -> new RedirectView("/tasks"));
    }

    @PostMapping("/tasks")
    View act(
            @RequestParam(defaultValue = "") List<Long> task,
            @RequestParam String action,
            @RequestParam Map<String, String> fields) {
        var asked = new Asked(
                fields.getOrDefault("kind", ""), fields.getOrDefault("whose", ""), fields.getOrDefault("due", ""), 1);
        if (task.isEmpty()) {
            return page(asked, "worklists.problem.none");
        }
        var note = fields.getOrDefault("reason", "").strip();
        var day = TypedDate.read(fields.getOrDefault("day", ""));
        switch (action) {
            case "take" ->
                tasks.assign(task, Actors.current().id(), Actors.current().name());
            case "assign" -> assign(task, fields.getOrDefault("to", ""));
            case "postpone" -> {
                if (day.isEmpty()) {
                    return page(asked, "ui.problem.date");
                }
                tasks.postpone(task, day.get());
            }
            case "done" -> tasks.close(task, true, note, Actors.current());
            case "exclude" -> {
                if (note.isEmpty()) {
                    return page(asked, "worklists.problem.reason");
                }
                tasks.close(task, false, note, Actors.current());
            }
            default -> throw new NotFound();
        }
        audit.note(Look.changed(0, "task", "/tasks", "%s, %d tasks".formatted(action, task.size())));
        return new RedirectView(back(fields.getOrDefault("back", ""), asked));
    }

    private static String back(String back, Asked asked) {
        var separator = back.contains("?") ? "&" : "?";
        return back.matches("/members/[0-9]+")
                ? back + separator + "notice=worklists.saved"
                : asked.address(1) + "&notice=worklists.saved";
    }

    private void assign(List<Long> ids, String to) {
        var colleague = accounts.colleagues(Actors.current().insurer().id()).stream()
                .filter(one -> Long.toString(one.id()).equals(to))
                .findFirst()
                .orElseThrow(NotFound::new);
        tasks.assign(ids, colleague.id(), colleague.name());
    }

    /// The list as CSV, row by row. Whoever takes it out says what for.
    @PostMapping("/tasks/export")
    void export(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String purposeWords,
            HttpServletResponse response)
            throws IOException {
        var asked = new Asked(kind, whose, due, 1);
        var stated = Purpose.stated(purpose, purposeWords);
        if (stated.isEmpty()) {
            response.sendRedirect(asked.address(1) + "&notice=worklists.problem.purpose");
            return;
        }
        var filter = filter(asked);
        audit.note(new Look(
                Look.Kind.EXPORT,
                "task",
                0,
                stated.get(),
                Look.OWN_WORK,
                "/tasks/export",
                "%d tasks".formatted(tasks.count(filter))));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"tasks.csv\"");
        response.setHeader("Cache-Control", "no-store");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            // With a mark, or Excel takes the text for another encoding.
            out.write("\ufeff");
            out.write("task_id,kind,name,kana,since,due,owner,reasons,certainty\r\n");
            tasks.each(filter, task -> write(out, task));
        }
    }

    private static void write(OutputStreamWriter out, Task task) {
        var texts = ReasonTexts.in(java.util.Locale.JAPANESE);
        try {
            out.write(Csv.line(List.of(
                    Long.toString(task.id()),
                    task.kind().name(),
                    task.name(),
                    task.kana(),
                    task.since().toString(),
                    task.due().toString(),
                    task.ownerName(),
                    String.join(" / ", task.reasons().stream().map(texts::text).toList()),
                    task.certainty().name().toLowerCase(java.util.Locale.ROOT))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
