package org.tsunagu.app.planning.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.planning.Plans;
import org.tsunagu.app.planning.Target;
import org.tsunagu.app.planning.Targets;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.rates.Percent;

/// The plan of a year beside its result, and where its targets are set (実施計画).
@Controller
public class PlanController {

    private static final int LONGEST_NOTE = 500;

    private final Plans plans;
    private final Targets targets;
    private final Audit audit;
    private final Clock clock;

    PlanController(Plans plans, Targets targets, Audit audit, Clock clock) {
        this.plans = plans;
        this.targets = targets;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param years of the period of the plan, each with its target
    /// @param versions of the target of the year, the one that counts first
    /// @param fields what stands in the form
    /// @param problems keys of what is wrong, by field
    /// @param isToCome whether the year has not begun: members of today stand for those of its 1 April
    public record Content(
            Plans.Year plan,
            PlanPeriod period,
            Map<FiscalYear, Optional<Target>> years,
            List<Target> versions,
            Map<String, String> fields,
            Map<String, String> problems,
            boolean isToCome) {

        /// What stands in a field.
        public String of(String field) {
            return fields.getOrDefault(field, "");
        }
    }

    @GetMapping("/plan")
    View now() {
        return new RedirectView(
                "/plan/" + FiscalYear.containing(LocalDate.now(clock)).year());
    }

    @GetMapping("/plan/{year:20[0-9]{2}}")
    View year(@PathVariable int year) {
        return Page.of("planning/year", content(new FiscalYear(year), Optional.empty(), Map.of()));
    }

    private Content content(FiscalYear year, Optional<Map<String, String>> typed, Map<String, String> problems) {
        var period = PlanPeriod.find(year.firstDay()).orElseThrow(NotFound::new);
        var years = new LinkedHashMap<FiscalYear, Optional<Target>>();
        IntStream.rangeClosed(
                        FiscalYear.containing(period.firstDay()).year(),
                        FiscalYear.containing(period.lastDay()).year())
                .mapToObj(FiscalYear::new)
                .forEach(one -> years.put(one, targets.find(one)));
        var versions = targets.of(year);
        return new Content(
                plans.of(year),
                period,
                years,
                versions,
                typed.orElseGet(() -> fields(versions)),
                problems,
                year.firstDay().isAfter(LocalDate.now(clock)));
    }

    private static Map<String, String> fields(List<Target> versions) {
        return versions.stream()
                .findFirst()
                .map(target -> Map.of(
                        "checkup", target.checkup().toString(),
                        "guidance", target.guidance().toString(),
                        "seen", Integer.toString(target.version())))
                .orElse(Map.of("seen", "0"));
    }

    @PostMapping("/plan/{year:20[0-9]{2}}")
    View set(@PathVariable int year, @RequestParam Map<String, String> parameters) {
        var fiscalYear = new FiscalYear(year);
        if (PlanPeriod.find(fiscalYear.firstDay()).isEmpty()) {
            throw new NotFound();
        }
        var fields = new LinkedHashMap<String, String>();
        List.of("checkup", "guidance", "note", "seen")
                .forEach(field ->
                        fields.put(field, parameters.getOrDefault(field, "").strip()));
        var problems = new LinkedHashMap<String, String>();
        var checkup = rate("checkup", fields, problems);
        var guidance = rate("guidance", fields, problems);
        var note = fields.getOrDefault("note", "");
        if (note.length() > LONGEST_NOTE) {
            problems.put("note", "planning.problem.long");
        }
        var seen = fields.getOrDefault("seen", "");
        if (problems.isEmpty()
                && !targets.set(
                        fiscalYear,
                        seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : 0,
                        checkup.orElseThrow(),
                        guidance.orElseThrow(),
                        note)) {
            problems.put("checkup", "planning.problem.changed");
            targets.find(fiscalYear).ifPresent(latest -> fields.put("seen", Integer.toString(latest.version())));
        }
        if (!problems.isEmpty()) {
            return Page.refused("planning/year", content(fiscalYear, Optional.of(fields), problems));
        }
        audit.note(Look.changed(0, "plan", "/plan", "target of fiscal year " + year));
        return new RedirectView("/plan/%d?notice=planning.saved".formatted(year));
    }

    private static Optional<Percent> rate(String field, Map<String, String> fields, Map<String, String> problems) {
        var rate = Percent.parse(fields.getOrDefault(field, ""));
        if (rate.isEmpty()) {
            problems.put(field, "planning.problem.rate");
        }
        return rate;
    }
}
