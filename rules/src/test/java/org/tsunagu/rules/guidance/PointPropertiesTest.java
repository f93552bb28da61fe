package org.tsunagu.rules.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PointPropertiesTest {

    private static final GuidanceTables TABLES = new GuidanceTables(List.of());
    private static final Points POINTS = new Points(TABLES);
    private static final Circumstance[] CIRCUMSTANCES = Circumstance.values();

    @Test
    void one_more_support_never_lowers_the_points_nor_takes_the_finish_away() {
        var random = new Random(20_240_401L);
        for (var turn = 0; turn < 5_000; turn++) {
            var checkup = Script.period(2 + random.nextInt(3));
            var given = new ArrayList<Support>();
            var before = POINTS.count(checkup, CourseKind.ACTIVE, given);
            for (var i = 0; i < 12; i++) {
                given.add(random.nextInt(given.size() + 1), any(random, checkup));
                var after = POINTS.count(checkup, CourseKind.ACTIVE, given);
                assertThat(after.points()).as("%s", given).isGreaterThanOrEqualTo(before.points());
                assertThat(after.pointsA()).as("%s", given).isGreaterThanOrEqualTo(before.pointsA());
                assertThat(after.reached().value() || !before.reached().value())
                        .as("%s", given)
                        .isTrue();
                before = after;
            }
        }
    }

    @Test
    void what_is_still_needed_is_nothing_exactly_when_the_rule_holds() {
        var random = new Random(7L);
        for (var turn = 0; turn < 5_000; turn++) {
            var checkup = Script.period(2 + random.nextInt(3));
            var given = random.ints(random.nextInt(12), 0, 1)
                    .mapToObj(nothing -> any(random, checkup))
                    .toList();
            var tally = POINTS.count(checkup, CourseKind.ACTIVE, given);

            assertThat(tally.stillNeeded() == 0)
                    .as("%s", given)
                    .isEqualTo(tally.reached().value());
            assertThat(tally.credits()).hasSameSizeAs(given);
            assertThat(tally.ignored()).allMatch(credit -> credit.points() == 0);
        }
    }

    private static Support any(Random random, LocalDate checkup) {
        var rows = TABLES.get("points").on(checkup);
        var item = rows.get(random.nextInt(rows.size())).text("item");
        var minutes = random.nextInt(8) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(130));
        Optional<LocalDate> day =
                random.nextBoolean() ? Optional.empty() : Optional.of(checkup.plusDays(random.nextInt(4)));
        Set<Circumstance> circumstances =
                random.nextInt(6) > 0 ? Set.of() : Set.of(CIRCUMSTANCES[random.nextInt(CIRCUMSTANCES.length)]);
        return new Support(item, minutes, day, circumstances);
    }
}
