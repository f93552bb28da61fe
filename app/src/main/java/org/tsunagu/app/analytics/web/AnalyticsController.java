package org.tsunagu.app.analytics.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.analytics.Build;
import org.tsunagu.app.analytics.Indicators;
import org.tsunagu.app.analytics.Marts;
import org.tsunagu.app.reporting.SmallGroups;
import org.tsunagu.app.ui.Page;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.Figure;

/// Figures over many people (分析): an overview over the years.
@Controller
public class AnalyticsController {

    private static final int MOST_YEARS = 5;
    private static final String PLACE = "/analytics";

    private final Marts marts;
    private final Indicators indicators;

    AnalyticsController(Marts marts, Indicators indicators) {
        this.marts = marts;
        this.indicators = indicators;
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
        return Page.of("analytics/overview", new Overview(standing(marts), years, topics, split, least()));
    }

    /// The latest years with figures, the earliest first.
    private static List<Integer> years(Map<String, NavigableMap<Integer, Figure>> counted) {
        var all = new TreeSet<Integer>();
        counted.values().forEach(years -> all.addAll(years.keySet()));
        return all.stream().skip(Math.max(0, all.size() - MOST_YEARS)).toList();
    }

    static Standing standing(Marts marts) {
        var waiting = marts.waiting();
        var progress = waiting.flatMap(build -> marts.job(build.id()))
                .filter(job -> job.total() > 0)
                .map(job -> (int) (100 * job.done() / job.total()))
                .orElse(0);
        return new Standing(marts.current(), waiting.isPresent(), progress);
    }

    /// People who may not see persons do not see groups of so few that one could tell who it is.
    static int least() {
        return Actors.current().may(Permission.VIEW_PERSONS) ? 0 : SmallGroups.least();
    }

    @PostMapping("/analytics/refresh")
    View refresh() {
        marts.ask();
        return new RedirectView(PLACE);
    }
}
