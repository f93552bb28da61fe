package org.tsunagu.rules.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagu.rules.care.CareRules;

class EffectTest {

    private static final YearMonth MADE = YearMonth.of(2026, 3);

    private static Effect effect(String words) {
        var list = new ListRules(List.of()).on("UNTREATED-BP", MADE).row();
        var care = new CareRules(List.of(), MADE.atEndOfMonth());
        return Effect.of(Given.person(words), list, care, MADE, Given.MONTH);
    }

    @Test
    void a_visit_or_a_drug_for_what_the_list_is_about_counts_as_seen() {
        assertThat(effect("dx:I10:2026-05").seen()).contains(true);
        assertThat(effect("rx:HT:2026-05-01:28").seen()).contains(true);
        assertThat(effect("rx:HT:2026-05-01:28").drug()).contains(true);
        assertThat(effect("dx:E78:2026-05").seen()).contains(false);
        assertThat(effect("dx:I10:2026-03").seen()).contains(false);
    }

    @Test
    void values_before_and_after_are_those_of_the_last_checkups() {
        var effect = effect("@2025-06-01 sbp=160 dbp=90 @2026-02-01 sbp=150 dbp=80 @2026-06-01 sbp=138 dbp=80");
        assertThat(effect.before().map(value -> value.toString())).contains("150");
        assertThat(effect.after().map(value -> value.toString())).contains("138");
    }

    @Test
    void who_left_or_has_no_claims_is_not_called_unseen() {
        assertThat(effect("to:2026-05-31").seen()).isEqualTo(Optional.empty());
        assertThat(effect("noclaims").seen()).isEqualTo(Optional.empty());
    }
}
