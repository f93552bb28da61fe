package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;

/// Nobody takes a list out without saying what for.
@ExtendWith(Office.Extension.class)
class PurposeTest {

    @ParameterizedTest
    @CsvSource({"'', ''", "'', 会議", "NOTHING, 会議", "OTHER, ' '"})
    void without_a_purpose_nothing_goes_out(String purpose, String words, Office office) {
        office.insurer("99000036");
        var visitor = new Visitor(office);
        visitor.logIn("99000036-nurse", Office.PASSWORD);

        var answer = visitor.post("/tasks/export", "purpose", purpose, "purposeWords", words);

        assertThat(answer.body()).contains("書き出す目的を選んでください").doesNotContain("task_id,kind");
    }

    @Test
    void the_purpose_stands_in_the_ledger_in_the_readers_language(Office office) {
        office.insurer("99000036");
        var visitor = new Visitor(office);
        visitor.logIn("99000036-nurse", Office.PASSWORD);

        var file = visitor.post("/tasks/export", "purpose", "MEETING", "purposeWords", "11月の会議");

        assertThat(file.body()).contains("task_id,kind");
        var auditor = new Visitor(office);
        auditor.logIn("99000036-auditor", Office.PASSWORD);
        assertThat(auditor.get("/audit?kind=EXPORT").body()).contains("会議・事例の検討: 11月の会議");
        assertThat(Purpose.shown("MEETING: x", Locale.ENGLISH)).isEqualTo("Meeting, discussion of cases: x");
        assertThat(Purpose.shown("free words of former days", Locale.ENGLISH)).isEqualTo("free words of former days");
    }

    @Test
    void every_purpose_has_a_name_in_both_languages() {
        assertThat(Purpose.all()).hasSizeGreaterThan(3).allSatisfy(purpose -> {
            assertThat(purpose.japanese()).isNotBlank();
            assertThat(purpose.english()).isNotBlank();
        });
    }
}
