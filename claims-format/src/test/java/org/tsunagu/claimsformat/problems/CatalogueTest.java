package org.tsunagu.claimsformat.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The catalogue, the code, the tests and the sentences say the same.
class CatalogueTest {

    static final Pattern ID = Pattern.compile("CLM-[A-Z-]+[A-Z]");
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    static Set<String> named(String folder) throws IOException {
        var ids = new TreeSet<String>();
        try (var files = Files.walk(Path.of(folder))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("checks.tsv")) {
                    ID.matcher(Files.readString(file)).results().forEach(found -> ids.add(found.group()));
                }
            }
        }
        return ids;
    }

    static Properties sentences(String name) throws IOException {
        var sentences = new Properties();
        try (var in = ClaimCatalogue.class.getResourceAsStream(name)) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return sentences;
    }

    static Set<String> placeholders(String sentence) {
        return PLACEHOLDER
                .matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void every_check_is_reported_somewhere_and_every_reported_one_is_in_the_catalogue() throws IOException {
        assertThat(named("src/main/java"))
                .containsExactlyInAnyOrderElementsOf(ClaimCatalogue.shipped().ids());
    }

    @Test
    void every_check_has_a_test() throws IOException {
        assertThat(named("src/test/java")).containsAll(ClaimCatalogue.shipped().ids());
    }

    @Test
    void every_check_has_a_sentence_in_both_languages_with_the_same_placeholders() throws IOException {
        var japanese = sentences("problems.properties");
        var english = sentences("problems_en.properties");

        assertThat(japanese.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(ClaimCatalogue.shipped().ids());
        assertThat(english.stringPropertyNames()).isEqualTo(japanese.stringPropertyNames());
        for (var id : japanese.stringPropertyNames()) {
            assertThat(placeholders(english.getProperty(id))).as(id).isEqualTo(placeholders(japanese.getProperty(id)));
            assertThat(english.getProperty(id)).as(id).doesNotContainPattern("[\\p{IsHiragana}\\p{IsHan}]");
        }
    }
}
