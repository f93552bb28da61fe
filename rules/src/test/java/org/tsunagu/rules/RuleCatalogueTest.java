package org.tsunagu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {

    private static final RuleCatalogue CATALOGUE = RuleCatalogue.shipped();

    @Test
    void an_item_code_finds_its_variable_and_every_rule_about_it() {
        assertThat(tables("9N016160100000001"))
                .contains(
                        "value/variables",
                        "stratification/steps",
                        "metabolic/items",
                        "band/thresholds",
                        "completeness/completion");
        assertThat(rows("9N016160100000001", "stratification/steps")).containsExactly("WAIST-M", "WAIST-F");
    }

    @Test
    void a_row_key_finds_the_row_in_every_table_that_has_it() {
        assertThat(rows("waist-m", "stratification/steps")).containsExactly("WAIST-M");
        assertThat(rows("WAIST-M", "metabolic/items")).containsExactly("WAIST-M");
    }

    @Test
    void a_table_before_the_key_finds_that_row_alone() {
        assertThat(CATALOGUE.find("stratification/steps:WAIST-M")).hasSize(1);
        assertThat(rows("stratification/steps:WAIST-M", "stratification/steps")).containsExactly("WAIST-M");
    }

    @Test
    void predicates_classes_and_settings_are_found_by_name() {
        assertThat(rows("glucose_risk", "stratification/steps"))
                .containsExactly("FPG", "HBA1C-JDS", "HBA1C-NGSP", "GLUCOSE-CASUAL");
        assertThat(rows("GL_T_GOOD", "feedback/texts")).containsExactly("GL_T_GOOD");
        assertThat(tables("missing_policy")).containsExactly("settings");
        assertThat(tables("R6-a")).contains("stratification/departures");
    }

    @Test
    void an_unknown_name_finds_nothing() {
        assertThat(CATALOGUE.find("9Z999999999999999")).isEmpty();
        assertThat(CATALOGUE.find("")).isEmpty();
    }

    @Test
    void every_table_of_the_module_is_in_the_catalogue() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".tsv")).count())
                    .isEqualTo(CATALOGUE.tables().size());
        }
    }

    @Test
    void no_number_of_the_state_stands_in_the_code() throws IOException {
        var year = Pattern.compile("\\b(19|20)\\d\\d\\b");
        var number = Pattern.compile("(?<![\\w.\"])[3-9]\\b|(?<![\\w.\"])\\d{2,}\\b|\\d\\.\\d*[1-9]");
        for (var line : code()) {
            assertThat(line).doesNotContainPattern(year).doesNotContainPattern(number);
        }
    }

    private static List<String> code() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(RuleCatalogueTest::lines)
                    .map(line -> line.replaceAll("//.*", "").replaceAll("\"[^\"]*\"", "\"\""))
                    .toList();
        }
    }

    private static java.util.stream.Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> tables(String name) {
        return CATALOGUE.find(name).stream().map(RuleCatalogue.Entry::table).toList();
    }

    private static List<String> rows(String name, String table) {
        return CATALOGUE.find(name).stream()
                .filter(entry -> entry.table().equals(table))
                .flatMap(entry -> entry.rows().stream())
                .map(row -> row.key())
                .toList();
    }
}
