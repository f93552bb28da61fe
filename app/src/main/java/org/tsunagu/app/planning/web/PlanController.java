package org.tsunagu.app.planning.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.planning.PastRates;
import org.tsunagu.app.planning.Plans;
import org.tsunagu.app.planning.Target;
import org.tsunagu.app.planning.Targets;
import org.tsunagu.app.planning.YearCounts;
import org.tsunagu.app.planning.document.Bands;
import org.tsunagu.app.ui.Addresses;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.rates.Percent;

/// The plan of a year beside its result, and where its targets are set (実施計画).
@Controller
public class PlanController {

    private static final int LONGEST_NOTE = 500;

    private final Plans plans;
    private final Targets targets;
    private final PastRates past;
    private final YearCounts counts;
    private final Audit audit;
    private final Clock clock;

    PlanController(Plans plans, Targets targets, PastRates past, YearCounts counts, Audit audit, Clock clock) {
        this.plans = plans;
        this.targets = targets;
        this.past = past;
        this.counts = counts;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param years of the period of the plan, each with its target
    /// @param versions of the target of the year, the one that counts first
    /// @param form where the target is set
    /// @param past rates of the years before
    /// @param counts what the results are taken from
    /// @param isToCome whether the year has not begun: members of today stand for those of its 1 April
    public record Content(
            Plans.Year plan,
            PlanPeriod period,
            Map<FiscalYear, Optional<Target>> years,
            List<Target> versions,
            Typed form,
            SortedMap<FiscalYear, List<PastRates.Line>> past,
            YearCounts.State counts,
            boolean isToCome) {

        /// The version of the target that is on the page; 0 for none.
        public int seen() {
            return versions.stream().findFirst().map(Target::version).orElse(0);
        }
    }

    @GetMapping("/plan")
    View now() {
        return new RedirectView(
                "/plan/" + FiscalYear.containing(LocalDate.now(clock)).year());
    }

    @GetMapping("/plan/{year:20[0-9]{2}}")
    View year(@PathVariable int year) {
        var fiscalYear = new FiscalYear(year);
        return Page.of("planning/year", content(fiscalYear, fresh(fiscalYear)));
    }

    private Content content(FiscalYear year, Typed form) {
        var period = PlanPeriod.find(year.firstDay()).orElseThrow(NotFound::new);
        var years = new LinkedHashMap<FiscalYear, Optional<Target>>();
        Plans.years(period).forEach(one -> years.put(one, targets.find(one)));
        return new Content(
                plans.of(year),
                period,
                years,
                targets.of(year),
                form,
                past.checkup(year, Bands.rates(period)),
                counts.state(year),
                year.firstDay().isAfter(LocalDate.now(clock)));
    }

    private Typed fresh(FiscalYear year) {
        return Typed.fresh(targets.find(year)
                .map(target -> Map.of(
                        "checkup", target.checkup().toString(),
                        "guidance", target.guidance().toString()))
                .orElse(Map.of()));
    }

    @PostMapping("/plan/{year:20[0-9]{2}}")
    View set(@PathVariable int year, @RequestParam Map<String, String> parameters) {
        var fiscalYear = new FiscalYear(year);
        if (PlanPeriod.find(fiscalYear.firstDay()).isEmpty()) {
            throw new NotFound();
        }
        var form = Typed.of(List.of("checkup", "guidance", "note", "seen"), parameters);
        var checkup = rate(form, "checkup");
        var guidance = rate(form, "guidance");
        form.require(form.of("note").length() <= LONGEST_NOTE, "note", "planning.problem.long");
        form.require(
                form.isRefused()
                        || targets.set(
                                fiscalYear,
                                PartController.seen(form),
                                checkup.orElseThrow(),
                                guidance.orElseThrow(),
                                form.of("note")),
                "checkup",
                "planning.problem.changed");
        if (form.isRefused()) {
            return Page.refused("planning/year", content(fiscalYear, form));
        }
        audit.note(Look.changed(0, "plan", "/plan", "target of fiscal year " + year));
        return new RedirectView("/plan/%d?notice=planning.saved".formatted(year));
    }

    private static Optional<Percent> rate(Typed form, String field) {
        var rate = Percent.parse(form.of(field));
        form.require(rate.isPresent(), field, "planning.problem.rate");
        return rate;
    }

    /// Asks for the counts that the pages of a year are made of.
    @PostMapping("/plan/{year:20[0-9]{2}}/count")
    View count(@PathVariable int year, @RequestParam(defaultValue = "/plan") String back) {
        var fiscalYear = new FiscalYear(year);
        if (PlanPeriod.find(fiscalYear.firstDay()).isEmpty()
                || fiscalYear.firstDay().isAfter(LocalDate.now(clock))) {
            throw new NotFound();
        }
        counts.ask(fiscalYear);
        audit.note(Look.changed(0, "plan", "/plan", "counts asked for, up to fiscal year " + year));
        return new RedirectView(Addresses.local(back) + "?notice=planning.counts.asked");
    }
}
