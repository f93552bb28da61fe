package org.tsunagu.rules.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.rules.condition.Truth;

class ListPropertiesTest {

    private static final ListRules RULES = new ListRules(List.of());

    private static Truth outcome(String list, String words) {
        return RULES.on(list, Given.MONTH).select(Given.person(words)).outcome();
    }

    @Test
    void a_longer_gap_never_makes_a_stopped_treatment_go_on() {
        var random = new SplittableRandom(11);
        for (var i = 0; i < 300; i++) {
            var last = LocalDate.of(2026, 4, 1).plusDays(random.nextInt(150));
            var later = "rx:DM:%s:30 rx:DM:%s:30".formatted(last.minusDays(40), last);
            var earlier = "rx:DM:%s:30 rx:DM:%s:30".formatted(last.minusDays(70), last.minusDays(30));
            if (outcome("STOPPED-DM", later) == Truth.TRUE) {
                assertThat(outcome("STOPPED-DM", earlier)).as(earlier).isEqualTo(Truth.TRUE);
            }
        }
    }

    @Test
    void one_more_supply_never_ends_the_drugs_earlier() {
        var random = new SplittableRandom(12);
        var list = RULES.on("STOPPED-DM", Given.MONTH);
        for (var i = 0; i < 300; i++) {
            // Two months with a drug, so that the cohort does not depend on the one more.
            var words = new StringBuilder("rx:DM:2026-01-01:14:1 rx:DM:2026-02-20:14:1");
            for (var n = 0; n < 4; n++) {
                words.append(" rx:DM:%s:%d:%d"
                        .formatted(
                                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(150)),
                                14 + random.nextInt(60),
                                1 + random.nextInt(2)));
            }
            var more = words + " rx:DM:" + LocalDate.of(2026, 1, 1).plusDays(random.nextInt(150)) + ":28:1";
            var isOn = list.select(Given.person(words.toString())).outcome() == Truth.TRUE;
            var isOnWithMore = list.select(Given.person(more)).outcome() == Truth.TRUE;
            assertThat(isOn || !isOnWithMore).as(more).isTrue();
        }
    }

    @Test
    void more_drugs_never_leave_polypharmacy() {
        for (var count = 1; count < 25; count++) {
            if (outcome("POLYPHARMACY", "many:%d:2026-09-05:28".formatted(count)) == Truth.TRUE) {
                assertThat(outcome("POLYPHARMACY", "many:%d:2026-09-05:28".formatted(count + 1)))
                        .isEqualTo(Truth.TRUE);
            }
        }
    }

    @Test
    void a_higher_threshold_never_finds_more() {
        var random = new SplittableRandom(13);
        var higher = new ListRules(List.of(new Correction("list/steps", "POLYPHARMACY-MANY-DRUGS-1", "value", "15")))
                .on("POLYPHARMACY", Given.MONTH);
        for (var i = 0; i < 100; i++) {
            var words = "many:%d:2026-09-05:28".formatted(5 + random.nextInt(15));
            if (higher.select(Given.person(words)).outcome() == Truth.TRUE) {
                assertThat(outcome("POLYPHARMACY", words)).isEqualTo(Truth.TRUE);
            }
        }
    }

    @Test
    void a_value_that_comes_later_never_turns_yes_into_cannot_tell() {
        var base = "@2026-05-10 hba1c=7.0 protein=3 sbp=120 dbp=70";
        assertThat(outcome("DKD-2024", base)).isEqualTo(Truth.TRUE);
        for (var egfr : List.of("20", "44", "59", "90")) {
            assertThat(outcome("DKD-2024", base + " egfr=" + egfr)).isEqualTo(Truth.TRUE);
        }
    }

    @Test
    void without_claims_nobody_is_called_untreated_stopped_or_unknown() {
        for (var list : List.of("UNTREATED-BP", "STOPPED-DM", "UNKNOWN-40", "S07-INTERRUPTED", "S10-UNKNOWN")) {
            assertThat(outcome(list, "age=78 noclaims @2024-11-10 sbp=170 dbp=90 med_bp=2"))
                    .as(list)
                    .isNotEqualTo(Truth.TRUE);
        }
    }
}
