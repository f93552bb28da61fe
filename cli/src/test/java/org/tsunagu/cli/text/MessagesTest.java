package org.tsunagu.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.text.Messages;

class MessagesTest {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");
    static final Messages JAPANESE = read(Language.JAPANESE);
    static final Messages ENGLISH = read(Language.ENGLISH);

    static Messages read(Language language) {
        var file = language.file("cli");
        return Messages.read(file, MessagesTest.class.getResourceAsStream(file));
    }

    @Test
    void both_languages_have_the_same_sentences() {
        assertThat(ENGLISH.keys()).containsExactlyInAnyOrderElementsOf(JAPANESE.keys());
    }

    @Test
    void a_sentence_has_the_same_placeholders_in_both_languages() {
        for (var key : JAPANESE.keys()) {
            assertThat(placeholders(ENGLISH, key)).as(key).isEqualTo(placeholders(JAPANESE, key));
        }
    }

    @Test
    void no_english_sentence_holds_japanese() {
        for (var key : ENGLISH.keys()) {
            assertThat(ENGLISH.text(key)).as(key).doesNotContainPattern("[\\p{IsHiragana}\\p{IsHan}]");
        }
    }

    private static Set<String> placeholders(Messages messages, String key) {
        return new TreeSet<>(PLACEHOLDER
                .matcher(messages.text(key))
                .results()
                .map(found -> found.group())
                .toList());
    }
}
