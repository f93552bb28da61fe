package org.tsunagu.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.text.Messages;

class LetterTextsTest {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
    static final Messages JAPANESE = Messages.read("ja", LetterTexts.class.getResourceAsStream("letters.properties"));
    static final Messages ENGLISH = Messages.read("en", LetterTexts.class.getResourceAsStream("letters_en.properties"));

    @Test
    void both_languages_have_the_same_sentences_with_the_same_placeholders() {
        assertThat(ENGLISH.keys()).containsExactlyInAnyOrderElementsOf(JAPANESE.keys());
        for (var key : JAPANESE.keys()) {
            assertThat(placeholders(ENGLISH.text(key))).as(key).isEqualTo(placeholders(JAPANESE.text(key)));
        }
    }

    @Test
    void no_english_sentence_holds_japanese_but_the_address() {
        for (var key : ENGLISH.keys()) {
            if (!key.startsWith("address.")) {
                assertThat(ENGLISH.text(key)).as(key).doesNotContainPattern("[\\p{IsHiragana}\\p{IsHan}]");
            }
        }
    }

    @Test
    void dates_are_written_as_the_reader_counts() {
        var day = LocalDate.parse("2019-05-01");

        assertThat(LetterTexts.in(Locale.JAPANESE).date(day)).isEqualTo("令和元年5月1日");
        assertThat(LetterTexts.in(Locale.ENGLISH).date(day)).isEqualTo("1 May 2019");
    }

    private static java.util.Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(java.util.stream.Collectors.toSet());
    }
}
