package org.tsunagu.app.docks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.docks.Allowance.Person;
import org.tsunagu.app.docks.Reimbursement.Asked;
import org.tsunagu.app.docks.Reimbursement.Reason;

/// What is given back of the fee of a human dock, case by case, under the rule of source 003 and under invented ones.
class ReimbursementTest {

    private static final Allowance SOCIETY = Allowance.examples().getFirst();
    private static final Person FIRST_KIND = new Person(LocalDate.parse("1970-04-01"), "1", Optional.empty());

    private static Asked asked(String day, int fee, Person person) {
        return new Asked(LocalDate.parse(day), fee, person, true, false, true);
    }

    private static Person born(String birth) {
        return new Person(LocalDate.parse(birth), "1", Optional.empty());
    }

    @Test
    void the_published_example_is_that_of_source_003() {
        assertThat(SOCIETY.yen()).isEqualTo(5000);
        assertThat(SOCIETY.from()).isEqualTo("2018-04-01");
        assertThat(SOCIETY.to()).hasValue(LocalDate.parse("2024-03-31"));
        assertThat(SOCIETY.kinds()).contains("第1種組合員");
        assertThat(SOCIETY.withSpouse()).isTrue();
        assertThat(SOCIETY.source()).contains("実施計画（第3期）");
    }

    @ParameterizedTest
    @CsvSource({
        // fee, given back, why
        "4999, 4999, WHOLE",
        "5000, 5000, WHOLE",
        "5001, 5000, LIMITED",
        "42000, 5000, LIMITED",
        "1, 1, WHOLE",
        "0, 0, NO_FEE"
    })
    void of_the_fee_up_to_the_limit_to_the_yen(int fee, int yen, Reason reason) {
        var decided = Reimbursement.of(asked("2023-09-01", fee, FIRST_KIND), List.of(SOCIETY));

        assertThat(decided.yen()).isEqualTo(yen);
        assertThat(decided.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"2018-03-31, NO_LIMIT", "2018-04-01, LIMITED", "2024-03-31, LIMITED", "2024-04-01, NO_LIMIT"})
    void the_limit_holds_on_its_first_and_last_day_and_not_beside_them(String day, Reason reason) {
        assertThat(Reimbursement.of(asked(day, 30000, FIRST_KIND), List.of(SOCIETY))
                        .reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        // Forty by 31 March of the fiscal year; 39 on that day.
        "1984-03-31, LIMITED",
        "1984-04-01, AGE",
        // Still 74 on the day; 75 on the day.
        "1948-09-02, LIMITED",
        "1948-09-01, AGE"
    })
    void the_age_is_reached_by_the_end_of_the_fiscal_year_and_not_passed_on_the_day(String birth, Reason reason) {
        assertThat(Reimbursement.of(asked("2023-09-01", 30000, born(birth)), List.of(SOCIETY))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void members_of_the_kind_and_their_spouses_are_entitled_and_others_are_not() {
        var birth = LocalDate.parse("1970-04-01");
        var spouse = new Person(birth, "3", Optional.of("第1種組合員"));
        var employee = new Person(birth, "2", Optional.empty());
        var spouseOfEmployee = new Person(birth, "3", Optional.of("2"));
        var limits = List.of(SOCIETY);

        assertThat(Reimbursement.of(asked("2023-09-01", 9000, spouse), limits).yen())
                .isEqualTo(5000);
        assertThat(Reimbursement.of(asked("2023-09-01", 9000, employee), limits).reason())
                .isEqualTo(Reason.NOT_FOR_KIND);
        assertThat(Reimbursement.of(asked("2023-09-01", 9000, spouseOfEmployee), limits)
                        .reason())
                .isEqualTo(Reason.NOT_FOR_KIND);
    }

    @Test
    void insurance_goes_before_the_year_and_the_year_before_everything_else() {
        var day = LocalDate.parse("2023-09-01");
        var limits = List.of(SOCIETY);

        assertThat(Reimbursement.of(new Asked(day, 9000, FIRST_KIND, false, true, false), limits)
                        .reason())
                .isEqualTo(Reason.NOT_COVERED);
        assertThat(Reimbursement.of(new Asked(day, 9000, FIRST_KIND, true, true, false), limits)
                        .reason())
                .isEqualTo(Reason.ONCE_A_YEAR);
        assertThat(Reimbursement.of(new Asked(day, 9000, FIRST_KIND, true, false, false), limits)
                        .reason())
                .isEqualTo(Reason.NO_RESULT);
        assertThat(Reimbursement.of(new Asked(day, 9000, FIRST_KIND, true, false, true), List.of())
                        .reason())
                .isEqualTo(Reason.NO_LIMIT);
    }

    @Test
    void never_more_than_the_fee_never_more_than_the_limit_and_the_best_limit_counts() {
        var random = new Random(3);
        for (var i = 0; i < 5000; i++) {
            var fee = random.nextInt(80_000);
            var low = 1 + random.nextInt(40_000);
            var high = low + random.nextInt(40_000);
            var limits = List.of(limit(1, low), limit(2, high));

            var decided = Reimbursement.of(asked("2025-09-01", fee, FIRST_KIND), limits);

            assertThat(decided.yen()).isEqualTo(Math.min(fee, high)).isLessThanOrEqualTo(fee);
            assertThat(decided.reason().isAccepted()).isEqualTo(fee > 0);
            assertThat(decided.by().map(Allowance::yen)).isEqualTo(fee > 0 ? Optional.of(high) : Optional.empty());
        }
    }

    private static Allowance limit(long id, int yen) {
        return new Allowance(id, LocalDate.parse("2024-04-01"), Optional.empty(), 40, 74, Set.of(), false, yen, "test");
    }
}
