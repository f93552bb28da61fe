package org.tsunagu.app.guidance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.guidance.Candidates;
import org.tsunagu.app.guidance.DrugStarters;
import org.tsunagu.app.guidance.Priorities;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.PriorityChoice;

/// The candidates of a year in the order of priority (対象者と重点化), and the insurer's own order.
@Controller
public class CandidatesController {

    private static final int ON_A_PAGE = 50;
    private static final int LONGEST = 200;

    private final Candidates candidates;
    private final Priorities priorities;
    private final DrugStarters drugStarters;
    private final Audit audit;
    private final Clock clock;

    CandidatesController(
            Candidates candidates, Priorities priorities, DrugStarters drugStarters, Audit audit, Clock clock) {
        this.candidates = candidates;
        this.priorities = priorities;
        this.drugStarters = drugStarters;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param all how many there are in the state
    /// @param lines those of the page
    /// @param chosen the orders that were chosen, the latest first
    public record Content(
            int year,
            String state,
            List<String> states,
            int page,
            int all,
            List<Candidates.Line> lines,
            List<Priorities.Chosen> chosen,
            List<DrugStarters.Choice> drugStarters) {

        /// How the criteria come together now.
        public PriorityChoice.Method method() {
            return chosen.stream()
                    .findFirst()
                    .map(one -> one.choice().method())
                    .orElse(PriorityChoice.SHIPPED.method());
        }

        /// Whether people who started a drug are dropped now.
        public boolean areDropped() {
            return drugStarters.stream()
                    .findFirst()
                    .map(DrugStarters.Choice::areDropped)
                    .orElse(false);
        }

        /// Whether there are more behind this page.
        public boolean hasNext() {
            return (page + 1) * ON_A_PAGE < all;
        }

        /// The criteria in their order, as they stand in the form.
        public String order() {
            return lines.isEmpty()
                    ? ""
                    : String.join(
                            " ",
                            lines.getFirst().ranked().parts().stream()
                                    .map(part -> part.criterion())
                                    .toList());
        }
    }

    private FiscalYear year(int typed) {
        return typed == 0 ? FiscalYear.containing(LocalDate.now(clock)) : new FiscalYear(typed);
    }

    @GetMapping("/guidance")
    View list(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page) {
        var shown = year(year);
        var all = candidates.of(shown);
        var states =
                all.stream().map(Candidates.Line::state).distinct().sorted().toList();
        var some = all.stream()
                .filter(line -> state.isEmpty() || line.state().equals(state))
                .toList();
        var lines = some.stream()
                .skip((long) Math.max(0, page) * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .toList();
        audit.note(lines.stream()
                .map(line -> Look.listed(line.member().id().value(), "guidance", "/guidance"))
                .toList());
        return Page.of(
                "guidance/candidates",
                new Content(
                        shown.year(),
                        state,
                        states,
                        Math.max(0, page),
                        some.size(),
                        lines,
                        priorities.all(),
                        drugStarters.all()));
    }

    /// Another order of the criteria, written as their keys with spaces between.
    @PostMapping("/guidance/order")
    View order(
            @RequestParam int year, @RequestParam String order, @RequestParam String method, @RequestParam String why) {
        var keys = Arrays.stream(order.strip().split("[\\s,、，]+"))
                .filter(key -> !key.isEmpty())
                .toList();
        var known = priorities.criteria(LocalDate.now(clock));
        var chosen = Arrays.stream(PriorityChoice.Method.values())
                .filter(one -> one.name().equals(method))
                .findFirst();
        var isOrder = keys.stream().distinct().count() == keys.size() && known.containsAll(keys);
        if (!isOrder || chosen.isEmpty() || why.isBlank() || why.length() > LONGEST) {
            return back(year, isOrder ? "guidance.problem.why" : "guidance.problem.order");
        }
        priorities.choose(new PriorityChoice(chosen.get(), keys, Map.of()), why.strip());
        return back(year, "guidance.ordered");
    }

    /// Whether people who started a drug after the checkup leave guidance and its rate.
    @PostMapping("/guidance/drug-starters")
    View drugStarters(
            @RequestParam int year, @RequestParam(defaultValue = "") String dropped, @RequestParam String why) {
        if (why.isBlank() || why.length() > LONGEST) {
            return back(year, "guidance.problem.why");
        }
        drugStarters.choose(dropped.equals("yes"), why.strip());
        return back(year, "guidance.drug_starters.saved");
    }

    private static View back(int year, String notice) {
        return new RedirectView("/guidance?year=%d&notice=%s".formatted(year, notice));
    }
}
