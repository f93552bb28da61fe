package org.tsunagu.rules.stratification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.Cases;

class LevelCasesTest {

    @ParameterizedTest(name = "{0}: {4} = {5} ({9})")
    @CsvFileSource(resources = "levels.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(
            String id,
            String sex,
            int age,
            String examination,
            String given,
            String level,
            String documented,
            String missing,
            String certainty,
            String note) {
        var judgement = Cases.judge(sex, age, examination, Cases.healthyWith(given));

        assertThat(judgement.level().value().code()).isEqualTo(Cases.orEmpty(level));
        assertThat(judgement.documentedLevel().value().code()).isEqualTo(Cases.orEmpty(documented));
        assertThat(judgement.level().missingThatMatter()).isEqualTo(Cases.list(missing));
        assertThat(judgement.level().certain()).isEqualTo(judgement.level().value() != Level.UNDETERMINED);
        assertThat(judgement.level().certainty()).isGreaterThanOrEqualTo(Certainty.of(certainty));
    }
}
