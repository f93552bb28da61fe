package org.tsunagu.cli.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;

class StackedBarsTest {

    static final List<Part> PARTS =
            List.of(new Part("met", Fill.STRONG), new Part("near", Fill.HATCHED), new Part("not met", Fill.PALE));

    @Test
    void a_bar_is_as_long_as_its_parts_together() {
        var widths = Pattern.compile("<rect x=\"[0-9.]+\" y=\"4\" width=\"([0-9.]+)\"")
                .matcher(chart(new Bar("a", List.of(1L, 3L, 4L))).svg("c"))
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .toArray();

        assertThat(widths).containsExactly(28.25, 84.75, 113.0);
    }

    @Test
    void shares_stand_inside_and_the_denominator_at_the_end() {
        var svg = chart(new Bar("40-44", List.of(2500L, 2500L, 5000L))).svg("c");

        assertThat(svg).contains(">40-44</text>", ">10,000</text>", ">25.0%</text>", ">50.0%</text>");
    }

    @Test
    void a_share_without_room_is_left_to_the_table() {
        assertThat(chart(new Bar("a", List.of(1L, 0L, 99L))).svg("c"))
                .contains(">99.0%</text>")
                .doesNotContain(">1.0%</text>", ">0.0%</text>");
    }

    @Test
    void a_chart_is_read_out_by_title_and_summary() {
        assertThat(chart(new Bar("a", List.of(1L, 1L, 1L))).svg("c"))
                .contains("role=\"img\"", "aria-labelledby=\"c-title c-summary\"")
                .contains("<title id=\"c-title\">Title &lt;b&gt;</title>", "<desc id=\"c-summary\">Summary</desc>");
    }

    @Test
    void a_bar_of_nothing_is_an_empty_frame() {
        assertThat(chart(new Bar("a", List.of(0L, 0L, 0L))).svg("c"))
                .contains("class=\"part none\"", ">0</text>")
                .doesNotContain("%</text>", "NaN");
    }

    @Test
    void patterns_are_defined_where_they_are_used() {
        assertThat(chart(new Bar("a", List.of(1L, 1L, 1L))).svg("c"))
                .contains("id=\"c-HATCHED\"", "fill=\"url(#c-HATCHED)\"");
        assertThat(StackedBars.legend("l", PARTS))
                .contains("id=\"l-1-HATCHED\"", "url(#l-1-HATCHED)", ">near</li>".substring(1));
    }

    @Test
    void counts_must_fit_the_parts() {
        assertThatThrownBy(() -> chart(new Bar("a", List.of(1L)))).hasMessageContaining("1 counts for 3 parts");
    }

    @Test
    void shares_are_rounded_half_up_and_a_share_of_nothing_is_no_number() {
        assertThat(Numbers.percent(1, 3)).isEqualTo("33.3%");
        assertThat(Numbers.percent(1, 8)).isEqualTo("12.5%");
        assertThat(Numbers.percent(1, 2000)).isEqualTo("0.1%");
        assertThat(Numbers.percent(0, 0)).isEqualTo("-");
        assertThat(Numbers.count(1_234_567)).isEqualTo("1,234,567");
    }

    @Test
    void writing_on_every_part_has_the_contrast_of_wcag_aa() {
        for (var fill : Fill.values()) {
            var lighter = Math.max(luminance(fill.ink()), luminance(fill.colour()));
            var darker = Math.min(luminance(fill.ink()), luminance(fill.colour()));
            assertThat((lighter + 0.05) / (darker + 0.05)).as(fill.name()).isGreaterThan(4.5);
        }
    }

    private static double luminance(String colour) {
        var sum = 0.0;
        var weights = List.of(0.2126, 0.7152, 0.0722);
        for (var i = 0; i < 3; i++) {
            var share = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights.get(i) * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void what_is_opened_must_be_closed() {
        var markup = new Markup().open("p");

        assertThatThrownBy(markup::whole)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("p");
    }

    private static StackedBars chart(Bar... bars) {
        return new StackedBars("Title <b>", "Summary", PARTS, List.of(bars));
    }
}
