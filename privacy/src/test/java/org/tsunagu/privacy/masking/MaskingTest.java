package org.tsunagu.privacy.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tsunagu.privacy.masking.Counts.MASKED;
import static org.tsunagu.privacy.masking.Dimension.TOTAL;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaskingTest {

    static final MaskingPolicies POLICIES = MaskingPolicies.read(List.of());
    static final MaskingPolicy STRICT = POLICIES.policy("TSUNAGU_STRICT");
    static final MaskingPolicy NDB = POLICIES.policy("NDB_OPEN_DATA");
    static final MaskingPolicy MUNICIPALITY = POLICIES.policy("NDB_GUIDELINE_25000");

    /// Chapter 12.4: two masks in every row and column, and yet (r2, c3) is known. 50 in every cell that is
    /// shown.
    static final long[][] PLANTED = {
        {MASKED, MASKED, 50, 50, 111},
        {MASKED, MASKED, MASKED, 50, 74},
        {50, 50, MASKED, MASKED, 120},
        {50, 50, MASKED, MASKED, 120},
        {110, 110, 86, 119, 425},
    };

    @Test
    void the_audit_finds_the_planted_leak() {
        var leak = Masking.unsafe(published(PLANTED), STRICT).stream()
                .filter(range -> range.width() == 0)
                .toList();

        assertThat(leak).containsExactly(new Range("r2", "c3", Range.Of.PART, 15, 15));
    }

    @Test
    void a_published_table_with_the_planted_leak_is_repaired() {
        var masked = Masking.mask(published(PLANTED), STRICT);

        assertThat(masked.report().audit()).isPositive();
        assertThat(masked.part("r2", "c3")).isEmpty();
        assertThat(masked.reason("r2", "c3")).isEqualTo(Reason.GIVEN);
        assertThat(masked.isSafe()).isTrue();
        assertThat(Masking.unsafe(masked.counts(), STRICT)).isEmpty();
    }

    @Test
    void small_cells_and_those_that_give_them_away_are_masked() {
        var masked = Masking.mask(table(new long[][] {{3, 40, 60}, {30, 20, 70}, {80, 90, 25}}), STRICT);

        assertThat(masked.reason("r1", "c1")).isEqualTo(Reason.PRIMARY);
        // the smallest of the first row and of the first column, then what their column and row still give away
        assertThat(masked.reason("r1", "c2")).isEqualTo(Reason.SECONDARY);
        assertThat(masked.reason("r2", "c1")).isEqualTo(Reason.SECONDARY);
        assertThat(masked.reason("r2", "c2")).isEqualTo(Reason.SECONDARY);
        assertThat(masked.part("r3", "c3")).hasValue(25);
        assertThat(masked.part(TOTAL, TOTAL)).hasValue(418);
        assertThat(masked.report().primary()).isEqualTo(1);
        assertThat(masked.report().secondary()).isEqualTo(3);
        assertThat(masked.report().policy().id()).isEqualTo("TSUNAGU_STRICT");
        assertThat(masked.report().smallestRange().orElseThrow()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void ten_is_shown_and_nine_is_not() {
        var ten = Masking.mask(table(new long[][] {{10, 10}, {10, 10}}), STRICT);
        var nine = Masking.mask(table(new long[][] {{9, 10}, {10, 10}}), STRICT);

        assertThat(ten.report().primary()).isZero();
        assertThat(ten.part("r1", "c1")).hasValue(10);
        assertThat(nine.reason("r1", "c1")).isEqualTo(Reason.PRIMARY);
    }

    @Test
    void two_small_cells_whose_sum_is_small_need_a_third() {
        // 2 + 3 = 5: with the total each is known to lie between 0 and 5.
        var masked = Masking.mask(Counts.of(one("r"), columns(4), new long[][] {{2, 3, 40, 60}}), STRICT);

        assertThat(masked.reason("r1", "c3")).isEqualTo(Reason.AUDIT);
        assertThat(masked.part("r1", "c4")).hasValue(60);
        assertThat(masked.isSafe()).isTrue();
    }

    @Test
    void a_zero_is_masked_or_shown_as_the_policy_says() {
        var counts = table(new long[][] {{0, 40, 60}, {30, 20, 70}, {80, 90, 25}});

        assertThat(Masking.mask(counts, STRICT).part("r1", "c1")).isEmpty();
        assertThat(Masking.mask(counts, MUNICIPALITY).part("r1", "c1")).hasValue(0);
        assertThat(Masking.mask(counts, MUNICIPALITY).report().primary()).isZero();
    }

    @Test
    void a_reader_who_sees_zeros_knows_that_masked_cells_are_none() {
        // 4 + 7 = 11: between 1 and 10 each, which is open by 9 only; where zeros are masked it is open by 11.
        var counts = Counts.of(one("r"), columns(3), new long[][] {{4, 7, 60}});

        assertThat(Masking.mask(counts, MUNICIPALITY).part("r1", "c3")).isEmpty();
        assertThat(Masking.mask(counts, STRICT).part("r1", "c3")).hasValue(60);
    }

    @Test
    void in_ndb_mode_all_cells_equal_to_the_smallest_are_masked() {
        var masked = Masking.mask(Counts.of(one("area"), columns(5), new long[][] {{4, 12, 50, 12, 30}}), NDB);

        assertThat(masked.part("r1", "c2")).isEmpty();
        assertThat(masked.part("r1", "c4")).isEmpty();
        assertThat(masked.part("r1", "c5")).hasValue(30);
    }

    @Test
    void in_ndb_mode_a_single_zero_triggers_no_second_mask() {
        var zero = Masking.mask(Counts.of(one("area"), columns(3), new long[][] {{0, 12, 50}}), NDB);

        assertThat(zero.part("r1", "c1")).isEmpty();
        assertThat(zero.part("r1", "c2")).hasValue(12);
        assertThat(zero.isSafe()).isFalse();
        assertThat(zero.report().unsafe()).contains(new Range("r1", "c1", Range.Of.PART, 0, 0));
    }

    @Test
    void in_ndb_mode_areas_of_a_prefecture_protect_each_other() {
        var areas = Dimension.grouped(
                "area", List.of("a1", "a2", "a3", "b1"), Map.of("A", List.of("a1", "a2", "a3"), "B", List.of("b1")));
        var masked = Masking.mask(
                Counts.of(areas, Dimension.separate("year", List.of("c1")), new long[][] {{5}, {20}, {40}, {70}}), NDB);

        assertThat(masked.part("A", "c1")).hasValue(65);
        assertThat(masked.part("a1", "c1")).isEmpty();
        assertThat(masked.part("a2", "c1")).isEmpty();
        assertThat(masked.part("a3", "c1")).hasValue(40);
    }

    @Test
    void sub_totals_are_shown_and_nothing_is_worked_out_from_them() {
        var areas = Dimension.grouped(
                "area", List.of("a1", "a2", "b1", "b2"), Map.of("A", List.of("a1", "a2"), "B", List.of("b1", "b2")));
        var masked = Masking.mask(
                Counts.of(areas, columns(3), new long[][] {{5, 60, 70}, {200, 90, 80}, {40, 35, 55}, {70, 80, 90}}),
                STRICT);

        assertThat(masked.part("A", TOTAL)).hasValue(505);
        assertThat(masked.part("a2", "c1")).isEmpty();
        assertThat(Masking.unsafe(masked.counts(), STRICT)).isEmpty();
    }

    @Test
    void a_share_is_masked_with_its_numerator_or_its_denominator() {
        var masked = Masking.mask(
                Counts.of(rows(3), columns(3), new long[][] {{3, 40, 60}, {30, 20, 70}, {80, 90, 25}})
                        .outOf(new long[][] {{100, 120, 130}, {110, 150, 140}, {160, 170, 180}}),
                STRICT);

        assertThat(masked.share("r1", "c1")).isEmpty();
        assertThat(masked.whole("r1", "c1")).hasValue(100);
        assertThat(masked.share("r3", "c3")).hasValue(25.0 / 180);
        assertThat(masked.share(TOTAL, TOTAL)).hasValue(418.0 / 1260);
    }

    @Test
    void nobody_can_subtract_a_part_from_its_whole_to_find_a_few() {
        var masked = Masking.mask(
                Counts.of(rows(2), columns(2), new long[][] {{95, 40}, {50, 60}})
                        .outOf(new long[][] {{100, 120}, {150, 180}}),
                STRICT);

        // 100 − 95 = 5 people without
        assertThat(masked.reason("r1", "c1")).isEqualTo(Reason.PRIMARY);
        assertThat(masked.whole("r1", "c1")).hasValue(100);
    }

    @Test
    void none_and_all_of_a_small_group_are_masked() {
        var part = new long[][] {{0, 29, 0, 30, 40}};
        var whole = new long[][] {{29, 29, 30, 30, 90}};
        var masked = Masking.mask(Counts.of(one("r"), columns(5), part).outOf(whole), MUNICIPALITY);

        assertThat(masked.reason("r1", "c1")).isEqualTo(Reason.PRIMARY);
        assertThat(masked.reason("r1", "c2")).isEqualTo(Reason.PRIMARY);
        assertThat(masked.part("r1", "c3")).hasValue(0);
        assertThat(masked.reason("r1", "c4")).isNotEqualTo(Reason.PRIMARY);
    }

    @Test
    void years_have_no_total_and_protect_nothing() {
        var counts = Counts.of(one("r"), Dimension.separate("year", List.of("2023", "2024")), new long[][] {{4, 50}});
        var masked = Masking.mask(counts, STRICT);

        assertThat(masked.part("r1", "2023")).isEmpty();
        assertThat(masked.part("r1", "2024")).hasValue(50);
        assertThatThrownBy(() -> masked.part("r1", TOTAL)).hasMessageContaining("2024");
    }

    @Test
    void a_table_of_few_people_shows_nothing_at_all() {
        var masked = Masking.mask(table(new long[][] {{1, 2, 0}, {0, 1, 2}, {1, 0, 1}}), STRICT);

        assertThat(masked.part(TOTAL, TOTAL)).isEmpty();
        assertThat(masked.report().primary()).isEqualTo(16);
        assertThat(masked.report().smallestRange()).isEmpty();
        assertThat(masked.isSafe()).isTrue();
    }

    @Test
    void inside_the_insurer_everything_is_shown_and_tiny_municipalities_show_nothing() {
        var counts = table(new long[][] {{1, 2, 0}, {0, 1, 2}, {100, 0, 1}});
        var inside = Masking.mask(counts, POLICIES.policy("TSUNAGU_INTERNAL"));
        var tiny = Masking.mask(counts, POLICIES.forMunicipality(1999));

        assertThat(inside.part("r1", "c1")).hasValue(1);
        assertThat(inside.report().primary()).isZero();
        assertThat(tiny.part("r3", "c1")).isEmpty();
        assertThat(tiny.part(TOTAL, TOTAL)).isEmpty();
    }

    @Test
    void wrong_tables_are_refused_by_name() {
        assertThatThrownBy(() -> Counts.of(rows(2), columns(2), new long[][] {{1, 2}}))
                .hasMessageContaining("2 rows of 2");
        assertThatThrownBy(() ->
                        Counts.of(rows(1), columns(1), new long[][] {{2}}).outOf(new long[][] {{1}}))
                .hasMessageContaining("more than its whole");
        assertThatThrownBy(() -> Dimension.summed("age", List.of("40", "40"))).hasMessageContaining("age");
        assertThatThrownBy(() -> Dimension.grouped("area", List.of("a"), Map.of("A", List.of("b"))))
                .hasMessageContaining("area");
    }

    static Counts published(long[][] all) {
        return Counts.published(rows(all.length - 1), columns(all[0].length - 1), all);
    }

    static Counts table(long[][] single) {
        return Counts.of(rows(single.length), columns(single[0].length), single);
    }

    static Dimension rows(int count) {
        return Dimension.summed("row", labels("r", count));
    }

    static Dimension columns(int count) {
        return Dimension.summed("column", labels("c", count));
    }

    private static Dimension one(String name) {
        return Dimension.separate(name, List.of("r1"));
    }

    private static List<String> labels(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }
}
