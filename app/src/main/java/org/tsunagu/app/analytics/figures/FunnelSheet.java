package org.tsunagu.app.analytics.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.tsunagu.app.analytics.figures.FigureSheet.Line;
import org.tsunagu.charts.Chart;
import org.tsunagu.charts.Dot;
import org.tsunagu.charts.FunnelPlot;
import org.tsunagu.charts.Limit;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.statistics.area.Dispersion;
import org.tsunagu.statistics.area.Funnel;
import org.tsunagu.statistics.area.Marshall;
import org.tsunagu.statistics.area.Place;
import org.tsunagu.statistics.area.Standing;

/// Employers, areas or providers by size, with the limits of chance (ファネルプロット): the plain shares, or the
/// ratios to what is expected for their ages; the limits as they are, or widened by how much more than by
/// chance the places differ.
final class FunnelSheet {

    private static final int POINTS = 60;
    private static final int EXACT_POINTS = 240;

    /// A count on the upper limits is larger than what is expected, but not that much where places are large.
    private static final int BEYOND = 8;

    private static final int HUNDRED = 100;
    private static final int FEWEST_PLACES = 3;

    private final Question question;
    private final boolean isRatio;
    private final boolean isWidened;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Veil veil;

    FunnelSheet(Question question, List<Figure> rows) {
        this.question = question;
        var isSplit = question.measure().dimension().isPresent();
        this.isRatio = !isSplit && question.option("kind", "").equals("ratio");
        this.isWidened = question.option("dispersion", "").equals("wide");
        if (isSplit) {
            rows.forEach(row -> figures.put(row.strata().getLast(), row));
        } else {
            var layers = Layers.byPlace(rows);
            var all = Layers.sum(layers.values());
            layers.forEach((name, one) -> {
                if (Places.hasExpected(one, all)) {
                    places.put(name, Places.place(name, one, all));
                }
                figures.put(name, isRatio ? Places.figure(question.measure(), name, one) : sum(name, rows));
            });
        }
        this.veil = Veil.over(question, List.copyOf(figures.values()));
    }

    /// Of all ages: the share needs no layers.
    private Figure sum(String name, List<Figure> rows) {
        var mine =
                rows.stream().filter(row -> row.strata().getLast().equals(name)).toList();
        var part = mine.stream().map(Figure::part).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        var whole = mine.stream().map(Figure::whole).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        return new Figure(List.of(name), part, whole, question.measure().value(part, whole));
    }

    /// A place with where it stands.
    private record Standings(String name, double size, double value, Standing standing) {}

