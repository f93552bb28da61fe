package org.tsunagu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.cli.Cli;

class DocumentsTest {

    /// A row with its table, and further rows of that table behind a comma.
    static final Pattern ROWS = Pattern.compile("`([a-z][a-z0-9/-]*):([A-Za-z0-9_-]+)`((?:, `[A-Z0-9][A-Z0-9_-]*`)*)");

    static final Pattern KEY = Pattern.compile("`([^`]+)`");

    static final Pattern WHERE_IS = Pattern.compile("^\\|[^|]+\\| `([^`]+)` \\| `([^`]+)` \\|$", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ja.md"})
    void every_row_of_where_is_names_a_file_that_holds_the_words(String readme) {
        var rows = WHERE_IS.matcher(House.read(House.ROOT.resolve(readme)));
        var count = 0;
        while (rows.find()) {
            count++;
            var file = House.ROOT.resolve(rows.group(1));
            assertThat(file).exists();
            assertThat(House.read(file)).as(rows.group(1)).contains(rows.group(2));
        }
        assertThat(count).isGreaterThan(7);
    }

    @Test
    void every_system_of_the_sources_has_a_test_or_says_not_yet() {
        var lines = House.read(House.ROOT.resolve("docs/coverage.tsv"))
                .lines()
                .skip(1)
                .toList();

        assertThat(lines).hasSizeGreaterThan(35);
        for (var line : lines) {
            var cells = List.of(line.split("\t", -1));
            assertThat(cells).as(line).hasSize(6);
            if (cells.get(5).equals("done")) {
                assertThat(House.ROOT.resolve(cells.get(4))).as(line).exists();
            } else {
                assertThat(cells.get(5)).as(line).isEqualTo("not yet");
            }
        }
    }

    @Test
    void every_row_that_the_interpretations_name_is_found() {
        var names = new LinkedHashSet<String>();
        var rows = ROWS.matcher(House.read(House.ROOT.resolve("docs/interpretations.md")));
        while (rows.find()) {
            names.add(rows.group(1) + ":" + rows.group(2));
            KEY.matcher(rows.group(3)).results().forEach(key -> names.add(rows.group(1) + ":" + key.group(1)));
        }

        assertThat(names).hasSizeGreaterThan(150);
        assertThat(names.stream().filter(name -> !isFound(name))).isEmpty();
    }

    /// By `explain`, or where the document says that the tables lie which the command line does not have.
    private static boolean isFound(String name) {
        var table = name.substring(0, name.indexOf(':'));
        for (var place : List.of("app", "privacy", "statistics")) {
            var file = House.ROOT.resolve("%1$s/src/main/java/org/tsunagu/%1$s/%2$s.tsv".formatted(place, table));
            if (Files.exists(file)) {
                return House.read(file).contains("\n" + name.substring(name.indexOf(':') + 1) + "\t");
            }
        }
        return Cli.run("explain", name).status() == 0;
    }

    @Test
    void every_table_has_the_five_columns_and_a_known_certainty() {
        for (var module : House.mainFolders()) {
            for (var file : House.files(House.ROOT.resolve(module).resolve("src/main/java"), ".tsv")) {
                var lines = House.read(file).lines().toList();
                var head = List.of(lines.getFirst().split("\t", -1));
                assertThat(head)
                        .as(file.toString())
                        .startsWith("row")
                        .contains("effective_from", "effective_to", "certainty", "source");
                var certainty = head.indexOf("certainty");
                assertThat(lines.stream().skip(1).map(line -> line.split("\t", -1)[certainty]))
                        .as(file.toString())
                        .isNotEmpty()
                        .allMatch(List.of("source", "derived", "unconfirmed", "conflict")::contains);
            }
        }
    }

    @Test
    void no_sentence_in_japanese_stands_in_main_java_code() {
        var literal = Pattern.compile("\"[^\"\\n]*[ぁ-ん]{2}[^\"\\n]*\"");
        for (var module : House.mainFolders()) {
            for (var file : House.files(House.ROOT.resolve(module).resolve("src/main/java"), ".java")) {
                var code = House.read(file).replaceAll("(?m)^\\s*//.*$", "");
                assertThat(literal.matcher(code).find()).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    void no_file_names_a_place_of_one_machine() {
        var place = Pattern.compile("/(?:home|root|tmp|work)/[a-z]");
        for (var module : House.mainFolders()) {
            for (var file : House.files(House.ROOT.resolve(module).resolve("src"), ".java")) {
                assertThat(place.matcher(House.read(file)).find())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void the_official_schemas_are_not_in_the_project() {
        assertThat(House.files(House.ROOT.resolve("checkup-format"), ".xsd")).isEmpty();
        assertThat(Files.exists(House.ROOT.resolve("LICENSE"))).isTrue();
    }
}
