package org.tsunagu.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
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
