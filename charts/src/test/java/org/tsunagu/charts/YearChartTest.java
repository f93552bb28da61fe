package org.tsunagu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.time.FiscalYear;

class YearChartTest {

    static final List<ReferenceBand> BANDS = List.of(
            new ReferenceBand(ReferenceBand.Kind.GUIDANCE, ReferenceBand.Direction.HIGH, new BigDecimal("130"), true),
            new ReferenceBand(ReferenceBand.Kind.REFERRAL, ReferenceBand.Direction.HIGH, new BigDecimal("140"), true));

    static Reading reading(int year, String value) {
        return new Reading(new FiscalYear(year), ItemValue.number(value));
    }

    static Reading reading(int year, ValueState state) {
        return new Reading(new FiscalYear(year), ItemValue.of(state));
    }

    static YearChart pressure(Reading... readings) {
        return new YearChart("収縮期血圧は高くなっています", "収縮期血圧", "mmHg", List.of(new Line("収縮期血圧", List.of(readings))), BANDS);
    }

    static String line(Chart chart) {
        return Drawn.of(chart).all("path").stream()
                .filter(path -> path.getAttribute("class").equals("chart-line"))
                .findFirst()
                .orElseThrow()
                .getAttribute("d");
    }

    @Test
    void the_areas_are_named_in_words_with_their_values() {
        var chart = pressure(reading(2023, "128"), reading(2024, "142")).draw("bp", Locale.JAPANESE);

        assertThat(Drawn.of(chart).isSound().texts()).contains("保健指導 130以上", "受診勧奨 140以上");
        assertThat(chart.sentence()).contains("最初の令和5年度は128mmHg", "最新の令和6年度は142mmHg", "受診勧奨 140以上");
    }

    @Test
    void a_year_without_checkup_stays_a_gap_and_is_named() {
        var gap = pressure(reading(2021, "120"), reading(2022, "121"), reading(2024, "130"), reading(2025, "131"))
                .draw("bp", Locale.JAPANESE);
        var whole = pressure(reading(2021, "120"), reading(2022, "121"), reading(2023, "130"))
                .draw("bp", Locale.JAPANESE);

        assertThat(line(gap).chars().filter(c -> c == 'M').count()).isEqualTo(2);
        assertThat(line(whole).chars().filter(c -> c == 'M').count()).isEqualTo(1);
        assertThat(Drawn.of(gap).texts()).contains("受診なし");
        assertThat(gap.table().rows()).contains(List.of("令和5年度", "受診なし"));
    }

    @Test
    void what_was_not_measured_is_marked_and_said_in_words() {
        var chart = pressure(
                        reading(2023, "128"),
                        reading(2024, ValueState.NOT_PERFORMED),
                        new Reading(new FiscalYear(2025), ItemValue.outOfRange(ValueState.ABOVE_RANGE, "300")))
                .draw("bp", Locale.ENGLISH);

        assertThat(Drawn.of(chart).isSound().texts()).contains("not done", "above");
        assertThat(chart.table().rows())
                .contains(List.of("Fiscal 2024", "not done"), List.of("Fiscal 2025", "300 (above the range)"));
        assertThat(chart.svg()).contains("chart-cross");
        assertThat(chart.sentence()).contains("latest Fiscal 2025: 300 mmHg (above the range). ");
    }

    @Test
    void low_values_are_the_worse_ones_where_the_table_says_so() {
        var low = new ReferenceBand(
                ReferenceBand.Kind.GUIDANCE, ReferenceBand.Direction.LOW, new BigDecimal("40"), false);
        var chart = new YearChart(
                        "HDL",
                        "HDLコレステロール",
                        "mg/dL",
                        List.of(new Line("HDL", List.of(reading(2024, "38")))),
                        List.of(low))
                .draw("hdl", Locale.JAPANESE);

        var area = Drawn.of(chart).all("rect").stream()
                .filter(rect -> rect.getAttribute("class").equals("chart-fill-guidance"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(area.getAttribute("y")) + Double.parseDouble(area.getAttribute("height")))
                .isEqualTo(240);
        assertThat(chart.sentence()).contains("保健指導 40未満");
    }

    @Test
    void several_lines_differ_by_dashes_and_markers() {
        var chart = new YearChart(
                        "t",
                        "血圧",
                        "mmHg",
                        List.of(
                                new Line("収縮期", List.of(reading(2023, "120"), reading(2024, "125"))),
                                new Line("拡張期", List.of(reading(2023, "70"), reading(2024, "75")))),
                        List.of())
                .draw("bp", Locale.JAPANESE);

        assertThat(Drawn.of(chart).isSound().texts()).contains("収縮期", "拡張期");
        assertThat(chart.svg()).contains("stroke-dasharray").contains("h8 v8");
        assertThat(chart.table().headings()).containsExactly("年度", "収縮期 (mmHg)", "拡張期 (mmHg)");
    }

    @Test
    void a_programmers_slip_is_refused_with_its_reason() {
        assertThatThrownBy(() -> pressure(reading(2024, "1"), reading(2024, "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two readings of one year");
        assertThatThrownBy(() -> pressure().draw("1 2", Locale.JAPANESE)).isInstanceOf(IllegalArgumentException.class);
    }
}
