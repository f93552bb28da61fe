package org.tsunagu.app.analytics.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.analytics.Build;
import org.tsunagu.app.analytics.Group;
import org.tsunagu.app.analytics.Indicators;
import org.tsunagu.app.analytics.Marts;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.reporting.SmallGroups;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.charts.Chart;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.Figure;

/// Figures over many people (分析): an overview over the years, and one page a measure by sex and age, kind, employer,
/// area.
@Controller
public class AnalyticsController {

    private static final int MOST_YEARS = 5;
    private static final String PLACE = "/analytics";
    private static final List<String> BY_YEAR = List.of("fiscal_year");

    private final Marts marts;
    private final Indicators indicators;
    private final Audit audit;

    AnalyticsController(Marts marts, Indicators indicators, Audit audit) {
        this.marts = marts;
        this.indicators = indicators;
        this.audit = audit;
    }

    /// How the data stands (集計用データの状態).
    ///
    /// @param progress in percent, of the one that is being made
    public record Standing(Optional<Build> ready, boolean isBusy, int progress) {}

    /// A measure over the years (一覧の行).
    public record Line(Measure measure, Map<Integer, Figure> years) {}

    /// The overview (一覧の内容).
    ///
    /// @param topics folder of the measure to its measures
    /// @param split measures that are always split, which have only a page of their own
    public record Overview(
            Standing standing, List<Integer> years, Map<String, List<Line>> topics, List<Measure> split, int least) {}

    /// One measure (指標の内容).
    ///
    /// @param rows of the year and group asked for
    /// @param chart empty where there is nothing to draw
    public record Detail(
            Standing standing,
            Measure measure,
            List<Integer> years,
            int year,
            Group group,
            List<Figure> rows,
            Optional<Chart> trend,
            Optional<Chart> chart,
            int least,
            boolean hasData) {

        /// What a row is for, in the order of its cells.
        public List<String> strata() {
            return measure.dimension().map(List::of).orElse(group.strata());
        }
    }

    @GetMapping("/analytics")
    View overview() {
        var counted = indicators.yearly().orElse(Map.of());
        var years = years(counted);
        var topics = new LinkedHashMap<String, List<Line>>();
        var split = new ArrayList<Measure>();
        for (var measure : Measures.all()) {
            var figures = counted.get(measure.key());
            if (measure.dimension().isPresent()) {
                if (indicators.hasData(measure)) {
                    split.add(measure);
                }
            } else if (figures != null && !figures.isEmpty()) {
                topics.computeIfAbsent(measure.topic(), name -> new ArrayList<>())
                        .add(new Line(measure, figures));
            }
        }
        return Page.of("analytics/overview", new Overview(standing(), years, topics, split, least()));
    }

    /// The latest years with figures, the earliest first.
    private static List<Integer> years(Map<String, NavigableMap<Integer, Figure>> counted) {
        var all = new TreeSet<Integer>();
        counted.values().forEach(years -> all.addAll(years.keySet()));
        return all.stream().skip(Math.max(0, all.size() - MOST_YEARS)).toList();
    }

    private Standing standing() {
        var waiting = marts.waiting();
        var progress = waiting.flatMap(build -> marts.job(build.id()))
                .filter(job -> job.total() > 0)
                .map(job -> (int) (100 * job.done() / job.total()))
                .orElse(0);
        return new Standing(marts.current(), waiting.isPresent(), progress);
    }

    /// People who may not see persons do not see groups of so few that one could tell who it is.
    private static int least() {
        return Actors.current().may(Permission.VIEW_PERSONS) ? 0 : SmallGroups.least();
    }

    @PostMapping("/analytics/refresh")
    View refresh() {
        marts.ask();
        return new RedirectView(PLACE);
    }

    @GetMapping("/analytics/{key:[A-Z0-9-]{1,40}}")
    View measure(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "0") int year,
            HttpServletRequest request) {
        return Page.of("analytics/measure", detail(key, by, year, Language.of(request)));
    }

    private Detail detail(String key, String by, int year, Language language) {
        var measure = Measures.find(key).orElseThrow(NotFound::new);
        var group = Group.find(by).orElse(Group.SEX_AGE);
        var hasData = indicators.hasData(measure);
        var counted = Optional.of(measure)
                .filter(one -> hasData)
                .flatMap(one -> indicators.ask(
                        engine -> List.of(engine.count(one, BY_YEAR), engine.count(one, strata(one, group)))));
        var trend = counted.map(List::getFirst).orElse(List.of());
        var years = trend.stream()
                .map(figure -> Integer.valueOf(figure.strata().getFirst()))
                .distinct()
                .toList();
        var shown = years.contains(year) ? year : years.isEmpty() ? 0 : years.getLast();
        var rows = rows(counted.map(List::getLast).orElse(List.of()), shown);
        var drawing = new Drawing(measure, language, least());
        return new Detail(
                standing(),
                measure,
                years,
                shown,
                group,
                rows,
                measure.dimension().isEmpty() ? drawing.trend(trend) : Optional.empty(),
                drawing.bars(group, rows),
                least(),
                hasData);
    }

    /// The year and the group; a measure that is always split is shown by its own dimension only.
    private static List<String> strata(Measure measure, Group group) {
        return measure.dimension().isPresent()
                ? BY_YEAR
                : Stream.concat(BY_YEAR.stream(), group.strata().stream()).toList();
    }

    /// The figures of one year, without the year.
    private static List<Figure> rows(List<Figure> all, int year) {
        return all.stream()
                .filter(figure -> figure.strata().getFirst().equals(Integer.toString(year)))
                .map(figure -> new Figure(
                        figure.strata().subList(1, figure.strata().size()),
                        figure.part(),
                        figure.whole(),
                        figure.value()))
                .toList();
    }

    @GetMapping("/analytics/{key:[A-Z0-9-]{1,40}}/export")
    void export(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "0") int year,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var language = Language.of(request);
        var detail = detail(key, by, year, language);
        audit.note(new Look(
                Look.Kind.EXPORT,
                "measure",
                0,
                "REPORT",
                Look.OWN_WORK,
                PLACE,
                "%s of %d by %s".formatted(key, detail.year(), detail.group().word())));
        try (var out = Csv.download(response, "%s-%d.csv".formatted(key.toLowerCase(Locale.ROOT), detail.year()))) {
            for (var line : new ExportLines(detail, language).lines()) {
                out.write(Csv.line(line));
            }
        }
    }
}
