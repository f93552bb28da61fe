package org.tsunagu.rules.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsunagu.rules.condition.Truth;

/// People into whose histories something was planted (仕込んだ受診歴): each list finds all of them and nobody else.
class PlantedListsTest {

    private static final int PEOPLE = 1500;
    private static final ListRules RULES = new ListRules(List.of());

    private record Planted(String words, boolean isOn) {}

    /// Recall and precision, and that everybody is somewhere at every step.
    private static void check(String key, List<Planted> people) {
        var list = RULES.on(key, Given.MONTH);
        var funnel = new Funnel(list.steps().size());
        var hits = 0;
        var found = 0;
        var planted = 0;
        for (var person : people) {
            var selection = list.select(Given.person(person.words()));
            funnel.add(selection);
            var isFound = selection.outcome() == Truth.TRUE;
            assertThat(isFound).as(person.words()).isEqualTo(person.isOn());
            hits += isFound && person.isOn() ? 1 : 0;
            found += isFound ? 1 : 0;
            planted += person.isOn() ? 1 : 0;
        }
        assertThat(planted).as(key).isBetween(PEOPLE / 20, PEOPLE * 19 / 20);
        assertThat((double) hits / planted).as("recall").isEqualTo(1.0);
        assertThat((double) hits / found).as("precision").isEqualTo(1.0);
        var fell = 0L;
        for (var level : funnel.levels()) {
            fell += level.fell();
            assertThat(level.held() + level.open() + fell).isEqualTo(PEOPLE);
        }
        assertThat(funnel.levels().getLast().held()).isEqualTo(found);
    }

    @Test
    void those_who_stopped_are_found_and_nobody_else() {
        var random = new SplittableRandom(1);
        var people = new ArrayList<Planted>();
        for (var i = 0; i < PEOPLE; i++) {
            var words = new StringBuilder();
            var day = LocalDate.of(2024, 10, 1).plusDays(random.nextInt(60));
            var count = 1 + random.nextInt(22);
            var months = 0;
            var last = day;
            for (var n = 0; n < count && day.isBefore(LocalDate.of(2026, 10, 1)); n++) {
                words.append(" rx:DM:").append(day).append(":30");
                last = day.plusDays(29);
                // Never earlier than the last supply ends, so that nothing is carried forward.
                day = day.plusDays(31 + random.nextInt(4));
                months++;
            }
            var gap = last.isBefore(LocalDate.of(2026, 9, 30))
                    ? last.datesUntil(LocalDate.of(2026, 9, 30)).count()
                    : 0;
            var noise = random.nextInt(5);
            words.append(noise == 0 ? " rx:HT:2026-09-02:30" : noise == 1 ? " dx:I10:2026-09" : "");
            var isSeen = random.nextInt(4) == 0 && last.isBefore(LocalDate.of(2026, 9, 1));
            words.append(isSeen ? " dx:E11:2026-09" : "");
            people.add(new Planted(words.toString(), months >= 2 && gap >= 90 && !isSeen));
        }
        check("STOPPED-DM", people);
    }

    @Test
    void the_untreated_are_found_and_nobody_else() {
        var random = new SplittableRandom(2);
        var people = new ArrayList<Planted>();
        for (var i = 0; i < PEOPLE; i++) {
            var sbp = 125 + random.nextInt(30);
            var day = LocalDate.of(2025, 5, 1).plusDays(random.nextInt(300));
            var drug = random.nextInt(3) == 0;
            var seen = random.nextInt(3) == 0;
            var words = "@%s sbp=%d dbp=70 med_bp=%d%s%s"
                    .formatted(
                            day,
                            sbp,
                            drug ? 1 : 2,
                            seen ? " dx:I10:2026-0" + (3 + random.nextInt(6)) : "",
                            random.nextBoolean() ? " dx:E78:2026-05 dx:I10:2025-01" : "");
            people.add(new Planted(words, sbp >= 140 && !drug && !seen));
        }
        check("UNTREATED-BP", people);
    }

    @Test
    void those_with_the_same_drug_twice_are_found_and_nobody_else() {
        var random = new SplittableRandom(3);
        var people = new ArrayList<Planted>();
        for (var i = 0; i < PEOPLE; i++) {
            var first = LocalDate.of(2026, 7, 1).plusDays(random.nextInt(28));
            var days = 14 + random.nextInt(30);
            var second = first.plusDays(random.nextInt(35));
            var isSame = random.nextBoolean();
            var isOther = random.nextBoolean();
            var words = "rx:LIP:%s:%d:1:A rx:LIP:%s:28:%d:%s"
                    .formatted(first, days, second, isSame ? 1 : 2, isOther ? "B" : "A");
            var end = first.plusDays(days - 1L).isBefore(second.plusDays(27))
                    ? first.plusDays(days - 1L)
                    : second.plusDays(27);
            var overlap = end.isBefore(second)
                    ? 0
                    : second.datesUntil(end.plusDays(1)).count();
            people.add(new Planted(words, isSame && isOther && overlap >= 7));
        }
        check("DUPLICATE-DRUGS", people);
    }

    @Test
    void the_unknown_of_75_and_over_are_found_and_nobody_else() {
        var random = new SplittableRandom(4);
        var people = new ArrayList<Planted>();
        for (var i = 0; i < PEOPLE; i++) {
            var age = 70 + random.nextInt(20);
            var checkup = random.nextInt(3);
            var care = random.nextInt(3);
            var words = "age=%d%s%s%s"
                    .formatted(
                            age,
                            checkup == 0 ? " @2025-06-10 sbp=120" : checkup == 1 ? " @2024-06-10 sbp=120" : "",
                            care == 0 ? " den:2025-02" : care == 1 ? " den:2024-02" : "",
                            random.nextInt(4) == 0 ? " certified" : "");
            var isOn = age >= 75 && checkup != 0 && care != 0 && !words.contains("certified");
            people.add(new Planted(words, isOn));
        }
        check("S10-UNKNOWN", people);
    }
}
