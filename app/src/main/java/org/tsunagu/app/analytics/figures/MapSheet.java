package org.tsunagu.app.analytics.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tsunagu.app.analytics.areas.Outlines;
import org.tsunagu.app.analytics.figures.FigureSheet.Line;
import org.tsunagu.app.analytics.reference.Nation;
import org.tsunagu.app.analytics.reference.Prefecture;
import org.tsunagu.charts.Chart;
import org.tsunagu.charts.MapClass;
import org.tsunagu.charts.Region;
import org.tsunagu.charts.RegionMap;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.statistics.area.EmpiricalBayes;
import org.tsunagu.statistics.ratio.StandardisedRatio;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.IntervalMethod;
import org.tsunagu.statistics.result.Texts;

/// The insurer's areas, or the prefectures of the nation, by their ratio (地図). Ratios of areas are pulled
/// towards their average by how little they know; those of prefectures are not, and the two are never
/// mixed.
final class MapSheet {

    private static final int TILES_IN_LINE = 12;
    private static final int HUNDRED = 100;

    private final Question question;
    private final Outlines outlines;
    private final String insurer;
    private final List<String> notes = new ArrayList<>();

    MapSheet(Question question, Outlines outlines, String insurer) {
        this.question = question;
        this.outlines = outlines;
        this.insurer = insurer;
    }

    /// One area with its ratio (地域の結果).
    private record Area(String name, long part, long whole, Optional<Estimate> estimate, Region.Place place) {}

    FigureSheet sheet(List<Figure> rows, String day) {
        return question.option("map", "").equals("nation") ? nation(day) : areas(rows, day);
    }

    private FigureSheet areas(List<Figure> rows, String day) {
        var layers = new LinkedHashMap<String, Layers>();
        Layers.byPlace(rows)
                .forEach((name, one) -> layers.merge(outlines.areaOf(name), one, (a, b) -> Layers.sum(List.of(a, b))));
        var all = Layers.sum(layers.values());
        var figures = new HashMap<String, Figure>();
        layers.forEach((name, one) -> figures.put(name, Places.figure(question.measure(), name, one)));
        var veil = Veil.over(question, List.copyOf(figures.values()));
        var places = layers.entrySet().stream()
                .filter(entry -> Places.hasExpected(entry.getValue(), all))
                .map(entry -> Places.place(entry.getKey(), entry.getValue(), all))
                .toList();
        var results = new HashMap<String, Estimate>();
        if (places.stream().anyMatch(place -> place.observed() > 0)) {
            EmpiricalBayes.of(places)
                    .forEach(result -> results.put(result.place().id(), result.estimate()));
        }
        var areas = new ArrayList<Area>();
        layers.forEach((name, one) -> {
            var figure = figures.getOrDefault(name, Places.figure(question.measure(), name, one));
            areas.add(new Area(
                    outlines.nameOf(name).orElse(question.name("area", name)),
                    veil.hidesPart(figure) ? -1 : one.part(),
                    veil.hidesWhole(figure) ? -1 : one.whole(),
                    Optional.ofNullable(results.get(name)).filter(estimate -> !veil.hides(figure)),
                    outlines.of(name).orElseGet(() -> tile(areas.size()))));
        });
        notes.add(question.text("map.note.bayes"));
        outlines.missing(layers.keySet())
                .ifPresent(missing -> notes.add(question.text("map.note.missing", "areas", missing)));
        var facts = Facts.of(question, day)
                .people(question.text("adjusted.people"))
                .add("fact.reference", question.text("map.reference.own"))
                .add("fact.map", outlines.isEmpty() ? question.text("map.tiles") : outlines.title())
                .interval(texts().of(IntervalMethod.GAMMA_POSTERIOR))
                .masking(veil);
        return sheet("map.title", facts, areas);
    }

    /// Outlines and tiles cannot stand on one map: an area without an outline is only in the table.
    private static Region.Place tile(int index) {
        return new Region.Tile(index % TILES_IN_LINE, index / TILES_IN_LINE);
    }

