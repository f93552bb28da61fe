package org.tsunagu.app.reporting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.reporting.Dimension;
import org.tsunagu.app.reporting.Report;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.app.reporting.Totals;
import org.tsunagu.app.reporting.Totals.Definition;
import org.tsunagu.app.reporting.Totals.Line;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.rates.Rate;

/// The rates of a fiscal year, and where a report is frozen (法定報告).
@Controller
public class RateController {

    private static final int YEARS = 6;
    private static final int LONGEST_NOTE = 500;

    private final Reports reports;
    private final Totals totals;
    private final Audit audit;
    private final Clock clock;

    RateController(Reports reports, Totals totals, Audit audit, Clock clock) {
        this.reports = reports;
        this.totals = totals;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param report the latest count; empty before the first
    /// @param busy the count that is being made
    /// @param isFailed whether that was given up
    /// @param all rates of everybody, by indicator
    /// @param groups in the order of the table
    /// @param isClosed whether the year has ended
    public record Content(
            FiscalYear year,
            List<Integer> years,
            Optional<Report> report,
            Optional<Report> busy,
            boolean isFailed,
            Dimension by,
            List<Definition> definitions,
            Map<String, Rate> all,
            Groups groups,
            List<Report> frozen,
            boolean isClosed,
            Typed form) {}

    @GetMapping("/reports")
    View now() {
        return new RedirectView("/reports/" + (thisYear().year() - 1));
    }

    private FiscalYear thisYear() {
        return FiscalYear.containing(LocalDate.now(clock));
    }

    @GetMapping("/reports/{year:20[0-9]{2}}")
    View year(@PathVariable int year, @RequestParam(defaultValue = "") String by) {
        var fields = Map.of(
                "receiver", reports.lastReceiver(), "key", UUID.randomUUID().toString());
        return Page.of("reporting/year", content(known(year), by, Typed.fresh(fields)));
    }

    private Content content(FiscalYear year, String by, Typed form) {
        var report = reports.current(year);
        var busy = reports.waiting(year);
        var dimension = Dimension.of(by).filter(one -> one != Dimension.ALL).orElse(Dimension.SEX);
        List<Line> lines = report.map(one -> totals.of(one.id(), dimension)).orElse(List.of());
        var definitions = totals.definitions(year);
        var now = thisYear().year();
        return new Content(
                year,
                IntStream.range(0, YEARS).mapToObj(back -> now - back).toList(),
                report,
                busy,
                busy.flatMap(one -> reports.job(one.id()))
                        .filter(job -> job.state().equals("FAILED"))
                        .isPresent(),
                dimension,
                definitions,
                report.map(one -> totals.all(one.id())).orElse(Map.of()),
                new Groups(dimension, definitions, lines, Actors.current().may(Permission.VIEW_PERSONS)),
                reports.frozen(year),
                year.lastDay().isBefore(LocalDate.now(clock)),
                form);
    }

    /// A year that the programme knows and that has begun.
    private FiscalYear known(int year) {
        var known = new FiscalYear(year);
        if (PlanPeriod.find(known.firstDay()).isEmpty() || known.compareTo(thisYear()) > 0) {
            throw new NotFound();
        }
        return known;
    }

    @PostMapping("/reports/{year:20[0-9]{2}}/count")
    View count(@PathVariable int year) {
        var report = reports.count(known(year));
        audit.note(Look.changed(0, "report", "/reports", "count %d of fiscal year %d".formatted(report, year)));
        return new RedirectView("/reports/" + year);
    }

    @PostMapping("/reports/{year:20[0-9]{2}}/freeze")
    View freeze(@PathVariable int year, @RequestParam Map<String, String> parameters) {
        var known = known(year);
        var form = Typed.of(List.of("receiver", "note", "key"), parameters);
        form.require(form.of("receiver").matches("[0-9]{7,10}"), "receiver", "reporting.problem.receiver");
        form.require(form.of("note").length() <= LONGEST_NOTE, "note", "reporting.problem.long");
        var key = form.key("key");
        var report = form.isRefused()
                ? Optional.<Long>empty()
                : reports.freeze(known, form.of("receiver"), form.of("note"), key);
        if (report.isEmpty()) {
            form.require(form.isRefused(), "receiver", "reporting.problem.names");
            return Page.refused("reporting/year", content(known, "", form));
        }
        audit.note(Look.changed(
                0, "report", "/reports/freeze", "report %d of fiscal year %d".formatted(report.get(), year)));
        return new RedirectView("/reports/frozen/" + report.get());
    }
}
