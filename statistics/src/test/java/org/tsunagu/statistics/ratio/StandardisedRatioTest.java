package org.tsunagu.statistics.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tsunagu.statistics.Shared;
import org.tsunagu.statistics.ratio.StandardisedRatio.Chance;
import org.tsunagu.statistics.ratio.StandardisedRatio.Exposure;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.IntervalMethod;
import org.tsunagu.statistics.result.Warning;

class StandardisedRatioTest {

    static final StandardisedRatio POISSON = StandardisedRatio.usual();
    static final StandardisedRatio BINOMIAL = new StandardisedRatio(Chance.BINOMIAL, 0.95);

    // Men, HbA1c of 6.5 % and more: the nation, and the secondary area 2208 (静岡県 西部). NDB Open Data, 9th edition.
    static final List<Long> NATION_WITH = List.of(61_378L, 124_490L, 182_745L, 205_706L, 193_904L, 182_941L, 248_314L);
    static final List<Long> NATION_WITHOUT =
            List.of(1_835_102L, 2_158_973L, 2_057_628L, 1_688_465L, 1_296_723L, 1_058_949L, 1_290_475L);
    static final List<Long> WEST = List.of(14_648L, 17_074L, 16_637L, 14_100L, 11_709L, 8882L, 10_395L);
    static final long WEST_WITH = 9361;

    @Test
    void western_shizuoka_is_the_worked_example() {
        var ratio = POISSON.of(WEST_WITH, west());

        assertThat(StandardisedRatio.expected(west())).isCloseTo(8802.2, within(0.05));
        assertThat(ratio.value().orElseThrow()).isCloseTo(106.35, within(0.005));
        assertLimits(ratio, 104.20, 108.53, 0.005);
        assertThat(ratio.interval().orElseThrow().method()).isEqualTo(IntervalMethod.BYAR);
        assertThat(ratio.persons()).isEqualTo(93_445);
    }

    @Test
    void the_binomial_interval_of_the_same_place_is_narrower() {
        assertLimits(BINOMIAL.of(WEST_WITH, west()), 104.4, 108.3, 0.05);
    }

    @Test
    void rates_of_the_reference_by_age_are_the_printed_ones() {
        assertThat(rates().stream().map(rate -> Math.round(rate * 10_000) / 100.0))
                .containsExactly(3.24, 5.45, 8.16, 10.86, 13.01, 14.73, 16.14);
    }

    @Test
    void the_reference_against_itself_is_100() {
        var nation = IntStream.range(0, 7)
                .mapToObj(age -> new Exposure(NATION_WITH.get(age) + NATION_WITHOUT.get(age), rates().get(age)))
                .toList();
        var observed = NATION_WITH.stream().mapToLong(Long::longValue).sum();

        assertThat(POISSON.of(observed, nation).value().orElseThrow()).isCloseTo(100, within(1e-9));
    }

    @Test
    void splitting_a_stratum_changes_nothing() {
        var split = new ArrayList<>(west());
        var first = split.removeFirst();
        split.add(new Exposure(first.persons() / 4, first.referenceRate()));
        split.add(new Exposure(first.persons() * 3 / 4, first.referenceRate()));

        assertThat(POISSON.of(WEST_WITH, split).value().orElseThrow())
                .isCloseTo(POISSON.of(WEST_WITH, west()).value().orElseThrow(), within(1e-9));
    }

