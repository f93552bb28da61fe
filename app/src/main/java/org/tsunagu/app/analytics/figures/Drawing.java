package org.tsunagu.app.analytics.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tsunagu.app.analytics.Group;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.charts.Chart;
import org.tsunagu.charts.GroupedBars;
import org.tsunagu.charts.Pyramid;
import org.tsunagu.charts.Series;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.count.Figure;

/// The pictures of a measure (指標のグラフ).
///
/// @param isHidden what is not shown
public record Drawing(Measure measure, Language language, Predicate<Figure> isHidden) {

    private static final int MOST_BARS = 15;

    /// Its value over the years.
    public Optional<Chart> trend(List<Figure> figures) {
        if (figures.size() < 2) {
            return Optional.empty();
        }
        var texts = Texts.in(language);
        return Optional.of(new GroupedBars(
                        measure.title(language.locale()),
                        texts.text("analytics.year"),
                        measure.unit(),
                        figures.stream()
                                .map(figure -> Frame.year(
                                        language,
                                        Integer.parseInt(figure.strata().getFirst())))
                                .toList(),
                        List.of(new Series(
                                measure.title(language.locale()),
                                figures.stream().map(this::shown).toList())))
                .draw("trend", language.locale()));
    }

    /// Its value by group in one year; for sex and age two bars an age.
    Optional<Chart> bars(Group group, List<Figure> rows) {
        // Values of many units have no common scale.
        if (rows.isEmpty() || measure.dimension().filter("variable"::equals).isPresent()) {
            return Optional.empty();
        }
        return measure.dimension().isEmpty() && group == Group.SEX_AGE ? sexes(rows) : others(group, rows);
    }

    private Optional<Chart> sexes(List<Figure> rows) {
        var texts = Texts.in(language);
        var ages = rows.stream()
                .map(row -> row.strata().get(1))
                .distinct()
                .sorted()
                .toList();
        var bySex = new LinkedHashMap<String, Map<String, Optional<BigDecimal>>>();
        for (var row : rows) {
            bySex.computeIfAbsent(row.strata().getFirst(), sex -> new LinkedHashMap<>())
                    .put(row.strata().get(1), shown(row));
        }
        var series = new ArrayList<Series>();
        bySex.forEach((sex, values) -> series.add(new Series(
                Names.of(language, "sex", sex),
                ages.stream()
                        .map(age -> values.getOrDefault(age, Optional.empty()))
                        .toList())));
        if (measure.isCount() && series.size() == 2) {
            return Optional.of(new Pyramid(
                            measure.title(language.locale()),
                            texts.text("analytics.stratum.age_band"),
                            measure.unit(),
                            ages,
                            series.getFirst(),
                            series.getLast())
                    .draw("groups", language.locale()));
        }
        return Optional.of(new GroupedBars(
                        measure.title(language.locale()),
                        texts.text("analytics.stratum.age_band"),
                        measure.unit(),
                        ages,
                        series)
                .draw("groups", language.locale()));
    }

    private Optional<Chart> others(Group group, List<Figure> rows) {
        var texts = Texts.in(language);
        var axis = measure.dimension().orElse(group.names().getFirst());
        var largest = rows.stream()
                // By what is shown: the place of a hidden bar would tell about where its value lies.
                .sorted(Comparator.comparing((Figure row) -> shown(row).orElse(BigDecimal.ZERO))
                        .reversed()
                        .thenComparing(row -> row.strata().getLast()))
                .limit(MOST_BARS)
                .toList();
        return Optional.of(new GroupedBars(
                        measure.title(language.locale()),
                        texts.text("analytics.stratum." + axis),
                        measure.unit(),
                        largest.stream()
                                .map(row ->
                                        Names.of(language, axis, row.strata().getLast()))
                                .toList(),
                        List.of(new Series(
                                measure.title(language.locale()),
                                largest.stream().map(this::shown).toList())))
                .draw("groups", language.locale()));
    }

    private Optional<BigDecimal> shown(Figure figure) {
        return isHidden.test(figure) ? Optional.empty() : figure.value().filter(value -> value.signum() >= 0);
    }

    /// Whether so few people stand behind a figure that it is not shown where nothing adds up to it, as
    /// over years.
    public static boolean isSmall(Figure figure, int least) {
        return Stream.of(figure.part(), figure.whole())
                .anyMatch(number -> number.signum() > 0 && number.compareTo(BigDecimal.valueOf(least)) < 0);
    }
}
