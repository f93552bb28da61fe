package org.tsunagu.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.time.FiscalYear;

/// Whatever the figures and words, a picture is well-formed, whole and inside its box. Same seeds in every run.
class ChartPropertiesTest {

    private static final List<String> NASTY = List.of(
            "",
            "<script>alert(1)</script>",
            "\"><svg onload='x'>",
            "&amp;\u0000\uFFFE]]>",
            "𠮷野家の髙橋さん",
            "とても長い名前がいつまでも続くので絶対に一行には収まらないはずの健診項目の名称",
            "averylongwordwithoutanyspacethatnevereverendsandneverfitsintoanylabel".repeat(3));

    private static final List<String> VALUES = List.of(
            "0", "0.0001", "5.6", "128", "999999999999999999999", "1e400", "-1e400", "-3", "0.30000000000000000001");

    static Stream<Integer> seeds() {
        return IntStream.range(0, 300).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_chart_over_years_is_sound(int seed) {
        var random = new SplittableRandom(seed);
        var lines = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> new Line(any(NASTY, random), readings(random)))
                .toList();
        var bands = some(random.nextInt(5), random, ChartPropertiesTest::band);
        var chart = new YearChart(any(NASTY, random), any(NASTY, random), any(NASTY, random), lines, bands);

        sound(chart.draw("c" + seed, locale(random)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_bar_chart_is_sound(int seed) {
        var random = new SplittableRandom(seed);
        var categories = some(size(random), random, r -> any(NASTY, r));
        var series = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> new Series(any(NASTY, random), values(categories.size(), random, true)))
                .toList();
        var chart = new GroupedBars(any(NASTY, random), "年齢", any(NASTY, random), categories, series);

        sound(chart.draw("c" + seed, locale(random)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_chart_of_shares_is_sound(int seed) {
        var random = new SplittableRandom(seed);
        var parts = some(1 + random.nextInt(5), random, r -> any(NASTY, r));
        var bars = some(
                size(random),
                random,
                r -> new Share(
                        any(NASTY, r), some(parts.size(), r, x -> x.nextLong(x.nextBoolean() ? 3 : 200_000_000))));

        sound(new StackedShares(any(NASTY, random), "年齢", parts, bars).draw("c" + seed, locale(random)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_sparkline_is_sound(int seed) {
        var random = new SplittableRandom(seed);
        var labels = some(size(random), random, r -> any(NASTY, r));
        var values = values(labels.size(), random, false);

        sound(new Sparkline(any(NASTY, random), labels, values).draw("c" + seed, locale(random)));
    }

    private static void sound(Chart chart) {
        Drawn.of(chart).isSound();
        Drawn.parse(chart.table().html());
        assertThat(chart.svg()).doesNotContain("<script", "NaN", "Infinity");
        assertThat(chart.table().html()).doesNotContain("<script");
        assertThat(chart.sentence()).isNotBlank();
    }

    private static List<Reading> readings(SplittableRandom random) {
        var readings = new ArrayList<Reading>();
        var year = 2000 + random.nextInt(10);
        for (var i = size(random); i > 0; i--) {
            readings.add(new Reading(new FiscalYear(year), value(random)));
            year += 1 + random.nextInt(3);
        }
        return readings;
    }

    private static ItemValue value(SplittableRandom random) {
        var state = ValueState.values()[random.nextInt(ValueState.values().length)];
        return switch (state) {
            case MEASURED -> new ItemValue(state, "x", new BigDecimal(any(VALUES, random)));
            case ABOVE_RANGE, BELOW_RANGE ->
                new ItemValue(state, "", random.nextBoolean() ? null : new BigDecimal(any(VALUES, random)));
            default -> ItemValue.of(state);
        };
    }

    private static ReferenceBand band(SplittableRandom random) {
        return new ReferenceBand(
                ReferenceBand.Kind.values()[random.nextInt(2)],
                ReferenceBand.Direction.values()[random.nextInt(2)],
                new BigDecimal(any(VALUES, random)),
                random.nextBoolean());
    }

    private static List<Optional<BigDecimal>> values(int count, SplittableRandom random, boolean positive) {
        return some(count, random, r -> {
            var value = new BigDecimal(any(VALUES, r));
            return r.nextInt(4) == 0 ? Optional.empty() : Optional.of(positive ? value.abs() : value);
        });
    }

    private static int size(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(2);
            case 1 -> random.nextInt(300);
            default -> random.nextInt(10);
        };
    }

    private static Locale locale(SplittableRandom random) {
        return random.nextBoolean() ? Locale.JAPANESE : Locale.ENGLISH;
    }

    private static <T> T any(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static <T> List<T> some(int count, SplittableRandom random, Function<SplittableRandom, T> one) {
        return IntStream.range(0, count).mapToObj(i -> one.apply(random)).toList();
    }
}
