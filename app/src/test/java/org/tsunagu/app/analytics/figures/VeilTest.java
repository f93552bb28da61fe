package org.tsunagu.app.analytics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.Figure;

/// What of a table may be shown.
class VeilTest {

    private static final Measure SMOKING = Measures.find("SMOKING").orElseThrow();

    private static Figure figure(Measure measure, long part, long whole, String... strata) {
        var numerator = BigDecimal.valueOf(part);
        var denominator = BigDecimal.valueOf(whole);
        return new Figure(List.of(strata), numerator, denominator, measure.value(numerator, denominator));
    }

    @Test
    void a_small_cell_is_hidden_and_so_is_one_that_would_give_it_away() {
        var rows = List.of(
                figure(SMOKING, 4, 60, "1", "40-44"),
                figure(SMOKING, 30, 70, "1", "45-49"),
                figure(SMOKING, 40, 90, "1", "50-54"),
                figure(SMOKING, 20, 80, "2", "40-44"),
                figure(SMOKING, 25, 85, "2", "45-49"),
                figure(SMOKING, 35, 95, "2", "50-54"));
        var veil = Veil.strict(SMOKING, rows, Map.of());

        assertThat(veil.hidesPart(rows.getFirst())).isTrue();
        assertThat(veil.hidesWhole(rows.getFirst())).isFalse();
        // One more of the men, and one of the women of the same age: the sums would tell otherwise.
        assertThat(rows.subList(1, 3).stream().filter(veil::hidesPart)).hasSize(1);
        assertThat(veil.hidesPart(rows.get(3))).isTrue();
        assertThat(veil.report().orElseThrow().secondary()).isEqualTo(3);
        assertThat(veil.report().orElseThrow().unsafe()).isEmpty();
    }

    @Test
    void the_rest_of_a_whole_is_as_secret_as_its_part() {
        var rows = List.of(
                figure(SMOKING, 57, 60, "Tokyo"), figure(SMOKING, 30, 70, "Osaka"), figure(SMOKING, 40, 90, "Kyoto"));
        var veil = Veil.strict(SMOKING, rows, Map.of());

        assertThat(veil.hides(rows.getFirst())).isTrue();
        assertThat(rows.stream().filter(veil::hides)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void nothing_is_hidden_where_all_are_many() {
        var rows = List.of(figure(SMOKING, 30, 70, "a"), figure(SMOKING, 40, 90, "b"));

        assertThat(rows.stream().filter(Veil.strict(SMOKING, rows, Map.of())::hides))
                .isEmpty();
        assertThat(Veil.strict(SMOKING, List.of(), Map.of()).report()).isEmpty();
    }

    @Test
    void levels_share_their_denominator() {
        var levels = Measures.find("LEVELS").orElseThrow();
        var rows = List.of(
                figure(levels, 5, 300, "1"),
                figure(levels, 25, 300, "2"),
                figure(levels, 240, 300, "3"),
                figure(levels, 30, 300, "4"));
        var veil = Veil.strict(levels, rows, Map.of());

        assertThat(veil.hides(rows.getFirst())).isTrue();
        assertThat(rows.stream().filter(veil::hides)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(veil.hides(rows.get(2))).isFalse();
    }

    @Test
    void means_of_few_people_are_hidden_with_their_sum() {
        var means = Measures.find("VALUE-MEANS").orElseThrow();
        var rows = List.of(figure(means, 1000, 8, "sbp"), figure(means, 9000, 80, "ldl"));
        var veil = Veil.strict(means, rows, Map.of());

        assertThat(veil.hides(rows.getFirst())).isTrue();
        assertThat(veil.hides(rows.getLast())).isFalse();
    }

    @Test
    void money_is_hidden_by_the_people_behind_it() {
        var cost = Measures.find("COST-CLASS121").orElseThrow();
        var rows = List.of(
                figure(cost, 900_000, 5_000_000, "0102"),
                figure(cost, 2_100_000, 5_000_000, "0402"),
                figure(cost, 2_000_000, 5_000_000, "0901"));
        var veil = Veil.strict(cost, rows, Map.of(List.of("0102"), 1L, List.of("0402"), 40L, List.of("0901"), 90L));

        assertThat(veil.hides(rows.getFirst())).isTrue();
        // The three add up to the whole, so one more goes with it.
        assertThat(rows.stream().filter(veil::hides)).hasSize(2);
    }

    @Test
    void every_measure_has_a_kind_and_the_table_names_no_other() {
        for (var measure : Measures.all()) {
            var kind = Kind.of(measure);
            assertThat(kind == Kind.PERSONS).as(measure.key()).isIn(true, false);
            if (measure.unit().equals("円")) {
                assertThat(kind).as(measure.key()).isNotEqualTo(Kind.PERSONS);
            }
        }
        assertThat(Kind.of(SMOKING)).isEqualTo(Kind.PERSONS);
        assertThat(Kind.of(Measures.find("COST-CLASS121").orElseThrow())).isEqualTo(Kind.AMOUNTS);
    }
}
