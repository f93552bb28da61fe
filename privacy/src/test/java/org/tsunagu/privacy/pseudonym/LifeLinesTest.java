package org.tsunagu.privacy.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsunagu.privacy.pseudonym.LifeLine.Basis;

class LifeLinesTest {

    static Enrolled row(String key, String since, String kana, String... numbers) {
        var all = Stream.of(numbers)
                .map(number -> number.split("/", -1))
                .map(part -> new InsuredIdentity(part[0], part[1], part[2], part[3]))
                .toList();
        return new Enrolled(key, all, LocalDate.parse(since), kana, "19700131", "1");
    }

    @Test
    void a_person_keeps_one_life_line_through_changes_of_the_number() {
        var before = row("a", "2018-04-01", "ヤマダタロウ", "1/1/10/00");
        var after = row("b", "2022-04-01", "スズキタロウ", "1/5/77/01", "1/1/10/00");
        var lines = LifeLines.of(List.of(after, before));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.basis()).isEqualTo(Basis.NUMBER);
            assertThat(line.oldest().canonical()).isEqualTo("00000001|1|10|00");
        });
    }

    @Test
    void over_insurers_name_birth_date_and_sex_join_and_say_that_they_did() {
        var lines = LifeLines.of(
                List.of(row("a", "2018-04-01", "ヤマダタロウ", "1/1/10/00"), row("b", "2023-04-01", "ヤマダタロウ", "2/9/9/01")));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.basis()).isEqualTo(Basis.NAME);
            assertThat(line.oldest().insurer()).isEqualTo("00000001");
        });
    }

    @Test
    void two_people_of_one_name_at_one_insurer_are_joined_to_nobody() {
        var lines = LifeLines.of(List.of(
                row("a", "2018-04-01", "ヤマダタロウ", "1/1/10/00"),
                row("b", "2018-04-01", "ヤマダタロウ", "1/1/10/01"),
                row("c", "2023-04-01", "ヤマダタロウ", "2/9/9/01")));

        assertThat(lines).hasSize(3).allMatch(line -> line.basis() == Basis.SINGLE);
    }

    @Test
    void a_number_of_a_household_joins_nobody() {
        var lines = LifeLines.of(
                List.of(row("a", "2018-04-01", "ヤマダタロウ", "1/1/10/"), row("b", "2018-04-01", "ヤマダハナコ", "1/1/10/")));

        assertThat(lines).hasSize(2);
    }

    @Test
    void a_line_is_as_sure_as_its_weakest_join_in_whatever_order_the_rows_come() {
        var rows = List.of(
                row("a", "2015-04-01", "ヤマダタロウ", "1/1/10/00"),
                row("b", "2018-04-01", "ヤマダタロウ", "2/2/20/00"),
                row("c", "2020-04-01", "スズキタロウ", "2/2/20/00"));

        assertThat(LifeLines.of(rows)).singleElement().matches(line -> line.basis() == Basis.NAME);
        assertThat(LifeLines.of(rows.reversed())).isEqualTo(LifeLines.of(rows));
    }
}
