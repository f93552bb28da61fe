package org.tsunagu.app.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.desk.InsurerFigures;
import org.tsunagu.app.intake.MatchQueue;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;

/// The first page (きょうの仕事): who is to be called, why, until when.
@Controller
public class TodayController {

    private static final int SHOWN = 15;
    private static final int WEEK = 7;

    private final Tasks tasks;
    private final InsurerFigures figures;
    private final MatchQueue matches;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    TodayController(Tasks tasks, InsurerFigures figures, MatchQueue matches, Jobs jobs, Audit audit, Clock clock) {
        this.tasks = tasks;
        this.figures = figures;
        this.matches = matches;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param isMine whether only the tasks of the person are shown
    public record Content(
            LocalDate today,
            boolean isMine,
            int overdue,
            int dueToday,
            int dueThisWeek,
            List<Task> first,
            Map<TaskKind, Integer> byKind,
            int members,
            Map<Integer, Integer> byYear,
            int matches,
            int openJobs) {

        /// Days a task is over its day; 0 for none.
        public long overdueDays(Task task) {
            return Math.max(0, java.time.temporal.ChronoUnit.DAYS.between(task.due(), today));
        }
    }

    @GetMapping("/")
    View today(@RequestParam(defaultValue = "") String whose) {
        var actor = Actors.current();
        if (actor.may(Permission.VIEW_ASSIGNED) && !actor.may(Permission.VIEW_COUNTS)) {
            return new RedirectView("/assigned");
        }
        if (actor.may(Permission.DELIVER) && !actor.may(Permission.VIEW_COUNTS)) {
            return new RedirectView("/employer");
        }
        var today = LocalDate.now(clock);
        var isMine = whose.equals("mine");
        var owner = isMine ? actor.id() : 0;
        var mayWork = actor.may(Permission.WORK);
        var open = tasks.open(owner, today, today.plusDays(WEEK));
        var numbers = figures.figures();
        var first = mayWork
                ? tasks.list(new Tasks.Filter(Optional.empty(), owner, Optional.empty()), 0, SHOWN)
                : List.<Task>of();
        audit.note(first.stream()
                .filter(task -> task.memberId() != 0)
                .map(task -> Look.listed(task.memberId(), "task", "/"))
                .toList());
        return Page.of(
                "desk/today",
                new Content(
                        today,
                        isMine,
                        open.overdue(),
                        open.dueToday(),
                        open.dueSoon(),
                        first,
                        open.byKind(),
                        numbers.members(),
                        numbers.byYear(),
                        matches.count(),
                        jobs.open(actor.insurer().id())));
    }
}
