package org.tsunagu.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanChecksTest {

    private static final PlanChecks CHECKS = new PlanChecks(List.of());

    @Test
    void what_was_printed_agrees_with_its_parts_where_the_table_says_so() {
        var table = CHECKS.tables().getFirst().rows().stream()
                .collect(Collectors.toMap(row -> row.key(), row -> row.text("equal")));

        assertThat(CHECKS.reconciled()).hasSize(16);
        for (var check : CHECKS.reconciled()) {
            assertThat(check.isEqual() ? "1" : "0").as(check.about()).isEqualTo(table.get(check.about()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PC-6, 36.0, 36.0, 0",
        "PC-7, 956000000, 956497888, -497888",
        "PC-8, 15, 15.3, -0.3",
        "PC-9, 1.5, 1.2, 0.3",
        "PC-10, 37361, 37286, 75",
        "PC-18, 820, 820.4, -0.4"
    })
    void the_difference_is_shown_not_put_right(String row, BigDecimal printed, BigDecimal computed, BigDecimal off) {
        var check = CHECKS.reconciled().stream()
                .filter(found -> found.about().equals(row))
                .findFirst()
                .orElseThrow();

        assertThat(check.printed()).isEqualByComparingTo(printed);
        assertThat(check.computed()).isEqualByComparingTo(computed);
        assertThat(check.difference()).isEqualByComparingTo(off);
    }
}
