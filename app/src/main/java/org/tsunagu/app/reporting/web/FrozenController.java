package org.tsunagu.app.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Exits;
import org.tsunagu.app.reporting.Differences;
import org.tsunagu.app.reporting.Differences.Changed;
import org.tsunagu.app.reporting.Report;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.app.reporting.Totals;
import org.tsunagu.app.reporting.Totals.Definition;
import org.tsunagu.app.reporting.Writing;
import org.tsunagu.app.reporting.Writings;
import org.tsunagu.app.reporting.Writings.Refusal;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.rules.rates.Rate;

/// A report as it was frozen (確定した報告): its rates beside those of today, its archive, written once more when wanted.
@Controller
public class FrozenController {

    private static final String EXIT = "POST /reports/frozen/{id}/archive";

    private static final int SHOWN = 200;

    private final Reports reports;
    private final Totals totals;
    private final Writings writings;
    private final Differences differences;
    private final Audit audit;

    private final Exits exits;

    FrozenController(
            Reports reports, Totals totals, Writings writings, Differences differences, Audit audit, Exits exits) {
        this.exits = exits;
        this.reports = reports;
        this.totals = totals;
        this.writings = writings;
        this.differences = differences;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param then rates as reported, by indicator
    /// @param today the latest count; empty when there is none
    /// @param now its rates
    /// @param counts people who stand otherwise now, by kind of change
    /// @param refusals results that could not be written
    /// @param isFailed whether the work was given up
    public record Content(
            Report report,
            List<Definition> definitions,
            Map<String, Rate> then,
            Optional<Report> today,
            Map<String, Rate> now,
            Map<String, Integer> counts,
            List<Changed> changed,
            List<Writing> writings,
            List<Refusal> refusals,
            boolean isFailed) {

        /// Whether the page should look again by itself.
        public boolean isBusy() {
            return !isFailed && (!report.isReady() || writings.stream().anyMatch(one -> !one.isReady()));
        }

        /// The writing that can be downloaded.
        public Optional<Writing> file() {
            return writings.stream()
                    .filter(one -> one.isReady() && !one.name().isEmpty())
                    .findFirst();
        }

        /// Whether all writings so far have the same bytes; empty before the second.
        public Optional<Boolean> isSame() {
            var hashes = writings.stream()
                    .filter(Writing::isReady)
                    .map(Writing::hash)
                    .toList();
            return hashes.size() < 2
                    ? Optional.empty()
                    : Optional.of(hashes.stream().distinct().count() == 1);
        }
    }

    @GetMapping("/reports/frozen/{id:[0-9]{1,18}}")
    View one(@PathVariable long id) {
        var report = reports.find(id).orElseThrow(NotFound::new);
        var today = reports.current(report.year());
        var all = writings.of(id);
        var changed = today.map(now -> differences.list(id, now.id(), SHOWN)).orElse(List.of());
        List<Refusal> refusals =
                all.isEmpty() ? List.of() : writings.refusals(all.getFirst().id(), SHOWN);
        audit.note(java.util.stream.Stream.concat(
                        changed.stream().map(Changed::memberId),
                        refusals.stream().map(Refusal::memberId))
                .distinct()
                .map(member -> Look.listed(member, "report", "/reports/frozen"))
                .toList());
        return Page.of(
                "reporting/frozen",
                new Content(
                        report,
                        totals.definitions(report.year()),
                        totals.all(id),
                        today,
                        today.map(now -> totals.all(now.id())).orElse(Map.of()),
                        today.map(now -> differences.counts(id, now.id())).orElse(Map.of()),
                        changed,
                        all,
                        refusals,
                        isFailed(report, all)));
    }

    private boolean isFailed(Report report, List<Writing> all) {
        var job = all.isEmpty()
                ? reports.job(report.id())
                : writings.job(all.getFirst().id());
        return job.filter(one -> one.state().equals("FAILED")).isPresent();
    }

    /// Writes the archive once more, from what was frozen.
    @PostMapping("/reports/frozen/{id:[0-9]{1,18}}/again")
    View again(@PathVariable long id) {
        var report = reports.find(id).filter(Report::isReady).orElseThrow(NotFound::new);
        writings.again(report.id());
        audit.note(Look.changed(0, "report", "/reports/frozen", "archive of report %d again".formatted(id)));
        return new RedirectView("/reports/frozen/" + id);
    }

    /// The archive, sent as it lies on the disk. Whoever takes it out says what for.
    @PostMapping("/reports/frozen/{id:[0-9]{1,18}}/archive")
    void archive(@PathVariable long id, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var report = reports.find(id).orElseThrow(NotFound::new);
        var file = writings.file(Actors.current().insurer().id(), id);
        var writing = writings.of(id).stream()
                .filter(one -> one.isReady() && !one.name().isEmpty() && Files.isRegularFile(file))
                .findFirst()
                .orElseThrow(NotFound::new);
        var why = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (why.isEmpty()) {
            response.sendRedirect("/reports/frozen/%d?notice=reporting.problem.purpose".formatted(id));
            return;
        }
        if (!exits.mayLeave(EXIT, "", writings.people(id), "reports/frozen/" + id)) {
            response.sendRedirect("/reports/frozen/%d?notice=consent.exit.refused".formatted(id));
            return;
        }
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "report",
                        0,
                        why.get(),
                        Look.OWN_WORK,
                        "/reports/frozen/archive",
                        "report %d, %d documents".formatted(report.id(), writing.documents())),
                writings.people(id));
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s.zip\"".formatted(writing.name()));
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }
}
