package org.tsunagu.synthetic.checkups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.people.Attendance;
import org.tsunagu.synthetic.world.World;

class GuidanceTest {
    private static final int PEOPLE = 200_000;
    private static final FiscalYear YEAR = new FiscalYear(2022);
    private static final Shares SHARES = Shares.shipped();
    private static final World WORLD = World.shipped();
    private static final Checkups CHECKUPS =
            new Checkups(3, YEAR, new Attendance(3, YEAR, "003", WORLD), new Sheets(3, WORLD, SHARES), SHARES);

    @Test
    void those_who_take_up_guidance_would_be_healthier_anyway_by_the_assumed_amount() {
        var takers = 0;
        var sumOfTakers = 0.0;
        var sum = 0.0;
        for (var person = 0; person < PEOPLE; person++) {
            var improvement = CHECKUPS.improvement(person, YEAR);
            sum += improvement;
            if (CHECKUPS.willing(person, YEAR)) {
                takers++;
                sumOfTakers += improvement;
            }
        }
        assertThat((double) takers / PEOPLE).isCloseTo(0.015, within(0.002));
        assertThat(sumOfTakers / takers - (sum - sumOfTakers) / (PEOPLE - takers))
                .isCloseTo(0.35, within(0.08));
    }

    @Test
    void an_answer_that_became_several_keeps_its_share() {
        var assumptions = Checkups.assumptions();
        var medication = new Medication(SHARES, new Correlations(assumptions), assumptions);
        var questionnaire = new Questionnaire(SHARES, medication);
        var before = questionnaire.form(LocalDate.of(2024, 3, 31));
        var now = questionnaire.form(LocalDate.of(2024, 4, 1));
        var formerSmokers = 0;
        for (var i = 0; i < 1_000; i++) {
            var share = (i + 0.5) / 1_000;
            assertThat(before.code(8, 2, Sex.MALE, share)).isEqualTo(2);
            assertThat(now.code(8, 1, Sex.MALE, share)).isEqualTo(1);
            formerSmokers += now.code(8, 2, Sex.MALE, share) == 2 ? 1 : 0;
        }
        assertThat(formerSmokers).isEqualTo(450);
        assertThat(before.item(22)).isEqualTo("9N806000000000011");
        assertThat(now.item(22)).isEqualTo("9N808000000000011");
    }
}
