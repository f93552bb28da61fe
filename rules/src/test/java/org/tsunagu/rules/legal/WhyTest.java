package org.tsunagu.rules.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.table.Row;

class WhyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static Why why(String requester, String holder, String data, int age, Standing said) {
        return Why.of(Grounds.shipped().ask(new Question(requester, holder, data, "", age, TODAY)), said);
    }

    @Test
    void what_rests_on_law_is_given_whatever_was_said() {
        for (var said : Standing.values()) {
            assertThat(why("HEALTH_UNION", "EMPLOYER", "EMPLOYER_CHECKUP", 50, said))
                    .isEqualTo(Why.LAW);
        }
    }

    @Test
    void a_hand_over_is_given_unless_the_person_objects() {
        assertThat(why("KYOKAI", "HEALTH_UNION", "CHECKUP", 50, Standing.UNSAID))
                .isEqualTo(Why.NOT_OBJECTED);
        assertThat(why("KYOKAI", "HEALTH_UNION", "CHECKUP", 50, Standing.DENIED))
                .isEqualTo(Why.OBJECTED);
    }

    @Test
    void consent_counts_while_it_lasts() {
        assertThat(why("KYOKAI", "MEDICAL", "TEST_RESULTS", 50, Standing.UNSAID))
                .isEqualTo(Why.NO_CONSENT);
        assertThat(why("KYOKAI", "MEDICAL", "TEST_RESULTS", 50, Standing.GIVEN)).isEqualTo(Why.CONSENT);
        assertThat(why("KYOKAI", "MEDICAL", "TEST_RESULTS", 50, Standing.EXPIRED))
                .isEqualTo(Why.EXPIRED);
        assertThat(why("KYOKAI", "MEDICAL", "TEST_RESULTS", 50, Standing.DENIED))
                .isEqualTo(Why.WITHDRAWN);
        assertThat(why("PHARMACY", "PAYMENT_FUND", "DRUGS", 50, Standing.UNSAID))
                .isEqualTo(Why.NO_VISIT);
        assertThat(why("PHARMACY", "PAYMENT_FUND", "DRUGS", 50, Standing.GIVEN)).isEqualTo(Why.VISIT);
    }

    @Test
    void without_a_row_nothing_is_given_but_on_consent() {
        assertThat(why("EMPLOYER", "HEALTH_UNION", "CHECKUP", 50, Standing.UNSAID))
                .isEqualTo(Why.NO_GROUND);
        assertThat(why("EMPLOYER", "HEALTH_UNION", "CHECKUP", 50, Standing.GIVEN))
                .isEqualTo(Why.CONSENT);
        assertThat(why("DOCTOR", "LINK_WORKER", "SAFEGUARD", 50, Standing.GIVEN))
                .isEqualTo(Why.SAFEGUARD);
    }

    @Test
    void a_disaster_opens_what_nobody_could_be_asked_about_and_no_more() {
        var drugs = new Question("PHARMACY", "PAYMENT_FUND", "DRUGS", "CARE_VIEW", 50, TODAY);

        assertThat(DisasterRule.opens(Why.NO_VISIT, drugs)).map(Row::key).contains("D1");
        for (var refused : List.of(Why.WITHDRAWN, Why.OBJECTED, Why.SAFEGUARD, Why.NOT_A_MEMBER)) {
            assertThat(DisasterRule.opens(refused, drugs)).isEmpty();
        }
        assertThat(DisasterRule.opens(
                        Why.NO_GROUND, new Question("EMPLOYER", "PAYMENT_FUND", "DRUGS", "CARE_VIEW", 50, TODAY)))
                .isEmpty();
        assertThat(DisasterRule.opens(
                        Why.NO_VISIT, new Question("PHARMACY", "PAYMENT_FUND", "SHEET", "CARE_VIEW", 50, TODAY)))
                .isEmpty();
        assertThat(DisasterRule.longestDays(TODAY)).isEqualTo(30);
    }
}
