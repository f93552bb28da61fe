package org.tsunagu.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.codes.time.FiscalYear;

class WordingTest {

    static final Messages JAPANESE = messages("report.properties");
    static final Messages ENGLISH = messages("report_en.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Pattern KEY =
            Pattern.compile("\"((?:read|today|defects|prevalence|definitions|page|column)\\.[A-Za-z.]+[A-Za-z])\"");

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(ENGLISH.keys()).isEqualTo(JAPANESE.keys());
        assertThat(JAPANESE.keys()).hasSizeGreaterThan(150);
    }

    @Test
    void both_languages_use_the_same_placeholders() {
        for (var key : JAPANESE.keys()) {
            // Dates are written from different parts, the era is a letter in English.
            if (!List.of("date", "era", "month", "fiscalYear").contains(key)) {
                assertThat(placeholders(ENGLISH.text(key))).as(key).isEqualTo(placeholders(JAPANESE.text(key)));
            }
        }
    }

    @Test
    void every_sentence_the_code_asks_for_is_there() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/tsunagu/cli/report"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var code = Files.readString(file, StandardCharsets.UTF_8);
                KEY.matcher(code)
                        .results()
                        .map(found -> found.group(1))
                        .forEach(key ->
                                assertThat(JAPANESE.keys()).as(file.toString()).contains(key));
            }
        }
    }

    @Test
    void no_japanese_sentence_stands_in_the_code() throws IOException {
        var literal = Pattern.compile("\"[^\"\\n]*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][^\"\\n]*\"");
        try (var files = Files.walk(Path.of("src/main/java/org/tsunagu/cli/report"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var code = Files.readString(file, StandardCharsets.UTF_8).replace("\"月\"", "");
                assertThat(literal.matcher(code).results().map(found -> found.group()))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void dates_stand_in_the_western_calendar_and_in_the_era() {
        var japanese = Wording.in(Locale.JAPANESE);
        var english = Wording.in(Locale.ENGLISH);

        assertThat(japanese.date(LocalDate.of(2019, 5, 1))).isEqualTo("2019-05-01（令和元年5月1日）");
        assertThat(japanese.month(YearMonth.of(2026, 3))).isEqualTo("2026-03（令和8年3月）");
        assertThat(japanese.year(new FiscalYear(2019))).isEqualTo("2019年度（令和元年度）");
        assertThat(english.date(LocalDate.of(2019, 5, 1))).isEqualTo("2019-05-01 (R1.5.1)");
        assertThat(english.month(YearMonth.of(2026, 3))).isEqualTo("2026-03 (R8.3)");
        assertThat(english.year(new FiscalYear(2019))).isEqualTo("FY2019 (2019-04-01 to 2020-03-31)");
    }

    private static TreeSet<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Messages messages(String file) {
        return Messages.read(file, WordingTest.class.getResourceAsStream("/messages/" + file));
    }
}