    @Test
    void a_frequent_finding_has_a_binomial_error_of_0_7_of_the_poisson_one() {
        var half = List.of(new Exposure(2000, 0.5));
        var poisson = POISSON.of(1000, half).standardError().orElseThrow();

        assertThat(BINOMIAL.of(1000, half).standardError().orElseThrow() / poisson)
                .isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void the_rate_is_the_ratio_times_the_crude_rate_of_the_reference() {
        var rate = POISSON.rate(20, List.of(new Exposure(100, 0.1)), 0.08);

        assertThat(rate.value().orElseThrow()).isCloseTo(0.16, within(1e-12));
    }

    @Test
    void nothing_expected_gives_no_ratio() {
        var ratio = POISSON.of(0, List.of(new Exposure(0, 0.1)));

        assertThat(ratio.value()).isEmpty();
        assertThat(ratio.warnings()).contains(Warning.NOTHING_EXPECTED);
    }

    @Test
    void a_masked_total_gives_bounds_and_never_a_point() {
        var ratio = POISSON.between(20, 29, List.of(new Exposure(250, 0.1)));

        assertThat(ratio.value()).isEmpty();
        assertLimits(ratio, 80, 116, 1e-9);
        assertThat(ratio.warnings()).contains(Warning.BOUNDS_ONLY);
        assertThat(ratio.interval().orElseThrow().method()).isEqualTo(IntervalMethod.BOUNDS);
    }

    @Test
    void suppressed_persons_are_shared_among_the_masked_ages() {
        var row = new PublishedRow(
                List.of(OptionalLong.empty(), OptionalLong.of(13), OptionalLong.empty()), OptionalLong.of(25));

        assertThat(row.visible()).isEqualTo(13);
        assertThat(row.filled(List.of(100.0, 7.0, 300.0))).containsExactly(3.0, 13.0, 9.0);
        assertThat(row.filled(List.of(0.0, 7.0, 0.0))).containsExactly(6.0, 13.0, 6.0);
    }

    @Test
    void published_tables_of_all_areas_give_the_printed_figures() {
        var areas = Shared.rows("spec/statistics/ndb9_area_counts.tsv").stream()
                .filter(row -> row.get("key").equals("hba1c") && row.get("sex").equals("M"))
                .filter(row -> !row.get("area_code").equals("9999"))
                .toList();
        var small = area(areas, "0102");
        var with = small.subList(0, 3);

        assertThat(area(areas, "2208").stream()
                        .limit(3)
                        .mapToLong(row -> row.total().orElseThrow())
                        .sum())
                .isEqualTo(WEST_WITH);
        assertThat(with.stream().mapToLong(PublishedRow::visible).sum()).isEqualTo(102);
        assertThat(with.stream().mapToLong(row -> row.total().orElseThrow()).sum())
                .isEqualTo(148);
        var findings = areas.stream()
                .filter(row -> Integer.parseInt(row.get("cat_no")) <= 3)
                .toList();
        assertThat(codes(findings.stream()
                        .filter(row -> published(row).isMasked())
                        .toList()))
                .isEqualTo(222);
        assertThat(codes(findings.stream()
                        .filter(row -> published(row).total().isEmpty())
                        .toList()))
                .isEqualTo(8);
    }

    private static long codes(List<Map<String, String>> rows) {
        return rows.stream().map(row -> row.get("area_code")).distinct().count();
    }

    private static List<PublishedRow> area(List<Map<String, String>> rows, String code) {
        return rows.stream()
                .filter(row -> row.get("area_code").equals(code))
                .map(StandardisedRatioTest::published)
                .toList();
    }

    private static PublishedRow published(Map<String, String> row) {
        var cells = IntStream.range(0, 7)
                .mapToObj(band -> "n_%d_%d".formatted(40 + 5 * band, 44 + 5 * band))
                .map(column -> number(row.getOrDefault(column, "")))
                .toList();
        return new PublishedRow(cells, number(row.getOrDefault("n_total", "")));
    }

    private static OptionalLong number(String cell) {
        return cell.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cell));
    }

    private static List<Double> rates() {
        return IntStream.range(0, 7)
                .mapToObj(age -> (double) NATION_WITH.get(age) / (NATION_WITH.get(age) + NATION_WITHOUT.get(age)))
                .toList();
    }

    private static List<Exposure> west() {
        return IntStream.range(0, 7)
                .mapToObj(age -> new Exposure(WEST.get(age), rates().get(age)))
                .toList();
    }

    private static void assertLimits(Estimate estimate, double low, double high, double error) {
        assertThat(estimate.interval().orElseThrow().low()).isCloseTo(low, within(error));
        assertThat(estimate.interval().orElseThrow().high()).isCloseTo(high, within(error));
    }
}
