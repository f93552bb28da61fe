package org.tsunagu.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Values by day: the picture and the table have the same figures.
class DayChartTest {

    private static DayChart.Point point(String day, String value) {
        return new DayChart.Point(LocalDate.parse(day), day, new BigDecimal(value));
    }

    @Test
    void every_value_is_a_point_and_a_row_the_latest_first() {
        var chart = new DayChart(
                        "体重", "kg", List.of(point("2026-11-10", "68.4"), point("2026-11-01", "70.10"), point("2026-11-02", "69")))
                .draw("w", "日", Locale.JAPANESE);

        assertThat(chart.table().headings()).containsExactly("日", "体重 (kg)");
        assertThat(chart.table().rows())
                .containsExactly(
                        List.of("2026-11-10", "68.4"), List.of("2026-11-02", "69"), List.of("2026-11-01", "70.10"));
        assertThat(chart.svg().split("<g>")).hasSize(4);
        assertThat(chart.sentence()).contains("最初の2026-11-01は70.10kg").contains("最も低いのは2026-11-10は68.4kg");
    }

    @Test
    void days_are_as_far_apart_as_they_are() {
        var svg = new DayChart(
                        "歩数", "歩", List.of(point("2026-11-01", "1"), point("2026-11-02", "2"), point("2026-11-11", "3")))
                .draw("s", "日", Locale.JAPANESE)
                .svg();

        // A tenth of 590 after the beginning at 58.
        assertThat(svg).contains("M58,").contains("L117,").contains("L648,");
    }

    @Test
    void two_values_of_one_day_are_no_chart() {
        assertThatThrownBy(() -> new DayChart("x", "", List.of(point("2026-11-01", "1"), point("2026-11-01", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
