package org.tsunagu.rules.kidney;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagu.rules.flow.Facts;
import org.tsunagu.rules.flow.Machine;
import org.tsunagu.rules.flow.Move;

class ProgrammeStepsTest {

    private static final Machine STEPS = ProgrammeSteps.on(LocalDate.of(2026, 11, 1));
    private static final Facts SAME_DAY = Facts.NONE.with("days_since_last", 0);

    @Test
    void nobody_comes_into_the_programme_without_the_doctor() {
        assertThat(STEPS.move("PROPOSED", "START", SAME_DAY)).isInstanceOf(Move.Refused.class);
        assertThat(STEPS.move("DOCTOR_ASKED", "START", SAME_DAY)).isInstanceOf(Move.Refused.class);
        assertThat(STEPS.move("DECLINED", "START", SAME_DAY)).isInstanceOf(Move.Refused.class);
    }

    @Test
    void proposed_asked_agreed_in_the_programme_finished() {
        var state = ProgrammeSteps.FIRST;
        for (var trigger : List.of("ASK_DOCTOR", "AGREE", "START", "FINISH")) {
            assertThat(STEPS.move(state, trigger, SAME_DAY)).isInstanceOf(Move.Made.class);
            state = ((Move.Made) STEPS.move(state, trigger, SAME_DAY)).to();
        }
        assertThat(state).isEqualTo("FINISHED");
    }

    @Test
    void a_doctor_who_declined_can_be_asked_again() {
        assertThat(STEPS.move("DECLINED", "ASK_DOCTOR", SAME_DAY)).isInstanceOf(Move.Made.class);
    }

    @Test
    void a_step_before_the_last_one_is_refused() {
        assertThat(STEPS.move("PROPOSED", "ASK_DOCTOR", Facts.NONE.with("days_since_last", -1)))
                .isInstanceOf(Move.Refused.class);
    }
}
