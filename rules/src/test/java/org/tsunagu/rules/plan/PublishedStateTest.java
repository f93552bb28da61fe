package org.tsunagu.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The first chapter of the published plan: members, costs, diseases, rates of the years before.
class PublishedStateTest {

    private static final PlanRules RULES = PlanRules.shipped();
    private static final int RANKED = 5;

    /// Table, place, published, computed.
    private final List<List<String>> found = new ArrayList<>();

    private void compare(String table, String place, String published, String computed) {
        if (!published.equals(computed)) {
            found.add(List.of(table, place, published, computed));
        }
    }

    @Test
    void what_does_not_come_out_is_known() {
        costs();
        diseases("disease-costs");
        diseases("disease-claims");
        checkupRates();
        useRates();

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Published.table("anomalies").stream()
                        .map(row ->
                                List.of(row.get("table"), row.get("place"), row.get("published"), row.get("computed")))
                        .toList());
    }

    private void costs() {
        for (var row : Published.table("costs")) {
            var perHead = RULES.perHead(Published.number(row, "cost_yen"), Published.number(row, "members"));
            compare("costs", row.get("year") + " per head", row.get("per_head_yen"), text(perHead.orElseThrow()));
        }
        var last = Published.table("costs").getLast();
        compare("costs", last.get("year") + " members", last.get("members"), Long.toString(members("male", "female")));
    }

    private static long members(String... sexes) {
        var sum = 0L;
        for (var sex : sexes) {
            sum += Published.table("population").stream()
                    .filter(row -> !row.get("ages").equals("小計"))
                    .mapToLong(row -> Published.number(row, sex))
                    .sum();
        }
        return sum;
    }

    private void diseases(String table) {
        var byAge = Published.table(table).stream()
                .collect(Collectors.groupingBy(row -> row.get("ages"), LinkedHashMap::new, Collectors.toList()));
        assertThat(byAge).hasSize(8);
        byAge.forEach((ages, rows) -> {
            var total = rows.getLast();
            var parts = rows.subList(0, rows.size() - 1);
            var sum = parts.stream()
                    .mapToLong(row -> Published.number(row, "number"))
                    .sum();
            compare(table, ages + " sum", total.get("number"), Long.toString(sum));
            for (var row : rows) {
                var share = RULES.share(new BigDecimal(row.get("number")), BigDecimal.valueOf(sum));
                var place = ages + " " + row.get("disease");
                compare(
                        table,
                        place + " share",
                        row.get("share"),
                        share.map(PublishedStateTest::text).orElse(""));
                compare(table, place + " rank", row.get("rank"), row == total ? "" : rank(row, parts));
            }
        });
    }

    private static String rank(Map<String, String> row, List<Map<String, String>> parts) {
        var number = Published.number(row, "number");
        var before = parts.stream()
                .filter(part -> Published.number(part, "number") > number)
                .count();
        return number > 0 && before < RANKED ? Long.toString(before + 1) : "";
    }

    private void checkupRates() {
        Published.table("checkup-rates").stream()
                .collect(Collectors.groupingBy(row -> row.get("year")))
                .forEach((year, rows) -> {
                    for (var whom : List.of("male", "female", "all")) {
                        var rates = rows.stream()
                                .filter(row -> !row.get("ages").equals("合計"))
                                .map(row -> new BigDecimal(row.get(whom)))
                                .toList();
                        var isRising = rates.equals(
                                rates.stream().sorted(Comparator.naturalOrder()).toList());
                        compare("checkup-rates", year + " " + whom + " rising", "true", Boolean.toString(isRising));
                    }
                    rows.forEach(row -> compare(
                            "checkup-rates",
                            year + " " + row.get("ages") + " women higher",
                            "true",
                            Boolean.toString(
                                    new BigDecimal(row.get("female")).compareTo(new BigDecimal(row.get("male"))) > 0)));
                });
    }

    private void useRates() {
        Published.table("guidance-use-rates").stream()
                .collect(Collectors.groupingBy(row -> row.get("year")))
                .forEach((year, rows) -> {
                    var highest = rows.stream()
                            .map(row -> new BigDecimal(row.get("all")))
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
                    var oldest = new BigDecimal(rows.get(rows.size() - 2).get("all"));
                    compare(
                            "guidance-use-rates",
                            year + " 70-74 highest",
                            "true",
                            Boolean.toString(oldest.compareTo(highest) == 0));
                    var total = rows.getLast();
                    compare(
                            "guidance-use-rates",
                            year + " male higher",
                            "true",
                            Boolean.toString(
                                    new BigDecimal(total.get("male")).compareTo(new BigDecimal(total.get("female")))
                                            > 0));
                });
    }

    /// The people behind the rates are not published; a rate of all lies between those of men and women, and a rate of
    /// all ages between those of the ages.
    @Test
    void rates_of_all_lie_between_those_of_the_parts() {
        for (var table : List.of("checkup-rates", "guidance-use-rates")) {
            for (var row : Published.table(table)) {
                var male = new BigDecimal(row.get("male"));
                var female = new BigDecimal(row.get("female"));
                assertThat(new BigDecimal(row.get("all"))).isBetween(male.min(female), male.max(female));
            }
        }
    }

    @Test
    void the_population_adds_up() {
        var subtotal = Published.table("population").getLast();

        assertThat(members("male")).isEqualTo(Published.number(subtotal, "male"));
        assertThat(members("female")).isEqualTo(Published.number(subtotal, "female"));
        assertThat(Published.table("population").stream()
                        .filter(row -> List.of("40-44", "45-49", "50-54", "55-59", "60-64", "65-69", "70-74")
                                .contains(row.get("ages")))
                        .mapToLong(row -> Published.number(row, "male") + Published.number(row, "female"))
                        .sum())
                .isEqualTo(7463 + 7663 + 5383);
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
