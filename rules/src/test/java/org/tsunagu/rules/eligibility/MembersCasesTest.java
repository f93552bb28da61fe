package org.tsunagu.rules.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.decision.Decision;

class MembersCasesTest {

    private static final Eligibility RULES = Settings.shipped().eligibility(List.of());
    private static final Eligibility LEGAL = new Eligibility(List.of(), true);

    @ParameterizedTest(name = "{0}: {9}")
    @CsvFileSource(resources = "members.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases(
            String id,
            int year,
            LocalDate birth,
            String enrolled,
            String exclusion,
            int age,
            boolean target,
            boolean denominator,
            String failing,
            String note) {
        var member = new Member(birth, enrolments(enrolled), exclusions(exclusion, new FiscalYear(year)));

        var standing = RULES.standing(member, new FiscalYear(year));

        assertThat(standing.age()).isEqualTo(age);
        assertThat(standing.target().value()).isEqualTo(target);
        assertThat(standing.inDenominator().value()).isEqualTo(denominator);
        assertThat(failing(target ? standing.inDenominator() : standing.target()))
                .isEqualTo(Cases.list(failing));
        assertThat(standing.exclusion().map(row -> row.key()))
                .isEqualTo(Optional.ofNullable(exclusion).filter(code -> !code.equals("NOT_SAKOJU")));
        assertThat(standing.isAprilDecisive()).isEqualTo(id.equals("born-1-april"));
    }

    private static List<Enrolment> enrolments(String text) {
        return Stream.of(text.split(" "))
                .map(stretch -> stretch.split("\\.\\.", -1))
                .map(days -> new Enrolment(
                        LocalDate.parse(days[0]),
                        Optional.of(days[1]).filter(day -> !day.isEmpty()).map(LocalDate::parse)))
                .toList();
    }

    private static List<Exclusion> exclusions(String code, FiscalYear year) {
        return code == null ? List.of() : List.of(new Exclusion(code, year.firstDay(), Optional.empty()));
    }

    private static List<String> failing(Decision<Boolean> decision) {
        return decision.reasons().stream()
                .filter(reason -> reason.outcome().equals("false"))
                .map(reason -> reason.basis().row())
                .toList();
    }

    @Test
    void by_the_law_on_ages_someone_born_on_the_first_of_april_enters_a_year_earlier() {
        var member = new Member(LocalDate.parse("1985-04-01"), enrolments("2000-04-01.."), List.of());

        var standing = LEGAL.standing(member, new FiscalYear(2024));

        assertThat(standing.age()).isEqualTo(40);
        assertThat(standing.inDenominator().value()).isTrue();
        assertThat(standing.isAprilDecisive()).isTrue();
    }

    @Test
    void the_days_of_birth_for_counting_are_those_the_rules_admit() {
        var random = new Random(3);
        for (var rules : List.of(RULES, LEGAL)) {
            for (var i = 0; i < 20_000; i++) {
                var year = new FiscalYear(2008 + random.nextInt(25));
                var edge = random.nextBoolean() ? 40 : 75;
                var birth = year.lastDay().minusYears(edge).plusDays(random.nextInt(7) - 3);
                var member = new Member(birth, enrolments("1900-01-01.."), List.of());

                assertThat(rules.birthsOfTargets(year).includes(birth))
                        .as("%s born %s", year, birth)
                        .isEqualTo(rules.target(member, year).value());
                assertThat(rules.births(40, 44, year).includes(birth))
                        .isEqualTo(rules.age(birth, year) >= 40 && rules.age(birth, year) <= 44);
                assertThat(rules.birthsInDenominator(year).includes(birth))
                        .as("%s born %s", year, birth)
                        .isEqualTo(rules.inDenominator(member, year).value());
            }
        }
    }

    @Test
    void whoever_is_in_the_denominator_is_a_target_and_no_one_in_the_numerator_is_not() {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++) {
            var year = new FiscalYear(2020);
            var from = LocalDate.parse("2019-03-01").plusDays(random.nextInt(800));
            var to = from.plusDays(random.nextInt(900));
            var member = new Member(
                    LocalDate.parse("1944-01-01").plusDays(random.nextInt(14_000)),
                    List.of(new Enrolment(from, random.nextBoolean() ? Optional.of(to) : Optional.empty())),
                    List.of());

            var standing = RULES.standing(member, year);

            assertThat(standing.target().value() || !standing.inDenominator().value())
                    .isTrue();
            assertThat(standing.inDenominator().value()
                            || !RULES.inNumerator(member, year, true).value())
                    .isTrue();
        }
    }

    @Test
    void there_are_rules_from_the_start_of_the_programme_on() {
        assertThat(RULES.covers(new FiscalYear(2007))).isFalse();
        assertThat(RULES.covers(new FiscalYear(2008))).isTrue();
        assertThat(RULES.knows("ABROAD", new FiscalYear(2024))).isTrue();
        assertThat(RULES.knows("HOLIDAY", new FiscalYear(2024))).isFalse();
    }
}
