package org.tsunagu.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.cli.report.Documents.document;
import static org.tsunagu.cli.report.Documents.with;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;

class PrevalenceTest {

    static final FiscalYear YEAR = new FiscalYear(2025);

    @Test
    void ages_of_a_year_and_sex_add_up_to_all() {
        var prevalence = new Prevalence();
        Documents.many(1500).forEach(prevalence::add);

        for (var measure : Measure.values()) {
            for (var year : prevalence.years()) {
                long sum = 0;
                for (var sex : Sex.values()) {
                    for (var age : AgeGroup.values()) {
                        sum += total(prevalence.counts(measure, year, sex, age));
                    }
                }
                assertThat(sum)
                        .as("%s %s", measure, year)
                        .isPositive()
                        .isEqualTo(total(prevalence.counts(measure, year)));
            }
        }
    }

    @Test
    void each_judgement_falls_into_its_class() {
        var prevalence = new Prevalence();
        prevalence.add(document(1, with("waist", "92.0", "sbp", "145", "tg", "200")));
        prevalence.add(document(2, with("waist", "92.0", "sbp", "135")));
        prevalence.add(document(3, with("hba1c", "6.0", "ldl", "150")));
        prevalence.add(document(4, with("ldl", "")));

        assertThat(prevalence.counts(Measure.METABOLIC, YEAR)).containsExactly(1L, 1L, 2L, 0L);
        assertThat(prevalence.counts(Measure.LEVEL, YEAR)).containsExactly(1L, 1L, 2L, 0L);
        assertThat(prevalence.counts(Measure.BLOOD_PRESSURE, YEAR)).containsExactly(1L, 1L, 2L);
        assertThat(prevalence.counts(Measure.HBA1C, YEAR)).containsExactly(0L, 1L, 3L);
        assertThat(prevalence.counts(Measure.LDL, YEAR)).containsExactly(1L, 0L, 2L);
        assertThat(prevalence.counts(Measure.EGFR, YEAR)).containsExactly(0L, 0L, 4L);
    }

    @Test
    void returned_documents_and_people_outside_the_ages_are_not_counted() {
        var prevalence = new Prevalence();
        prevalence.add(with(document(1, Documents.healthy()), Status.REJECTED));
        prevalence.add(
                document(2, Sex.FEMALE, LocalDate.of(1995, 5, 5), LocalDate.of(2025, 6, 10), Documents.healthy()));

        assertThat(prevalence.years()).isEmpty();
    }

    @Test
    void a_year_that_has_only_begun_does_not_stand_for_the_ages() {
        var prevalence = new Prevalence();
        for (var i = 0; i < 30; i++) {
            prevalence.add(document(i, Documents.healthy()));
        }
        prevalence.add(document(40, Sex.MALE, LocalDate.of(1970, 5, 5), LocalDate.of(2026, 4, 3), Documents.healthy()));

        assertThat(prevalence.years()).hasSize(2);
        assertThat(prevalence.mainYear()).isEqualTo(YEAR);
    }

    @Test
    void every_chart_has_a_name_a_sentence_and_a_table() throws IOException {
        var report = new Report(new Run(Documents.TODAY, false));
        Documents.many(600).forEach(report::add);
        var html = ReportTest.html(report, Locale.JAPANESE);
        var section =
                html.substring(html.indexOf("<section id=\"prevalence\""), html.indexOf("<section id=\"definitions\""));

        var charts = count(section, "role=\"img\"");
        assertThat(charts).isEqualTo(16);
        assertThat(count(section, "<title id=")).isEqualTo(charts);
        assertThat(count(section, "<desc id=")).isEqualTo(charts);
        assertThat(count(section, "<details>")).isEqualTo(charts / 2);
        assertThat(count(section, "<caption")).isEqualTo(charts / 2);
        assertThat(section).contains("「基準該当」の割合が最も高いのは");
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private static long total(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
