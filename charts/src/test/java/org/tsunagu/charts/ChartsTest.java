package org.tsunagu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.text.Messages;

class ChartsTest {

    static Optional<BigDecimal> some(String value) {
        return Optional.of(new BigDecimal(value));
    }

    static Chart ages(Locale locale) {
        return new GroupedBars(
                        "受診率は40代の男性で最も低い",
                        "年齢",
                        "%",
                        List.of("40-49", "50-59"),
                        List.of(
                                new Series("男", List.of(some("41.5"), some("48.0"))),
                                new Series("女", List.of(some("52.1"), Optional.empty()))))
                .draw("ages", locale);
    }

    @Test
    void bars_start_at_zero_and_say_the_highest_and_the_lowest() {
        var chart = ages(Locale.JAPANESE);

        assertThat(Drawn.of(chart).isSound().texts()).contains("0", "41.5", "48.0", "52.1", "－", "男", "女");
        assertThat(chart.sentence()).isEqualTo("最も高いのは40-49・女（52.1%）、最も低いのは40-49・男（41.5%）。");
        assertThat(chart.table().rows())
                .containsExactly(List.of("40-49", "41.5", "52.1"), List.of("50-59", "48.0", "－"));
    }

    @Test
    void a_bar_is_as_long_as_its_value() {
        var bars = Drawn.of(ages(Locale.ENGLISH)).all("rect").stream()
                .filter(rect -> rect.getAttribute("class").equals("chart-outline")
                        && !rect.getAttribute("y").equals("20"))
                .mapToDouble(rect -> Double.parseDouble(rect.getAttribute("height")))
                .toArray();

        assertThat(bars).hasSize(3);
        assertThat(bars[0] / bars[2]).isCloseTo(41.5 / 48.0, org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void shares_are_written_into_their_parts_and_counted() {
        var chart = new StackedShares(
                        "積極的支援は男性に多い",
                        "性別",
                        List.of("積極的支援", "動機付け支援", "なし"),
                        List.of(new Share("男", List.of(20L, 10L, 70L)), new Share("女", List.of(0L, 0L, 0L))))
                .draw("s", Locale.JAPANESE);

        assertThat(Drawn.of(chart).isSound().texts()).contains("20.0%", "70.0%", "100", "0");
        assertThat(chart.table().rows().getLast()).containsExactly("女", "0", "-", "0", "-", "0", "-", "0");
        assertThat(chart.sentence()).startsWith("男（100人）：積極的支援 20.0%、動機付け支援 10.0%");
    }

    @Test
    void a_sparkline_ends_in_a_point_at_its_last_value() {
        var chart = new Sparkline(
                        "HbA1c", List.of("2022", "2023", "2024"), List.of(some("5.4"), some("5.6"), Optional.empty()))
                .draw("s", Locale.JAPANESE);

        assertThat(chart.sentence()).isEqualTo("HbA1c：最初の値 5.4、最新の値 5.6。");
        assertThat(chart.svg()).contains("class=\"chart-point\"").contains("M60,");
    }

    @Test
    void negative_bars_and_crooked_tables_are_refused() {
        var below = List.of(new Series("x", List.of(some("-1"))));
        assertThatThrownBy(() -> new GroupedBars("t", "a", "", List.of("c"), below))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("start at zero");
        assertThatThrownBy(() -> new DataTable("t", List.of("a"), List.of(List.of("1", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void both_languages_have_the_same_words_with_the_same_placeholders() {
        var japanese = Messages.read("ja", Chart.class.getResourceAsStream("charts.properties"));
        var english = Messages.read("en", Chart.class.getResourceAsStream("charts_en.properties"));
        var placeholder = Pattern.compile("\\{[a-z]+}");

        assertThat(english.keys()).containsExactlyInAnyOrderElementsOf(japanese.keys());
        for (var key : japanese.keys()) {
            assertThat(english.text(key)).as(key).doesNotContainPattern("[\\p{IsHiragana}\\p{IsHan}]");
            var expected = placeholder.matcher(japanese.text(key)).results().map(found -> found.group());
            assertThat(placeholder.matcher(english.text(key)).results().map(found -> found.group()))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(expected.toList());
        }
    }

    @Test
    void the_style_sheet_knows_the_classes_it_changes() throws IOException {
        try (var sheet = Chart.class.getResourceAsStream("charts.css")) {
            var css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
            for (var ink : List.of(Ink.LINE, Ink.POINT, Ink.TEXT, Ink.VALUE)) {
                assertThat(css).contains("." + ink.attributes().get(1));
            }
        }
    }
}
