package org.tsunagu.rules.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tsunagu.rules.rewards.PointAccount.Lot;
import org.tsunagu.rules.rewards.PointEntry.Kind;

/// The balance is the sum, and what expires first goes first.
class PointAccountTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private static PointEntry earn(int points, int expiresAfterDays) {
        return new PointEntry(Kind.EARN, points, DAY, Optional.of(DAY.plusDays(expiresAfterDays)));
    }

    private static PointEntry spend(int points) {
        return new PointEntry(Kind.SPEND, -points, DAY, Optional.empty());
    }

    @Test
    void what_expires_first_is_spent_first_whenever_it_was_earned() {
        var account = PointAccount.of(List.of(earn(100, 300), earn(50, 10), spend(70)));

        assertThat(account.balance()).isEqualTo(80);
        assertThat(account.lots()).containsExactly(new Lot(80, Optional.of(DAY.plusDays(300))));
    }

    @Test
    void points_count_on_their_last_day_and_not_on_the_next() {
        var account = PointAccount.of(List.of(earn(50, 10)));

        assertThat(account.expired(DAY.plusDays(10))).isZero();
        assertThat(account.expired(DAY.plusDays(11))).isEqualTo(50);
    }

    @Test
    void what_was_taken_off_as_expired_does_not_expire_again() {
        var expired = new PointEntry(Kind.EXPIRE, -30, DAY.plusDays(11), Optional.empty());
        var account = PointAccount.of(List.of(earn(50, 10), spend(20), expired));

        assertThat(account.balance()).isZero();
        assertThat(account.expired(DAY.plusYears(1))).isZero();
    }

    @Test
    void points_without_an_end_never_expire_and_are_spent_last() {
        var forever = new PointEntry(Kind.ADJUST, 10, DAY, Optional.empty());
        var account = PointAccount.of(List.of(forever, earn(5, 10), spend(5)));

        assertThat(account.lots()).containsExactly(new Lot(10, Optional.empty()));
        assertThat(account.next()).isEmpty();
    }

    @Test
    void as_long_as_nobody_spends_more_than_there_is_the_lots_are_the_balance() {
        var random = new Random(7);
        for (var run = 0; run < 300; run++) {
            var entries = new ArrayList<PointEntry>();
            var balance = 0;
            for (var i = 0; i < 20; i++) {
                var points = 1 + random.nextInt(100);
                var entry =
                        balance >= points && random.nextBoolean() ? spend(points) : earn(points, random.nextInt(500));
                balance += entry.points();
                entries.add(entry);
            }
            var account = PointAccount.of(entries);
            assertThat(account.balance()).isEqualTo(balance);
            assertThat(account.lots().stream().mapToInt(Lot::points).sum()).isEqualTo(balance);
        }
    }
}