    FigureSheet sheet(String day) {
        var shown = isRatio ? ratios() : shares();
        var facts = Facts.of(question, day)
                .people(question.text(isRatio ? "adjusted.people" : "funnel.people"))
                .add("fact.limits", question.text(isRatio ? "funnel.limits.ratio" : "funnel.limits.share"))
                .add(
                        "fact.dispersion",
                        question.text(
                                isWidened ? (isRatio ? "funnel.additive" : "funnel.multiplied") : "funnel.plain",
                                "factor",
                                Shown.decimal(
                                        dispersion().map(Dispersion::factor).orElse(1.0), 2)))
                .masking(veil);
        return new FigureSheet(
                question.text("funnel.title", "measure", question.title()),
                facts.all(),
                chart(shown),
                List.of(
                        question.text("stratum." + question.place()),
                        question.text("part"),
                        question.text(isRatio ? "funnel.expected" : "whole"),
                        isRatio ? question.text("funnel.ratio") : question.text("value") + " (%)",
                        question.text("funnel.standing")),
                1,
                figures.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue(), shown))
                        .toList(),
                List.of(question.text("funnel.note")));
    }

    private boolean isShown(String name) {
        return Optional.ofNullable(figures.get(name))
                .filter(figure -> figure.whole().signum() > 0 && !veil.hides(figure))
                .isPresent();
    }

    private Optional<Dispersion> dispersion() {
        if (isRatio) {
            return places.size() < 2 ? Optional.empty() : Optional.of(Dispersion.of(List.copyOf(places.values())));
        }
        var shares = counted().stream()
                .map(figure -> new Marshall.Share(
                        figure.part().longValue(), figure.whole().doubleValue()))
                .toList();
        return isMixed() ? Optional.of(Dispersion.ofShares(shares)) : Optional.empty();
    }

    private List<Figure> counted() {
        return figures.values().stream()
                .filter(figure -> figure.whole().signum() > 0)
                .toList();
    }

    private double overall() {
        var whole = counted().stream()
                .mapToDouble(figure -> figure.whole().doubleValue())
                .sum();
        return whole == 0
                ? 0
                : counted().stream()
                                .mapToDouble(figure -> figure.part().doubleValue())
                                .sum()
                        / whole;
    }

    /// Where nobody or everybody has the finding, chance has no room.
    private boolean isMixed() {
        return overall() > 0 && overall() < 1;
    }

    private double widening() {
        return isWidened ? dispersion().map(Dispersion::widening).orElse(1.0) : 1;
    }

    private List<Standings> shares() {
        return figures.entrySet().stream()
                .filter(entry -> isMixed() && isShown(entry.getKey()))
                .map(entry -> {
                    var part = entry.getValue().part().longValue();
                    var whole = entry.getValue().whole().longValue();
                    return new Standings(
                            entry.getKey(),
                            (double) whole,
                            HUNDRED * (double) part / (double) whole,
                            Funnel.standing(part, whole, overall(), widening()));
                })
                .toList();
    }

    private double between() {
        return isWidened ? Dispersion.betweenPlaces(List.copyOf(places.values())) : 0;
    }

    private List<Standings> ratios() {
        return places.values().stream()
                .filter(place -> isShown(place.id()))
                .map(place -> new Standings(
                        place.id(),
                        place.expected(),
                        HUNDRED * place.ratio(),
                        isWidened
                                ? standing(HUNDRED * place.ratio(), Funnel.ratio(place.expected(), between()))
                                : Funnel.standing(place)))
                .toList();
    }

    private static Standing standing(double value, Funnel.Limits limits) {
        if (value < limits.innerLow()) {
            return value < limits.outerLow() ? Standing.FAR_LOW : Standing.LOW;
        }
        if (value > limits.innerHigh()) {
            return value > limits.outerHigh() ? Standing.FAR_HIGH : Standing.HIGH;
        }
        return Standing.NOT_SIGNIFICANT;
    }

    private Optional<Chart> chart(List<Standings> shown) {
        if (shown.size() < FEWEST_PLACES) {
            return Optional.empty();
        }
        var dots = shown.stream()
                .map(one -> new Dot(
                        question.name(question.place(), one.name),
                        Shown.rounded(one.size, isRatio ? 1 : 0),
                        Shown.rounded(one.value, 1),
                        switch (one.standing) {
                            case NOT_SIGNIFICANT -> Dot.Standing.INSIDE;
                            case LOW, HIGH -> Dot.Standing.OUTSIDE;
                            case FAR_LOW, FAR_HIGH -> Dot.Standing.FAR_OUTSIDE;
                        },
                        words(one.standing)))
                .filter(dot -> dot.size().signum() > 0)
                .toList();
        return Optional.of(new FunnelPlot(
                        question.text("funnel.title", "measure", question.title()),
                        question.text("stratum." + question.place()),
                        question.text(isRatio ? "funnel.expected" : "funnel.size"),
                        isRatio ? "" : "%",
                        isRatio ? HUNDRED : HUNDRED * overall(),
                        limits(shown),
                        dots)
                .draw("funnel", question.language().locale()));
    }

    private List<Limit> limits(List<Standings> shown) {
        var least = shown.stream().mapToDouble(Standings::size).min().orElse(1);
        var most = shown.stream().mapToDouble(Standings::size).max().orElse(1);
        if (isRatio && !isWidened) {
            return exact(least, most);
        }
        DoubleFunction<Funnel.Limits> at = isRatio
                ? size -> Funnel.ratio(size, between())
                : size -> hundred(Funnel.share(overall(), size, widening()));
        var lines = new ArrayList<Limit>();
        lines.add(limit(false, least, most, size -> at.apply(size).innerHigh()));
        lines.add(limit(false, least, most, size -> at.apply(size).innerLow()));
        lines.add(limit(true, least, most, size -> at.apply(size).outerHigh()));
        lines.add(limit(true, least, most, size -> at.apply(size).outerLow()));
        return lines;
    }

    /// The limits by which the places are judged: counts, so the expected numbers at which each count lies on them.
    private static List<Limit> exact(double least, double most) {
        var curve = new ArrayList<Funnel.CurvePoint>();
        var last = 0L;
        for (var i = 0; i <= EXACT_POINTS; i++) {
            var count = Math.round(Math.pow(BEYOND * most + BEYOND, (double) i / EXACT_POINTS));
            if (count > last) {
                curve.add(Funnel.curvePoint(count));
                last = count;
            }
        }
        return List.of(
                exact(false, least, most, curve, Funnel.CurvePoint::innerHigh),
                exact(false, least, most, curve, Funnel.CurvePoint::innerLow),
                exact(true, least, most, curve, Funnel.CurvePoint::outerHigh),
                exact(true, least, most, curve, Funnel.CurvePoint::outerLow));
    }

    private static Limit exact(
            boolean isOuter,
            double least,
            double most,
            List<Funnel.CurvePoint> curve,
            ToDoubleFunction<Funnel.CurvePoint> expected) {
        return new Limit(
                isOuter,
                curve.stream()
                        .filter(point ->
                                expected.applyAsDouble(point) >= least && expected.applyAsDouble(point) <= most)
                        .map(point -> new Limit.Point(
                                expected.applyAsDouble(point), point.ratio(expected.applyAsDouble(point))))
                        .toList());
    }

    private static Funnel.Limits hundred(Funnel.Limits limits) {
        return new Funnel.Limits(
                HUNDRED * limits.outerLow(),
                HUNDRED * limits.innerLow(),
                HUNDRED * limits.innerHigh(),
                HUNDRED * limits.outerHigh());
    }

    /// Points lie closer where places are small: there the limits bend.
    private static Limit limit(boolean isOuter, double least, double most, DoubleFunction<Double> height) {
        var points = new ArrayList<Limit.Point>();
        for (var i = 0; i <= POINTS; i++) {
            var size = least * Math.pow(most / least, (double) i / POINTS);
            points.add(new Limit.Point(size, height.apply(size)));
        }
        return new Limit(isOuter, points);
    }

    private String words(Standing standing) {
        return question.text("standing." + standing.name().toLowerCase(Locale.ROOT));
    }

    private Line line(String name, Figure figure, List<Standings> shown) {
        var standing = shown.stream().filter(one -> one.name.equals(name)).findFirst();
        // Where nobody or everybody has the finding, or nobody is there, nothing stands anywhere: that is not masking.
        var none = veil.hides(figure) ? Shown.HIDDEN : Shown.NONE;
        var cells = new ArrayList<>(List.of(question.name(question.place(), name)));
        cells.add(veil.hidesPart(figure) ? Shown.HIDDEN : Shown.number(figure.part()));
        if (isRatio) {
            cells.add(standing.map(one -> Shown.decimal(one.size, 1)).orElse(none));
        } else {
            cells.add(veil.hidesWhole(figure) ? Shown.HIDDEN : Shown.number(figure.whole()));
        }
        cells.add(standing.map(one -> Shown.decimal(one.value, 1)).orElse(none));
        cells.add(standing.map(one -> words(one.standing)).orElse(none));
        var leadsToPeople = !isRatio && question.measure().dimension().isEmpty() && !question.isByFacility();
        return new Line(cells, leadsToPeople ? Map.of(question.place(), name) : Map.of());
    }
}
