package org.tsunagu.app.lists.web;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.claims.CareMonths;
import org.tsunagu.app.lists.Build;
import org.tsunagu.app.lists.Builds;
import org.tsunagu.app.lists.Definitions;
import org.tsunagu.app.lists.ListRun;
import org.tsunagu.app.lists.PeopleLists;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.list.PeopleList;

/// All lists with their counts (抽出リストの一覧), and the asking for those of a month.
@Controller
public class ListsController {

    private final Builds builds;
    private final PeopleLists lists;
    private final Selected selected;
    private final CareMonths care;
    private final Audit audit;

    ListsController(Builds builds, PeopleLists lists, Selected selected, CareMonths care, Audit audit) {
        this.builds = builds;
        this.lists = lists;
        this.selected = selected;
        this.care = care;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param sections rows of `lists.tsv` by section
    /// @param unmatched claims of which nobody knows whose they are: that care is counted for nobody
    public record Content(
            Map<String, List<Row>> sections,
            Map<String, ListRun> runs,
            Optional<Build> build,
            List<Build> done,
            Optional<Build> waiting,
            List<YearMonth> months,
            long unmatched) {}

    @GetMapping("/lists")
    View all(@RequestParam Map<String, String> parameters) {
        var build = selected.build(parameters);
        var months = builds.months();
        var month = build.map(Build::month).orElse(months.getFirst());
        var sections = new LinkedHashMap<String, List<Row>>();
        Definitions.shipped(month).stream()
                .map(PeopleList::row)
                .forEach(row -> sections.computeIfAbsent(row.text("section"), none -> new java.util.ArrayList<>())
                        .add(row));
        audit.note(new Look(Look.Kind.VIEW, "list", 0, "work", Look.OWN_WORK, "/lists", "counts"));
        return Page.of(
                "lists/all",
                new Content(
                        sections,
                        build.map(lists::runs).orElse(Map.of()),
                        build,
                        builds.done(),
                        builds.waiting(),
                        months,
                        unmatched()));
    }

    private long unmatched() {
        return care.all().stream()
                .flatMap(one -> one.kinds().values().stream())
                .mapToLong(CareMonths.Cell::unmatched)
                .sum();
    }

    @PostMapping("/lists")
    String ask(@RequestParam Map<String, String> fields) {
        var month = Selected.month(fields);
        var isAsked = month.isPresent() && builds.ask(month.get());
        return "redirect:/lists?notice=" + (isAsked ? "lists.asked" : "lists.problem.month");
    }
}
