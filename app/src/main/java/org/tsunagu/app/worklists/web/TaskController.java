package org.tsunagu.app.worklists.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Accounts.Colleague;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.worklists.SavedFilters;
import org.tsunagu.app.worklists.SavedFilters.Saved;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.TaskChanges.Conflict;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.TaskLists;
import org.tsunagu.app.worklists.TaskQuery;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.time.FiscalYear;

/// The work list (作業リスト): filters in the address and under a name, what is new, the next person.
@Controller
public class TaskController {

    private static final int PAGE_SIZE = 50;
    private static final int LONGEST_NAME = 40;
    private static final int YEARS = 6;
    private static final String LEFT = "tsunagu.left";

    private final Tasks tasks;
    private final TaskLists lists;
    private final SavedFilters saved;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    TaskController(Tasks tasks, TaskLists lists, SavedFilters saved, Accounts accounts, Audit audit, Clock clock) {
        this.tasks = tasks;
        this.lists = lists;
        this.saved = saved;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is new since a moment and what has left the list (前回との差).
    ///
    /// @param name `visit` or a day, as in the address
    /// @param left how many by state
    public record Difference(String name, OffsetDateTime since, int fresh, Map<String, Integer> left) {

        /// How many have left in all.
        public int allLeft() {
            return left.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// What the page shows (画面の内容).
    ///
    /// @param counts open tasks by kind, whatever the filter
    /// @param problem key of what was wrong with an action; empty for nothing
    /// @param changed how many tasks an action changed when there were conflicts
    public record Content(
            TaskQuery query,
            List<Task> tasks,
            int total,
            Map<TaskKind, Integer> counts,
            List<Colleague> colleagues,
            List<Saved> saved,
            Optional<Difference> difference,
            LocalDate today,
            String problem,
            int changed,
            List<Conflict> conflicts) {

        /// How many pages there are.
        public int pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }

        /// The first row that is shown, counted from 1.
        public int first() {
            return total == 0 ? 0 : (query.page() - 1) * PAGE_SIZE + 1;
        }

        /// The address of another page of the same list.
        public String page(int other) {
            return query.with("page", Integer.toString(other)).address();
        }

        /// Whether more is filtered than kind, owner and day.
        public boolean isDetailed() {
            return query.filter().chosen().keySet().stream()
                    .anyMatch(name -> !List.of("kind", "whose", "due").contains(name));
        }

        /// The fiscal years to choose from: this one and those before it.
        public List<Integer> years() {
            var now = FiscalYear.containing(today).year();
            return java.util.stream.IntStream.range(0, YEARS)
                    .mapToObj(back -> now - back)
                    .toList();
        }

        /// Whether only open tasks are shown, with which something can be done.
        public boolean isOpen() {
            return query.get("state").isEmpty() && query.get("closed").isEmpty();
        }

        /// How a column is sorted, for the heading; none when it is not.
        public Optional<String> sort(String column) {
            var isThis = query.get("sort").equals(column.equals("due") ? "" : column);
            var isDown = query.is("order", "desc") ^ column.equals("urgency");
            return isThis ? Optional.of(isDown ? "descending" : "ascending") : Optional.empty();
        }
    }

    @GetMapping("/tasks")
    View list(@RequestParam Map<String, String> parameters) {
        lists.visited();
        return page(
                TaskQuery.of(parameters),
                TaskQuery.unreadable(parameters).isEmpty() ? "" : "worklists.problem.filter",
                0,
                List.of());
    }

    /// The list with what was wrong with an action.
    View refused(TaskQuery query, String problem) {
        return page(query, problem, 0, List.of());
    }

    /// The list with what somebody else had changed meanwhile.
    View conflict(TaskQuery query, int changed, List<Conflict> conflicts) {
        audit.note(conflicts.stream()
                .filter(conflict -> conflict.task().memberId() != 0)
                .map(conflict -> Look.listed(conflict.task().memberId(), "task", "/tasks"))
                .toList());
        return page(query, "", changed, conflicts);
    }

    private View page(TaskQuery query, String problem, int changed, List<Conflict> conflicts) {
        var filter = lists.filter(query);
        var shown = lists.list(filter, (query.page() - 1) * PAGE_SIZE, PAGE_SIZE);
        audit.note(shown.stream()
                .filter(task -> task.memberId() != 0)
                .map(task -> Look.listed(task.memberId(), "task", "/tasks"))
                .toList());
        var content = new Content(
                query,
                shown,
                lists.count(filter),
                tasks.byKind(),
                accounts.workers(Actors.current().insurer().id()),
                saved.all(),
                difference(query),
                LocalDate.now(clock),
                problem,
                changed,
                conflicts);
        if (!conflicts.isEmpty()) {
            return new Page("worklists/list", content, HttpStatus.CONFLICT);
        }
        return problem.isEmpty() ? Page.of("worklists/list", content) : Page.refused("worklists/list", content);
    }

    /// Since the day that is asked for, else since the last visit on another day.
    private Optional<Difference> difference(TaskQuery query) {
        var name = query.get("fresh").isEmpty() ? query.get("closed") : query.get("fresh");
        var day = name.isEmpty() ? "visit" : name;
        var since = day.equals("visit")
                ? lists.lastVisit()
                : Optional.of(LocalDate.parse(day).atStartOfDay(clock.getZone()).toOffsetDateTime());
        return since.map(moment -> new Difference(
                day, moment, lists.count(lists.filter(TaskQuery.ALL.with("fresh", day))), lists.left(moment)));
    }

    /// The person to call next: the most urgent of one's own tasks, else of those nobody is on. Whoever
    /// was left since the log-in does not come again before the others have come.
    ///
    /// @param after the member who is left now; 0 for none
    @GetMapping("/tasks/next")
    View next(
            @RequestParam(defaultValue = "") String notice,
            @RequestParam(defaultValue = "0") long after,
            HttpSession session) {
        var behind = session.getAttribute(LEFT) instanceof Left left ? left.and(after) : new Left(Set.of(after));
        var next = next(behind.members());
        if (next.isEmpty()) {
            behind = new Left(Set.of(after));
            next = next(behind.members());
        }
        session.setAttribute(LEFT, behind);
        var said = notice.matches("[a-z_.]+") ? "notice=" + notice : "";
        return next.map(task -> new RedirectView("/members/%d?%s".formatted(task.memberId(), said)))
                .orElseGet(() -> new RedirectView("/tasks?" + said));
    }

    /// The members who were left since the log-in, in the session.
    private record Left(Set<Long> members) implements Serializable {
        private static final long serialVersionUID = 1L;

        Left and(long more) {
            var all = new HashSet<>(members);
            all.add(more);
            return new Left(Set.copyOf(all));
        }
    }

    private Optional<Task> next(Set<Long> behind) {
        return Stream.of("mine", "nobody")
                .flatMap(whose -> first(whose, behind).stream())
                .findFirst();
    }

    private Optional<Task> first(String whose, Set<Long> behind) {
        var filter = lists.filter(TaskQuery.ALL.with("whose", whose));
        for (var from = 0; ; from += PAGE_SIZE) {
            var some = lists.list(filter, from, PAGE_SIZE);
            var found = some.stream()
                    .filter(task -> task.memberId() != 0 && !behind.contains(task.memberId()))
                    .findFirst();
            if (found.isPresent() || some.size() < PAGE_SIZE) {
                return found;
            }
        }
    }

    @PostMapping("/tasks/filters")
    View save(@RequestParam Map<String, String> parameters) {
        var query = TaskQuery.of(parameters);
        var name = parameters.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return refused(query, "worklists.problem.name");
        }
        saved.save(name, parameters.containsKey("shared"), query);
        return back(query, "worklists.filter.saved");
    }

    @PostMapping("/tasks/filters/{id:[0-9]+}/delete")
    View delete(@PathVariable long id) {
        if (!saved.delete(id)) {
            throw new NotFound();
        }
        return new RedirectView("/tasks?notice=worklists.filter.deleted");
    }

    static View back(TaskQuery query, String notice) {
        var address = query.address();
        return new RedirectView(address + (address.contains("?") ? "&" : "?") + "notice=" + notice);
    }
}
