package org.tsunagu.app.lists.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.lists.Effects;
import org.tsunagu.app.lists.ListEntry;
import org.tsunagu.app.lists.ListRun;
import org.tsunagu.app.lists.ListWork;
import org.tsunagu.app.lists.PeopleLists;
import org.tsunagu.app.lists.PeopleLists.Query;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.charts.Chart;
import org.tsunagu.charts.GroupedBars;
import org.tsunagu.charts.Series;

/// One list (抽出リスト): how it is made, how many are left after each step, who they are and why.
@Controller
public class ListController {

    private static final int PAGE_SIZE = 50;

    private final PeopleLists lists;
    private final Effects effects;
    private final ListWork work;
    private final Selected selected;
    private final Audit audit;

    ListController(PeopleLists lists, Effects effects, ListWork work, Selected selected, Audit audit) {
        this.lists = lists;
        this.effects = effects;
        this.work = work;
        this.selected = selected;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param total how many people fit the query
    public record Content(
            MadeList of,
            Query query,
            int total,
            List<ListEntry> entries,
            List<Effects.Group> effects,
            boolean isWorkedOn) {

        /// The key of the list.
        public String key() {
            return of.list().row().key();
        }

        /// How many pages there are.
        public int pages() {
            return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
        }

        /// Where it is.
        public String address() {
            return "/lists/" + key();
        }

        /// The parameters of an address with the month.
        public String at(String name, String value) {
            var asked = query.asked().with(name, value);
            return address() + "?month=" + of.build().month()
                    + (asked.chosen().isEmpty() ? "" : "&" + asked.parameters());
        }

        /// The people left at each step as a picture.
        public Chart chart(Language language) {
            var texts = Texts.in(language);
            var levels = of.run().levels();
            var names = new ArrayList<>(List.of(texts.text("lists.funnel.all")));
            var held = new ArrayList<>(List.of(number(of.run().people())));
            var open = new ArrayList<>(List.of(number(0)));
            for (var i = 0; i < levels.size(); i++) {
                names.add(texts.text("lists.funnel.step", "number", i + 1));
                held.add(number(levels.get(i).held()));
                open.add(number(levels.get(i).open()));
            }
            return new GroupedBars(
                            texts.text("lists.funnel"),
                            texts.text("lists.funnel.steps"),
                            texts.text("lists.people.unit"),
                            names,
                            List.of(
                                    new Series(texts.text("lists.funnel.held"), held),
                                    new Series(texts.text("lists.funnel.open"), open)))
                    .draw("funnel", language.locale());
        }

        private static Optional<BigDecimal> number(long people) {
            return Optional.of(BigDecimal.valueOf(people));
        }

        /// The counts of a step.
        public ListRun.Level level(int step) {
            return of.run().levels().get(step);
        }
    }

    @GetMapping("/lists/{list:[A-Z0-9-]+}")
    View list(@PathVariable String list, @RequestParam Map<String, String> parameters) {
        var of = selected.list(list, parameters);
        var query = Query.of(of.build().id(), list, parameters);
        var entries = lists.list(query, (query.asked().page() - 1) * PAGE_SIZE, PAGE_SIZE);
        audit.note(entries.stream()
                .map(entry -> Look.listed(entry.memberId(), "list", "/lists"))
                .toList());
        return Page.of(
                "lists/one",
                new Content(
                        of,
                        query,
                        lists.count(query),
                        entries,
                        effects.of(of.build().id(), list),
                        work.isWorkedOn(list)));
    }

    /// Makes the people of a list tasks, now and whenever it is made again.
    @PostMapping("/lists/{list:[A-Z0-9-]+}/work")
    String work(@PathVariable String list, @RequestParam Map<String, String> fields) {
        var of = selected.list(list, Map.of());
        work.begin(of.build(), list);
        return "redirect:/lists/%s?notice=lists.worked".formatted(list);
    }
}
