package org.tsunagu.app.reporting.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.app.reporting.Dimension;
import org.tsunagu.app.reporting.SmallGroups;
import org.tsunagu.app.reporting.Totals.Definition;
import org.tsunagu.app.reporting.Totals.Line;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.charts.Chart;
import org.tsunagu.charts.GroupedBars;
import org.tsunagu.charts.Series;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.rates.Rate;

/// The table of rates by group and its picture (区分別の率).
///
/// @param showsSmall whether groups of few people may be seen
public record Groups(Dimension by, List<Definition> definitions, List<Line> lines, boolean showsSmall) {

    private static final int MOST_BARS = 12;
    private static final List<String> DRAWN = List.of("CHECKUP_RATE", "GUIDANCE_RATE", "TARGET_RATE", "METABO_RATE");
    private static final int MOST_SERIES = 3;

    /// The name of a group.
    public String name(Frame frame, String value) {
        if (value.isEmpty()) {
            return frame.text(by == Dimension.FACILITY ? "reporting.by.facility.none" : "reporting.by.unknown");
        }
        return switch (by) {
            case SEX -> frame.text("reporting.sex." + value);
            case AGE -> frame.text("reporting.ages", "ages", value);
            case AREA -> frame.text("reporting.area", "digits", value);
            case ALL, KIND, EMPLOYER, FACILITY -> value;
        };
    }

    /// The rate of a group; empty where nobody is in the denominator.
    public Optional<Rate> rate(Line line, String indicator) {
        return Optional.ofNullable(line.rates().get(indicator));
    }

    /// Whether so few people are in it that it is hidden.
    public boolean isHidden(Rate rate) {
        return !showsSmall && rate.denominator() < SmallGroups.least();
    }

    /// The name of a rate.
    public static String name(Frame frame, Row indicator) {
        return indicator.text(frame.lang().equals("ja") ? "name_ja" : "name_en");
    }

    /// The picture of the largest groups; none without any.
    public Optional<Chart> chart(Frame frame) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var shown = lines.stream().limit(MOST_BARS).toList();
        var series = DRAWN.stream()
                .flatMap(key -> definitions.stream().filter(one -> one.key().equals(key)))
                .limit(MOST_SERIES)
                .map(one -> new Series(
                        name(frame, one.indicator()),
                        shown.stream().map(line -> drawn(line, one.key())).toList()))
                .toList();
        var bars = new GroupedBars(
                frame.text("reporting.chart", "by", frame.text("reporting.by." + by.key())),
                frame.text("reporting.by." + by.key()),
                "%",
                shown.stream().map(line -> name(frame, line.value())).toList(),
                series);
        return Optional.of(bars.draw("rates", frame.language().locale()));
    }

    private Optional<BigDecimal> drawn(Line line, String indicator) {
        return Stream.ofNullable(line.rates().get(indicator))
                .filter(rate -> !isHidden(rate))
                .flatMap(rate -> rate.percent().stream())
                .findFirst();
    }
}
