package org.tsunagu.synthetic.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.world.World;

class RegisterTest {
    private static final Profile SOCIETY = Profile.of("003");
    private static final FiscalYear FIRST = new FiscalYear(2019);
    private static final Register REGISTER = Register.make(1, SOCIETY, FIRST, new FiscalYear(2025), World.shipped());

    @Test
    void the_published_table_of_37286_members_holds_cell_for_cell_on_every_first_of_april() {
        for (var year = 2019; year <= 2025; year++) {
            var day = LocalDate.of(year, 4, 1);
            var here =
                    REGISTER.members().stream().filter(m -> m.isInsuredOn(day)).toList();
            assertThat(here).hasSize(37_286);
            for (var cell : SOCIETY.cells()) {
                assertThat(here.stream().filter(m -> cell.holds(m.sex(), Dates.age(m.birth(), day))))
                        .as("%s on %s", cell, day)
                        .hasSize(cell.count());
            }
        }
    }

    @Test
    void the_published_kinds_hold_on_the_first_day() {
        var day = FIRST.firstDay();
        var kinds = REGISTER.members().stream()
                .filter(m -> m.isInsuredOn(day))
                .collect(Collectors.groupingBy(Member::kind, Collectors.counting()));
        assertThat(kinds)
                .containsEntry(Kind.FIRST, 8_971L)
                .containsEntry(Kind.SECOND, 13_485L)
                .containsEntry(Kind.FAMILY, 14_830L);
    }

    @Test
    void the_members_of_40_to_74_have_the_published_kinds() {
        var day = FIRST.firstDay();
        var kinds = REGISTER.members().stream()
                .filter(m -> m.isInsuredOn(day))
                .filter(m -> Dates.age(m.birth(), day) >= 40)
                .collect(Collectors.groupingBy(Member::kind, Collectors.counting()));
        assertThat(kinds)
                .containsEntry(Kind.FIRST, 7_463L)
                .containsEntry(Kind.SECOND, 7_663L)
                .containsEntry(Kind.FAMILY, 5_383L);
    }

    @Test
    void dependants_are_insured_only_while_their_insured_person_is() {
        var heads = REGISTER.members().stream()
                .filter(m -> m.branch().equals("00"))
                .collect(Collectors.toMap(m -> m.household().id(), m -> m));
        for (var member : REGISTER.members()) {
            var head = heads.get(member.household().id());
            assertThat(head).isNotNull();
            assertThat(member.from()).isAfterOrEqualTo(head.from());
            assertThat(member.to()).isBeforeOrEqualTo(head.to());
            assertThat(member.household().surname()).isEqualTo(head.household().surname());
        }
    }

    @Test
    void no_two_members_share_symbol_number_and_branch() {
        var keys = new HashSet<String>();
        for (var m : REGISTER.members()) {
            assertThat(keys.add(m.household().symbol() + m.household().number() + m.branch()))
                    .isTrue();
        }
    }

    @Test
    void everybody_leaves_before_the_75th_birthday_and_after_joining() {
        for (var m : REGISTER.members()) {
            assertThat(m.from()).isAfterOrEqualTo(m.birth()).isBeforeOrEqualTo(m.to());
            if (!m.to().equals(Member.STILL_INSURED)) {
                assertThat(m.to()).isBefore(m.birth().plusYears(75));
            } else {
                assertThat(m.birth().plusYears(75)).isAfter(LocalDate.of(2026, 4, 1));
            }
        }
    }

    @Test
    void spouses_and_children_have_fitting_ages_mostly() {
        var heads = REGISTER.members().stream()
                .filter(m -> m.branch().equals("00"))
                .collect(Collectors.toMap(m -> m.household().id(), m -> m));
        var family = REGISTER.members().stream()
                .filter(m -> m.relation() == Relation.CHILD)
                .toList();
        var fitting = family.stream()
                .filter(m -> {
                    var head = heads.get(m.household().id());
                    var gap = Dates.age(head.birth(), m.birth());
                    return gap >= 18 && gap <= 50;
                })
                .count();
        assertThat(fitting).isGreaterThan(family.size() * 9L / 10);
    }

    @Test
    void kana_names_are_full_width_katakana_of_at_most_40_bytes() {
        for (var m : REGISTER.members()) {
            assertThat(Widths.isKatakanaName(m.name().kana())).isTrue();
            assertThat(Widths.bytes(m.name().kana())).isLessThanOrEqualTo(40);
        }
    }

    @Test
    void the_same_seed_gives_the_same_register_and_another_seed_another() {
        var again = Register.make(1, SOCIETY.scaledTo(2_000), FIRST, new FiscalYear(2021), World.shipped());
        var same = Register.make(1, SOCIETY.scaledTo(2_000), FIRST, new FiscalYear(2021), World.shipped());
        var other = Register.make(2, SOCIETY.scaledTo(2_000), FIRST, new FiscalYear(2021), World.shipped());
        assertThat(same).isEqualTo(again).isNotEqualTo(other);
    }

    @Test
    void a_tiny_insurer_has_exactly_the_members_asked_for() {
        for (var people : new int[] {1, 2, 7, 100}) {
            var small = Register.make(3, SOCIETY.scaledTo(people), FIRST, new FiscalYear(2020), World.shipped());
            assertThat(small.members().stream().filter(m -> m.isInsuredOn(LocalDate.of(2020, 4, 1))))
                    .hasSize(people);
        }
    }

    @Test
    void an_unknown_profile_is_refused_with_the_names_there_are() {
        assertThatThrownBy(() -> Profile.of("004")).hasMessageContaining("003").hasMessageContaining("model");
    }

    @Test
    void about_the_published_share_goes_to_the_checkup() {
        var attendance = new Attendance(1, FIRST, "003", World.shipped());
        for (var sex : Sex.values()) {
            var expected = 0.0;
            var came = 0L;
            for (var m : REGISTER.members()) {
                for (var y = 2019; y <= 2025; y++) {
                    var year = new FiscalYear(y);
                    var age = year.ageOf(m.birth());
                    var whole = m.isInsuredOn(year.firstDay()) && m.isInsuredOn(year.lastDay());
                    if (m.sex() == sex && whole && age >= 40 && age <= 74) {
                        expected += attendance.rate(sex, age, year);
                        came += attendance.visit(m, year).isPresent() ? 1 : 0;
                    }
                }
            }
            assertThat(came / expected).isBetween(0.96, 1.04);
        }
    }

    @Test
    void mostly_the_same_people_go_again_the_next_year() {
        var attendance = new Attendance(1, FIRST, "003", World.shipped());
        var both = 0;
        var before = 0;
        for (var m : REGISTER.members()) {
            if (m.to().equals(Member.STILL_INSURED)
                    && attendance.visit(m, new FiscalYear(2023)).isPresent()) {
                before++;
                both += attendance.visit(m, new FiscalYear(2024)).isPresent() ? 1 : 0;
            }
        }
        assertThat((double) both / before).isBetween(0.6, 0.9);
    }
}
