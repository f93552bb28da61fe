package org.tsunagu.app.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is paid in a month, added up.
class TotalsTest {

    /// 200 months by chance: the totals of the facilities are those of the lines, and what is taken back leaves
    /// nothing.
    @Test
    void the_sum_of_payments_is_the_sum_of_the_lines() {
        var random = new Random(4);
        for (var month = 0; month < 200; month++) {
            var lines = new ArrayList<Payment>();
            var expected = 0L;
            for (var i = 0; i < random.nextInt(60); i++) {
                var yen = random.nextInt(1_000_000);
                var isBack = random.nextInt(5) == 0;
                lines.add(line(random, isBack ? Payment.Kind.TAKE_BACK : Payment.Kind.PAYMENT, isBack ? -yen : yen));
                expected += isBack ? -yen : yen;
            }
            var totals = Totals.of(lines);

            assertThat(totals.all().yen()).isEqualTo(expected);
            assertThat(totals.facilities().stream()
                            .mapToLong(total -> total.sum().yen())
                            .sum())
                    .isEqualTo(expected);
            assertThat(totals.facilities().stream()
                            .mapToInt(total ->
                                    total.sum().payments() + total.sum().takeBacks())
                            .sum())
                    .isEqualTo(lines.size());
        }
    }

    private static Payment line(Random random, Payment.Kind kind, long yen) {
        return new Payment(
                1,
                1,
                1,
                "",
                java.time.YearMonth.parse("2026-11"),
                kind,
                "991100000" + random.nextInt(4),
                "",
                "GROUP",
                random.nextBoolean() ? Service.CHECKUP : Service.GUIDANCE,
                "",
                "",
                yen,
                false);
    }
}
