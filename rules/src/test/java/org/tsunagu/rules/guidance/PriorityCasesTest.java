package org.tsunagu.rules.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.rules.ReasonTexts;
import org.tsunagu.rules.guidance.PriorityChoice.Method;
import org.tsunagu.rules.stratification.Level;

class PriorityCasesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final Priority PRIORITY = new Priority(new GuidanceTables(List.of()));

    @ParameterizedTest(name = "{0}: {3} ({4})")
    @CsvFileSource(resources = "prioritisation.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(String id, String given, String criterion, BigDecimal score, String note) {
        var ranked = PRIORITY.rank(DAY, List.of(candidate("a", given)), PriorityChoice.SHIPPED)
                .getFirst();
        var part = ranked.parts().stream()
                .filter(candidate -> candidate.criterion().equals(criterion))
                .findFirst()
                .orElseThrow();

        assertThat(part.score()).isEqualByComparingTo(score);
        assertThat(part.reason().basis().row()).isEqualTo(criterion);
        assertThat(ReasonTexts.in(Locale.JAPAN).text(part.reason())).endsWith(score.signum() > 0 ? "：該当" : "：該当しない");
        assertThat(ranked.parts()).hasSize(5);
    }

    @Test
    void the_sum_decides_and_its_parts_are_shown() {
        var ranked = rank(
                PriorityChoice.SHIPPED,
                candidate("old", "65 2 - - - -"),
                candidate("young", "41 2 - - - -"),
                candidate("worse", "65 1 2:no worse 5 no"));

        assertThat(keys(ranked)).containsExactly("worse", "young", "old");
        assertThat(ranked.getFirst().place()).isEqualTo(1);
        assertThat(ranked.getFirst().leading()).isEqualTo("イ");
        assertThat(ranked.getFirst().total().doubleValue()).isBetween(4.28, 4.29);
        assertThat(ranked.get(1).leading()).isEqualTo("ア");
    }

    @Test
    void the_insurer_may_let_the_criteria_decide_in_an_order_of_its_own() {
        var young = candidate("young", "41 1 - - - -");
        var notGuided = candidate("not-guided", "70 2 2:no - - -");
        var choice = new PriorityChoice(Method.IN_ORDER, List.of("エ", "ア"), Map.of());

        assertThat(keys(rank(choice, young, notGuided))).containsExactly("not-guided", "young");
        assertThat(keys(rank(new PriorityChoice(Method.IN_ORDER, List.of(), Map.of()), young, notGuided)))
                .containsExactly("young", "not-guided");
        assertThat(rank(choice, young).getFirst().parts())
                .extracting(Ranked.Part::criterion)
                .containsExactly("エ", "ア", "イ", "ウ", "オ");
    }

    @Test
    void the_insurer_may_weigh_the_criteria_otherwise() {
        var noYouth = new PriorityChoice(Method.SUM, List.of(), Map.of("ア", BigDecimal.ZERO, "オ", BigDecimal.TWO));

        assertThat(keys(rank(noYouth, candidate("young", "41 1 - - 5 -"), candidate("calm", "70 1 - - - no"))))
                .containsExactly("calm", "young");
    }

    @Test
    void equals_are_ordered_by_the_criteria_then_younger_first_then_by_key() {
        assertThat(keys(rank(
                        new PriorityChoice(Method.SUM, List.of(), Map.of("ア", BigDecimal.ZERO)),
                        candidate("d", "50 1 - - - no"),
                        candidate("c", "51 1 - - 5 -"),
                        candidate("b", "50 1 - - 5 -"),
                        candidate("a", "50 1 - - 5 -"))))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void the_order_does_not_depend_on_the_order_of_the_input() {
        var people = List.of(
                candidate("a", "50 1 - - 2 -"),
                candidate("b", "64 1 2:no worse - no"),
                candidate("c", "44 2 - - 1 yes"));

        assertThat(keys(PRIORITY.rank(DAY, people.reversed(), PriorityChoice.SHIPPED)))
                .isEqualTo(keys(PRIORITY.rank(DAY, people, PriorityChoice.SHIPPED)));
    }

    @Test
    void a_criterion_that_is_not_there_is_refused() {
        var choice = new PriorityChoice(Method.SUM, List.of("カ"), Map.of());

        assertThatThrownBy(() -> rank(choice, candidate("a", "50 1 - - - -"))).hasMessageContaining("カ");
    }

    private static List<Ranked> rank(PriorityChoice choice, Candidate... candidates) {
        return PRIORITY.rank(DAY, List.of(candidates), choice);
    }

    private static List<String> keys(List<Ranked> ranked) {
        return ranked.stream().map(one -> one.candidate().key()).toList();
    }

    /// `age level last-year worse answers caution`, a `-` for what is not known.
    private static Candidate candidate(String key, String given) {
        var words = given.split(" ");
        var last = words[2].split(":");
        return new Candidate(
                key,
                Integer.parseInt(words[0]),
                Level.of(words[1]),
                words[2].equals("-")
                        ? Optional.empty()
                        : Optional.of(new Candidate.LastYear(Level.of(last[0]), last[1].equals("started"))),
                words[3].equals("-") ? Optional.empty() : Optional.of(words[3].equals("worse")),
                words[4].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(words[4])),
                words[5].equals("-") ? Optional.empty() : Optional.of(words[5].equals("yes")));
    }
}
