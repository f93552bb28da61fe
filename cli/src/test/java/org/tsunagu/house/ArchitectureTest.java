package org.tsunagu.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOptions(List.of(
                    new ImportOption.DoNotIncludeTests(), location -> !location.contains("/org/tsunagu/house/")))
            .importPackages("org.tsunagu");

    @Test
    void all_modules_of_the_house_are_looked_at() {
        for (var module : List.of(
                "codes",
                "checkupformat",
                "fhir",
                "claimsformat",
                "rules",
                "synthetic",
                "charts",
                "letters",
                "linkage",
                "measures",
                "statistics",
                "privacy",
                "cli")) {
            assertThat(CODE.stream().map(type -> type.getPackageName()))
                    .as(module)
                    .anyMatch(name -> name.startsWith("org.tsunagu." + module));
        }
    }

    @Test
    void libraries_know_no_framework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "org.hibernate..")
                .check(CODE);
    }

    @Test
    void only_the_command_line_prints_and_ends_the_program() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tsunagu.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CODE);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("org.tsunagu.(**)").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void rules_know_nothing_of_file_formats() {
        noClasses()
                .that()
                .resideInAPackage("org.tsunagu.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.tsunagu.checkupformat..", "org.tsunagu.synthetic..", "javax.xml..", "java.nio.file..")
                .because("a rule is a pure function over values and tables")
                .check(CODE);
    }

    @Test
    void only_the_calendar_looks_at_a_year() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tsunagu.codes.time..")
                .should()
                .callMethod(LocalDate.class, "getYear")
                .orShould()
                .callMethod(LocalDate.class, "of", int.class, int.class, int.class)
                .orShould()
                .callMethod(YearMonth.class, "getYear")
                .check(CODE);
    }

    @Test
    void nothing_is_random_without_a_seed() {
        noClasses()
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .check(CODE);
    }
}
