package org.tsunagu.rules.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Cases;

class EligibilityTest {

    private static final Eligibility RULES = new Eligibility(List.of(), false);
    private static final FiscalYear YEAR = new FiscalYear(2024);
    private static final Enrolment ALWAYS = new Enrolment(LocalDate.of(2000, 4, 1), Optional.empty());

    @Test
    void a_member_of_forty_to_seventy_four_is_a_target() {
        assertThat(target("1985-03-31")).isTrue();
        assertThat(target("1985-04-02")).isFalse();
        assertThat(target("1949-04-01")).as("75 on 1 April").isFalse();
        assertThat(target("1949-04-02")).as("turns 75 within the year").isTrue();
        assertThat(target("1950-01-15")).isTrue();
    }

    @Test
    void someone_born_on_the_first_of_april_enters_by_the_birthday_or_the_day_before() {
        var member = member("1985-04-01");

        assertThat(RULES.target(member, YEAR).value()).isFalse();
        assertThat(new Eligibility(List.of(), true).target(member, YEAR).value())
                .isTrue();
    }

    @Test
    void the_last_day_for_an_examination_is_the_day_before_the_birthday_that_counts() {
        assertThat(RULES.lastExaminationDay(LocalDate.parse("1950-01-15"), YEAR))
                .isEqualTo("2025-01-14");
        assertThat(RULES.lastExaminationDay(LocalDate.parse("1970-01-15"), YEAR))
                .isEqualTo("2025-03-31");
        assertThat(RULES.lastExaminationDay(LocalDate.parse("1952-02-29"), new FiscalYear(2026)))
                .as("reaches the age on 1 March")
                .isEqualTo("2027-02-28");
    }

    @Test
    void whoever_joins_after_the_first_of_april_is_no_target() {
        var late = new Enrolment(LocalDate.of(2024, 4, 2), Optional.empty());

        assertThat(RULES.target(new Member(LocalDate.of(1970, 1, 1), List.of(late), List.of()), YEAR)
                        .value())
                .isFalse();
    }

    @Test
    void an_examination_counts_only_before_the_seventy_fifth_birthday() {
        var member = member("1949-08-10");

        assertThat(RULES.examinationCounts(member, LocalDate.of(2024, 8, 9)).value())
                .isTrue();
        assertThat(RULES.examinationCounts(member, LocalDate.of(2024, 8, 10)).value())
                .isFalse();
    }

    @Test
    void an_examination_after_leaving_does_not_count() {
        var left = new Member(
                LocalDate.of(1970, 1, 1),
                List.of(Enrolment.until(LocalDate.of(2000, 4, 1), LocalDate.of(2024, 9, 1))),
                List.of());

        assertThat(RULES.examinationCounts(left, LocalDate.of(2024, 8, 31)).value())
                .isTrue();
        assertThat(RULES.examinationCounts(left, LocalDate.of(2024, 9, 1)).value())
                .isFalse();
    }

    @Test
    void the_denominator_needs_the_whole_year_without_a_gap() {
        assertThat(denominator(ALWAYS)).isTrue();
        assertThat(denominator(Enrolment.until(LocalDate.of(2000, 4, 1), LocalDate.of(2025, 4, 1))))
                .as("lost on 1 April: enrolled to 31 March")
                .isTrue();
        assertThat(denominator(Enrolment.until(LocalDate.of(2000, 4, 1), LocalDate.of(2025, 3, 31))))
                .isFalse();
        assertThat(denominator(
                        Enrolment.until(LocalDate.of(2000, 4, 1), LocalDate.of(2024, 9, 1)),
                        new Enrolment(LocalDate.of(2024, 9, 1), Optional.empty())))
                .as("one stretch follows the other")
                .isTrue();
        assertThat(denominator(
                        Enrolment.until(LocalDate.of(2000, 4, 1), LocalDate.of(2024, 9, 1)),
                        new Enrolment(LocalDate.of(2024, 9, 2), Optional.empty())))
                .as("a gap of one day")
                .isFalse();
    }

    @Test
    void the_numerator_needs_a_complete_examination() {
        var member = member("1970-01-01");

        assertThat(RULES.inNumerator(member, YEAR, true).value()).isTrue();
        assertThat(RULES.inNumerator(member, YEAR, false).value()).isFalse();
    }

    @Test
    void six_months_in_hospital_exclude_and_five_do_not() {
        assertThat(excluded("HOSPITAL_6M", "2024-01-01", "2024-06-30")).isTrue();
        assertThat(excluded("HOSPITAL_6M", "2024-02-01", "2024-06-30")).isFalse();
        assertThat(excluded("HOSPITAL_6M", "2024-01-01", "2024-06-29")).isFalse();
        assertThat(excluded("HOSPITAL_6M", "2023-01-01", "2024-03-31"))
                .as("over before the year")
                .isFalse();
    }

    @Test
    void a_serviced_residence_is_no_reason_for_exclusion() {
        assertThat(excluded("NOT_SAKOJU", "2020-01-01", "")).isFalse();
        assertThat(excluded("FACILITY_CARE", "2020-01-01", "")).isTrue();
    }

    @Test
    void an_unknown_reason_for_exclusion_is_refused() {
        assertThatThrownBy(() -> excluded("HOLIDAY", "2024-01-01", "")).hasMessageContaining("HOLIDAY");
    }

    @Test
    void the_decision_names_the_condition_that_fails() {
        var decision = RULES.target(member("1985-04-02"), YEAR);

        assertThat(decision.reasons())
                .filteredOn(reason -> reason.outcome().equals("false"))
                .extracting(reason -> reason.basis().row())
                .containsExactly("EL-T-2");
        assertThat(Cases.rows(decision.reasons())).contains("EL-T-1", "EL-T-3", "EL-T-4", "EL-T-5");
    }

    private static boolean target(String birth) {
        return RULES.target(member(birth), YEAR).value();
    }

    private static boolean denominator(Enrolment... enrolments) {
        var member = new Member(LocalDate.of(1970, 1, 1), List.of(enrolments), List.of());
        return RULES.inDenominator(member, YEAR).value();
    }

    private static boolean excluded(String code, String from, String to) {
        var exclusion = new Exclusion(
                code, LocalDate.parse(from), to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)));
        var member = new Member(LocalDate.of(1970, 1, 1), List.of(ALWAYS), List.of(exclusion));
        return RULES.excludedBy(member, YEAR).isPresent()
                && !RULES.target(member, YEAR).value();
    }

    private static Member member(String birth) {
        return new Member(LocalDate.parse(birth), List.of(ALWAYS), List.of());
    }
}
