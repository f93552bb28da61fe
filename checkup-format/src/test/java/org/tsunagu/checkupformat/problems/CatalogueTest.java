package org.tsunagu.checkupformat.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The catalogue, the code and the sentences say the same.
class CatalogueTest {

    static final Pattern ID = Pattern.compile("\"((?:CHK|XML|ARCHIVE|SCHEMA|CSV)-[A-Z0-9-]+)\"");
    static final Pattern CHECK_CELL = Pattern.compile("\\t(CHK-[A-Z]{3}-[0-9]{3})\\t");
    static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    static final Set<String> PLACEHOLDERS =
            Set.of("actual", "expected", "item", "code", "date", "reason", "file", "line");
    static final Path SOURCES = Path.of("src/main/java");

    static Set<String> raised(Path folder) throws IOException {
        var ids = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file);
                var isCode = file.toString().endsWith(".java");
                if (isCode || file.endsWith("one-of-groups.tsv")) {
                    (isCode ? ID : CHECK_CELL).matcher(text).results().forEach(found -> ids.add(found.group(1)));
                }
            }
        }
        return ids;
    }

    static Set<String> notYet() throws IOException {
        try (var in = CatalogueTest.class.getResourceAsStream("not-yet.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .peek(cells -> assertThat(cells).as(cells[0]).hasSize(2))
                    .map(cells -> cells[0])
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static Properties sentences(String name) throws IOException {
        var sentences = new Properties();
        try (InputStream in = CheckupCatalogue.class.getResourceAsStream(name)) {
            sentences.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
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
    void every_check_is_raised_somewhere_or_says_why_not_yet() throws IOException {
        var known = new TreeSet<>(raised(SOURCES));
        known.addAll(notYet());

        assertThat(CheckupCatalogue.shipped().ids()).allMatch(known::contains);
    }

    @Test
    void nothing_is_both_raised_and_not_yet() throws IOException {
        assertThat(raised(SOURCES)).doesNotContainAnyElementsOf(notYet());
        assertThat(CheckupCatalogue.shipped().ids()).containsAll(notYet());
    }

    @Test
    void every_check_of_this_package_has_a_case_that_fires_and_one_that_does_not() throws IOException {
        var raised = raised(SOURCES.resolve("org/tsunagu/checkupformat/problems"));
        var cases = Cases.all();

        assertThat(raised).hasSizeGreaterThan(80);
        for (var id : raised) {
            assertThat(cases).as(id + " fires").anyMatch(row -> row.about().equals(id) && row.fires());
            assertThat(cases)
                    .as(id + " keeps quiet")
                    .anyMatch(row -> row.about().equals(id) && !row.fires());
        }
    }

    @Test
    void both_languages_have_a_sentence_for_every_check_and_no_other() throws IOException {
        var ids = new TreeSet<>(CheckupCatalogue.shipped().ids());

        assertThat(sentences("problems.properties").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(sentences("problems_en.properties").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void both_languages_use_known_placeholders_only() throws IOException {
        for (var name : List.of("problems.properties", "problems_en.properties")) {
            var sentences = sentences(name);
            for (var id : sentences.stringPropertyNames()) {
                assertThat(PLACEHOLDERS).as(id).containsAll(placeholders(sentences.getProperty(id)));
            }
        }
    }

    @Test
    void both_languages_say_the_same_with_the_same_placeholders() throws IOException {
        var japanese = sentences("problems.properties");
        var english = sentences("problems_en.properties");

        for (var id : CheckupCatalogue.shipped().ids()) {
            assertThat(placeholders(english.getProperty(id))).as(id).isEqualTo(placeholders(japanese.getProperty(id)));
        }
    }
}