    private FigureSheet nation(String day) {
        var nation = Nation.of(question.measure().key());
        var areas = new ArrayList<Area>();
        for (var prefecture : Prefecture.all()) {
            var counted = prefecture.counted(question.measure().key());
            areas.add(new Area(
                    prefecture.name(question.language().locale()),
                    counted.map(Prefecture.Counted::observed).orElse(-1L),
                    counted.map(one -> Math.round(one.whole())).orElse(-1L),
                    nation.flatMap(reference ->
                            counted.map(one -> StandardisedRatio.usual().of(one.observed(), one.exposures(reference)))),
                    new Region.Tile(prefecture.column(), prefecture.line())));
        }
        notes.add(question.text("map.note.nation"));
        Prefecture.ofInsurer(insurer)
                .ifPresent(one -> notes.add(question.text(
                        "map.note.here",
                        "prefecture",
                        one.name(question.language().locale()))));
        var facts = Facts.of(question, day).add("fact.reference", question.text("map.reference.nation"));
        nation.ifPresent(one -> facts.add(
                "fact.nation",
                question.text("nation.edition", "edition", Nation.EDITION, "year", Nation.YEAR),
                one.row().basis().certainty()));
        facts.interval(texts().of(IntervalMethod.BYAR)).add("fact.masking", question.text("map.masking.nation"));
        return sheet("map.title.nation", facts, areas);
    }

    private FigureSheet sheet(String title, Facts facts, List<Area> areas) {
        var words = question.text(title, "measure", question.title());
        areas.forEach(area ->
                area.estimate.ifPresent(one -> one.warnings().forEach(warning -> notes.add(texts().of(warning)))));
        return new FigureSheet(
                words,
                facts.all(),
                chart(words, areas),
                List.of(
                        question.text("map.area"),
                        question.text("part"),
                        question.text("whole"),
                        question.text("map.ratio"),
                        question.text("interval"),
                        question.text("adjusted.reading")),
                1,
                areas.stream().map(this::line).toList(),
                notes);
    }

    private Texts texts() {
        return Texts.in(question.language().locale());
    }

    private Optional<Chart> chart(String title, List<Area> areas) {
        var drawn = areas.stream()
                .filter(area -> outlines.isEmpty() || isOutline(area) || isNation())
                .map(area -> new Region(
                        area.name,
                        value(area).isPresent() ? Shown.decimal(value(area).getAsDouble(), 0) : Shown.HIDDEN,
                        value(area).isPresent() ? MapClasses.of(value(area).getAsDouble()) : MapClass.NOTHING,
                        List.of(limits(area)),
                        area.place))
                .toList();
        return drawn.isEmpty() || areas.stream().noneMatch(area -> value(area).isPresent())
                ? Optional.empty()
                : Optional.of(new RegionMap(
                                title,
                                List.of(
                                        question.text("map.area"),
                                        question.text("map.ratio"),
                                        question.text("interval")),
                                MapClasses.legend(question),
                                drawn)
                        .draw("map", question.language().locale()));
    }

    private boolean isNation() {
        return question.option("map", "").equals("nation");
    }

    private static boolean isOutline(Area area) {
        return area.place instanceof Region.Outline;
    }

    private static OptionalDouble value(Area area) {
        return area.estimate.map(Estimate::value).orElse(OptionalDouble.empty());
    }

    private static String limits(Area area) {
        return Shown.limits(area.estimate.flatMap(Estimate::interval), 1, 1);
    }

    private Line line(Area area) {
        var value = value(area);
        return Line.of(List.of(
                area.name,
                area.part < 0 ? Shown.HIDDEN : Shown.count(area.part),
                area.whole < 0 ? Shown.HIDDEN : Shown.count(area.whole),
                value.isPresent() ? Shown.decimal(value.getAsDouble(), 1) : Shown.HIDDEN,
                value.isPresent() ? limits(area) : Shown.HIDDEN,
                area.estimate.map(one -> texts().comparison(one, HUNDRED)).orElse(Shown.HIDDEN)));
    }
}
