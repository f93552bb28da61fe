package org.tsunagu.app.worklists.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.app.worklists.TaskChanges;
import org.tsunagu.app.worklists.TaskChanges.Outcome;
import org.tsunagu.app.worklists.TaskChanges.Seen;
import org.tsunagu.app.worklists.TaskChanges.Wanted;
import org.tsunagu.app.worklists.TaskLists;
import org.tsunagu.app.worklists.TaskQuery;

/// What is done with tasks (一括操作): with those selected, or with all that a filter finds.
@Controller
public class TaskActionController {

    /// From here on the number is shown and must be confirmed.
    static final int MOST_WITHOUT_ASKING = 100;

    private static final int LONGEST_REASON = 200;

    private final TaskLists lists;
    private final TaskChanges changes;
    private final TaskController page;
    private final Accounts accounts;
    private final Audit audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    TaskActionController(
            TaskLists lists,
            TaskChanges changes,
            TaskController page,
            Accounts accounts,
            Audit audit,
            TenantTransactions transactions,
            Clock clock) {
        this.transactions = transactions;
        this.lists = lists;
        this.changes = changes;
        this.page = page;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page that asks shows (画面の内容).
    ///
    /// @param isChanged whether the number is another one than was confirmed
    public record Confirm(TaskQuery query, String action, Map<String, String> fields, int count, boolean isChanged) {}

    /// Either what is wanted or what is wrong with it.
    private record Asked(java.util.Optional<Wanted> wanted, String problem) {

        static Asked of(Wanted wanted) {
            return new Asked(java.util.Optional.of(wanted), "");
        }

        static Asked wrong(String problem) {
            return new Asked(java.util.Optional.empty(), problem);
        }
    }

    @PostMapping("/tasks")
    View act(
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam String action,
            @RequestParam Map<String, String> fields) {
        var query = TaskQuery.of(fields);
        var isAll = fields.getOrDefault("scope", "").equals("all");
        var seen = task.stream().flatMap(TaskActionController::seen).toList();
        if (!isAll && seen.isEmpty()) {
            return page.refused(query, "worklists.problem.none");
        }
        var asked = asked(action, fields);
        if (asked.wanted().isEmpty()) {
            return page.refused(query, asked.problem());
        }
        return isAll
                ? all(query, action, fields, asked.wanted().get())
                : some(query, action, fields, seen, asked.wanted().get());
    }

    /// `12:3` is task 12 as of version 3; `12` alone is whatever it is now.
    private static java.util.stream.Stream<Seen> seen(String text) {
        if (!text.matches("[0-9]{1,18}(:[0-9]{1,9})?")) {
            return java.util.stream.Stream.empty();
        }
        var cut = text.indexOf(':');
        return java.util.stream.Stream.of(
                cut < 0
                        ? new Seen(Long.parseLong(text), 0)
                        : new Seen(Long.parseLong(text.substring(0, cut)), Integer.parseInt(text.substring(cut + 1))));
    }

    private Asked asked(String action, Map<String, String> fields) {
        var reason = fields.getOrDefault("reason", "").strip();
        if (reason.length() > LONGEST_REASON) {
            return Asked.wrong("worklists.problem.reason.long");
        }
        return switch (action) {
            case "take" ->
                Asked.of(Wanted.owner(Actors.current().id(), Actors.current().name()));
            case "assign" -> Asked.of(owner(fields.getOrDefault("to", "")));
            case "postpone" -> postponed(fields.getOrDefault("day", ""));
            case "done" -> Asked.of(Wanted.closed(true, reason));
            case "exclude" ->
                reason.isEmpty() ? Asked.wrong("worklists.problem.reason") : Asked.of(Wanted.closed(false, reason));
            default -> throw new NotFound();
        };
    }

    private Asked postponed(String typed) {
        var day = TypedDate.read(typed);
        if (day.isEmpty()) {
            return Asked.wrong("ui.problem.date");
        }
        return day.get().isBefore(LocalDate.now(clock))
                ? Asked.wrong("worklists.problem.past")
                : Asked.of(Wanted.due(day.get()));
    }

    private Wanted owner(String to) {
        if (to.equals("nobody")) {
            return Wanted.owner(0, "");
        }
        return accounts.workers(Actors.current().insurer().id()).stream()
                .filter(one -> Long.toString(one.id()).equals(to))
                .findFirst()
                .map(one -> Wanted.owner(one.id(), one.name()))
                .orElseThrow(NotFound::new);
    }

    private View some(TaskQuery query, String action, Map<String, String> fields, List<Seen> seen, Wanted wanted) {
        var outcome = noted(action, "selected", () -> changes.change(seen, wanted));
        if (!outcome.conflicts().isEmpty()) {
            return page.conflict(query, outcome.changed(), outcome.conflicts());
        }
        var back = fields.getOrDefault("back", "");
        return back.matches("/members/[0-9]+")
                ? new RedirectView(back + "?notice=worklists.saved")
                : TaskController.back(query, "worklists.saved");
    }

    private View all(TaskQuery query, String action, Map<String, String> fields, Wanted wanted) {
        if (!query.get("state").isEmpty() || !query.get("closed").isEmpty()) {
            throw new NotFound();
        }
        var filter = lists.filter(query.filter());
        var count = lists.count(filter);
        var confirmed = fields.getOrDefault("confirmed", "");
        if (count > MOST_WITHOUT_ASKING && !confirmed.equals(Integer.toString(count))) {
            var kept = new java.util.TreeMap<String, String>();
            for (var name : List.of("to", "day", "reason")) {
                kept.put(name, fields.getOrDefault(name, ""));
            }
            return Page.of("worklists/confirm", new Confirm(query, action, kept, count, !confirmed.isEmpty()));
        }
        var asked = query.filter().parameters();
        noted(action, asked.isEmpty() ? "all" : asked, () -> changes.changeAll(filter, wanted));
        return TaskController.back(query.with("page", ""), "worklists.saved");
    }

    /// What is not in the ledger has not happened, and the other way round.
    private Outcome noted(String action, String which, Supplier<Outcome> change) {
        return transactions.inCurrent(() -> {
            var outcome = change.get();
            audit.note(
                    Look.changed(0, "task", "/tasks", "%s, %d tasks, %s".formatted(action, outcome.changed(), which)),
                    outcome.people());
            return outcome;
        });
    }
}
