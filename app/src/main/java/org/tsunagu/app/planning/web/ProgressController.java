package org.tsunagu.app.planning.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.planning.progress.Progress;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.charts.Chart;
import org.tsunagu.charts.GroupedBars;
import org.tsunagu.charts.Series;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;

/// This year against the plan (進捗のダッシュボード): counts, nobody by name.
@Controller
public class ProgressController {

    private final Progress progress;
    private final Clock clock;

    ProgressController(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record Content(Progress.Standing standing, Chart chart, int thisYear) {}

    @GetMapping("/plan/progress")
    View now() {
        return new RedirectView(
                "/plan/progress/" + FiscalYear.containing(LocalDate.now(clock)).year());
    }

    @GetMapping("/plan/progress/{year:20[0-9]{2}}")
    View year(@PathVariable int year, HttpServletRequest request) {
        var today = LocalDate.now(clock);
        var fiscalYear = new FiscalYear(year);
        if (PlanPeriod.find(fiscalYear.firstDay()).isEmpty()
                || fiscalYear.firstDay().isAfter(today)) {
            throw new NotFound();
        }
        var standing = progress.of(fiscalYear, today);
        var language = Language.of(request);
        return Page.of(
                "planning/progress",
                new Content(
                        standing,
                        chart(standing, language),
                        FiscalYear.containing(today).year()));
    }

    private static Chart chart(Progress.Standing standing, Language language) {
        var texts = Texts.in(language);
        var months = standing.months();
        return new GroupedBars(
                        texts.text("planning.progress.chart"),
                        texts.text("planning.progress.month"),
                        texts.text("planning.progress.people"),
                        months.stream()
                                .map(month -> texts.text("planning.progress.month.one", "month", month.number()))
                                .toList(),
                        List.of(
                                new Series(
                                        texts.text("planning.progress.now"),
                                        months.stream()
                                                .map(month -> month.now().map(BigDecimal::valueOf))
                                                .toList()),
                                new Series(
                                        texts.text("planning.progress.before"),
                                        months.stream()
                                                .map(month -> Optional.of(BigDecimal.valueOf(month.before())))
                                                .toList())))
                .draw("months", language.locale());
    }
}
