package org.tsunagu.rules.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.rules.Cases;
import org.tsunagu.rules.ReasonTexts;

class ListCasesTest {

    private static final ListRules AS_SHIPPED = new ListRules(List.of());

    @ParameterizedTest(name = "{0}: {1} {2} = {3} ({6})")
    @CsvFileSource(resources = "lists.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases(String id, String list, String given, String outcome, String rows, String labels, String note) {
        var selection = AS_SHIPPED.on(list, Given.MONTH).select(Given.person(Cases.orEmpty(given)));

        assertThat(selection.outcome().word()).isEqualTo(outcome);
        assertThat(Cases.rows(selection.reasons())).containsAll(Cases.list(rows));
        assertThat(selection.labels().values().stream()
                        .map(reason -> reason.outcome())
                        .collect(Collectors.joining(",")))
                .contains(Cases.orEmpty(labels));
    }

    @ParameterizedTest(name = "{0} is explained in both languages")
    @CsvFileSource(resources = "lists.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void every_reason_has_a_sentence(
            String id, String list, String given, String outcome, String rows, String labels, String note) {
        var selection = AS_SHIPPED.on(list, Given.MONTH).select(Given.person(Cases.orEmpty(given)));
        for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            for (var reason : selection.reasons()) {
                assertThat(ReasonTexts.in(language).text(reason))
                        .as(reason.toString())
                        .isNotBlank()
                        .doesNotContain("{");
            }
        }
    }
}
