package org.tsunagu.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The rooms and doors of the application.
class HouseTest {

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.tsunagu.app");

    @Test
    void application_modules_use_only_the_modules_they_name() {
        ApplicationModules.of(TsunaguApplication.class).verify();
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.tsunagu.app.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void only_the_calendar_looks_at_a_year() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "getYear")
                .orShould()
                .callMethod(LocalDate.class, "of", int.class, int.class, int.class)
                .orShould()
                .callMethod(YearMonth.class, "getYear")
                .check(CODE);
    }

    @Test
    void the_clock_is_given_never_read() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .check(CODE);
    }

    /// Words of SQL that PostgreSQL 15, the oldest that is promised, does not know.
    private static final Pattern YOUNGER = Pattern.compile(
            "\\breturning\\s+(with\\b|old\\.|new\\.)|, (old|new)\\.[a-z_]+|\\b(any_value|uuidv[47]|json_table|json_exists"
                    + "|json_query|json_value|json_scalar|json_serialize|json_arrayagg|json_objectagg|array_sample"
                    + "|array_shuffle|array_sort|array_reverse|random_normal|date_add|date_subtract|pg_input_is_valid"
                    + "|casefold|merge_action|to_bin|to_oct|erf|gamma|crc32|xmltext)\\s*\\("
                    + "|\\)\\s*virtual\\b|without overlaps|not enforced|when not matched by source|is json\\b|set expression"
                    + "|error_on_null|on_error",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SQL =
            Pattern.compile("\\b(select|insert|update|delete|returning|with)\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void sql_uses_nothing_younger_than_the_oldest_database() throws IOException {
        try (var java = Files.walk(Path.of("src/main/java"));
                var sql = Files.walk(Path.of("src/main/resources/db"))) {
            var lines = Stream.concat(
                            java.filter(file -> file.toString().endsWith(".java")),
                            sql.filter(file -> file.toString().endsWith(".sql")))
                    .flatMap(HouseTest::younger);
            assertThat(lines).isEmpty();
        }
        assertThat(YOUNGER.matcher("set a = 1 returning new.id, old.due due_before")
                        .find())
                .isTrue();
    }

    private static Stream<String> younger(Path file) {
        try {
            var isJava = file.toString().endsWith(".java");
            return Files.readAllLines(file).stream()
                    .filter(line ->
                            !isJava || line.contains("\"") && SQL.matcher(line).find())
                    .filter(line -> YOUNGER.matcher(line).find())
                    .map(line -> file.getFileName() + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It takes a second and more to load: the server starts without it.
    @Test
    void nothing_here_touches_the_fhir_library_itself() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn.fhir..", "org.hl7.fhir..")
                .check(CODE);
    }

    @Test
    void every_module_with_tables_is_migrated() throws IOException {
        try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Database.MODULES);
        }
    }
}
