package org.tsunagu.app.api.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.api.web.Answers.CountsAnswer;
import org.tsunagu.app.checkups.CheckupPages;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Verdict.Question;
import org.tsunagu.app.intake.MatchQueue;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// Counts without persons (件数).
@RestController
class CountApi {

    private final Members members;
    private final Checkups checkups;
    private final CheckupPages pages;
    private final Tasks tasks;
    private final MatchQueue matches;
    private final Jobs jobs;
    private final Clock clock;

    CountApi(
            Members members,
            Checkups checkups,
            CheckupPages pages,
            Tasks tasks,
            MatchQueue matches,
            Jobs jobs,
            Clock clock) {
        this.members = members;
        this.checkups = checkups;
        this.pages = pages;
        this.tasks = tasks;
        this.matches = matches;
        this.jobs = jobs;
        this.clock = clock;
    }

    @GetMapping("/api/v1/counts")
    CountsAnswer counts(@RequestParam(name = "fiscal_year", defaultValue = "0") int asked) {
        var year = asked == 0 ? FiscalYear.containing(LocalDate.now(clock)).year() : asked;
        var levels = new TreeMap<String, Integer>();
        pages.counts(year, Question.STRATIFICATION)
                .forEach(count -> levels.put(Level.of(count.value()).name(), count.checkups()));
        var metabolic = new TreeMap<String, Integer>();
        pages.counts(year, Question.METABOLIC)
                .forEach(count -> metabolic.put(MetabolicCode.of(count.value()).name(), count.checkups()));
        return new CountsAnswer(
                members.count(),
                checkups.byYear(),
                year,
                levels,
                metabolic,
                openTasks(),
                matches.count(),
                jobs.open(Actors.current().insurer().id()));
    }

    private Map<String, Integer> openTasks() {
        var open = new TreeMap<String, Integer>();
        tasks.byKind().forEach((kind, count) -> open.put(kind.name(), count));
        return open;
    }
}
