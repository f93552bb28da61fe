package org.tsunagu.rules.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.stratification.Level;

class CompletionCasesTest {

    private static final GuidanceTables TABLES = new GuidanceTables(List.of());
    private static final Completion COMPLETION = new Completion(TABLES);

    @ParameterizedTest(name = "{0}: {4} ({6})")
    @CsvFileSource(resources = "completion.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(
            String id,
            LocalDate checkup,
            CourseKind kind,
            String facts,
            boolean finished,
            String missing,
            String note) {
        var decision = COMPLETION.decide(checkup, kind, Script.facts(facts));

        assertThat(decision.value()).isEqualTo(finished);
        assertThat(Cases.rows(unmet(decision.reasons())))
                .isEqualTo(Script.words(missing, " ").toList());
    }

    @Test
    void every_row_of_the_table_is_a_case() {
        var cases = Script.firstCells("completion.cases.tsv");

        assertThat(TABLES.get("completion").rows().stream().map(row -> row.key()))
                .allMatch(key -> cases.stream().anyMatch(id -> key.startsWith(id) || id.startsWith(key)));
    }

    @Test
    void a_fact_that_is_not_known_leaves_the_decision_open_and_is_named() {
        var decision = COMPLETION.decide(
                LocalDate.of(2024, 5, 1),
                CourseKind.ACTIVE,
                Script.facts("points_total=200,outcome_evaluated=yes,first_interview_done=yes"));

        assertThat(decision.value()).isFalse();
        assertThat(decision.certain()).isFalse();
        assertThat(decision.missingThatMatter()).containsExactly("months_plan_to_evaluation");
    }

    @ParameterizedTest(name = "{0}: {4} ({6})")
    @CsvFileSource(resources = "repeat.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void repeat(String id, LocalDate checkup, String first, String second, String decided, String rows, String note) {
        var decision = new RepeatRule(TABLES).decide(checkup, year(first), year(second));

        assertThat(decision.value()).isEqualTo(decided.equals("true"));
        assertThat(decision.certain()).isEqualTo(!decided.equals("unknown"));
        assertThat(Cases.rows(decision.reasons()))
                .isEqualTo(Script.words(rows, " ").toList());
    }

    private static RepeatRule.Year year(String cell) {
        var words = cell.split(" ");
        var numbers = Stream.of(words)
                .skip(2)
                .map(word -> word.equals("-") ? Optional.<BigDecimal>empty() : Optional.of(new BigDecimal(word)))
                .toList();
        return new RepeatRule.Year(
                Level.of(words[0]), words[1].equals("finished"), numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private static List<Reason> unmet(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.code() != ReasonCode.CONDITION_MET)
                .toList();
    }
}
