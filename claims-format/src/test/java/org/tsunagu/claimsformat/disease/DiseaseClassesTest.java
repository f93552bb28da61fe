package org.tsunagu.claimsformat.disease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Correction;

class DiseaseClassesTest {

    static final DiseaseClasses OF_121 = DiseaseClasses.of121(List.of());
    static final DiseaseClasses OF_119 = DiseaseClasses.of119(List.of());
    static final LifestyleDiseases FOURTEEN = new LifestyleDiseases(List.of());
    static final FederationList TEN = new FederationList(List.of());
    static final SmallClasses SMALL = new SmallClasses(List.of());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(
            resources = "classes.cases.tsv",
            delimiter = '\t',
            numLinesToSkip = 1,
            emptyValue = "",
            nullValues = "none")
    void cases(String id, String icd, String in121, String in119, String in14, String in10, String note) {
        var code = text(icd);

        assertThat(OF_121.find(code).map(Group::code).orElse("")).isEqualTo(text(in121));
        assertThat(OF_119.find(code).map(Group::code).orElse("")).isEqualTo(text(in119));
        assertThat(FOURTEEN.find(code).map(Group::code).orElse("")).isEqualTo(text(in14));
        assertThat(TEN.ofDisease(code).stream().map(Group::code).collect(Collectors.joining(",")))
                .isEqualTo(text(in10));
    }

    private static String text(String cell) {
        return Optional.ofNullable(cell).orElse("");
    }

    @ParameterizedTest(name = "{0}: {1}, dialysis {2}")
    @CsvFileSource(resources = "kdb82.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases_of_the_small_classes(String id, String icd, boolean dialysis, String priority, String note) {
        assertThat(SMALL.find(icd, dialysis).map(Group::code).orElse("")).isEqualTo(text(priority));
    }

    @Test
    void the_lists_have_121_119_14_82_and_10_rows_of_their_own() {
        assertThat(OF_121.groups()).as("120 classes, six of 21xx, two of 22xx").hasSize(128);
        assertThat(OF_119.groups()).as("one fewer: dyslipidaemia").hasSize(127);
        assertThat(FOURTEEN.groups()).hasSize(14);
        assertThat(SMALL.groups()).hasSize(82);
        assertThat(TEN.groups()).hasSize(10);
    }

    @Test
    void no_code_fits_two_classes_equally_well() {
        for (var letter = 'A'; letter <= 'Z'; letter++) {
            for (var number = 0; number < 1000; number++) {
                var icd = "%c%03d".formatted(letter, number);
                assertThat(OF_121.ties(icd)).as(icd).isLessThan(2);
                assertThat(OF_119.ties(icd)).as(icd).isLessThan(2);
            }
        }
    }

    @Test
    void the_fourteen_groups_do_not_overlap() {
        for (var letter = 'A'; letter <= 'Z'; letter++) {
            for (var number = 0; number < 1000; number++) {
                var icd = "%c%03d".formatted(letter, number);
                var small = SMALL.find(icd, false);
                assertThat(FOURTEEN.find(icd).isPresent() && small.isEmpty())
                        .as(icd)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"I10", "C16", "N185", "H360"})
    void every_small_class_carries_its_mark(String icd) {
        assertThat(SMALL.find(icd, true).orElseThrow().certainty()).isEqualTo(Certainty.UNCONFIRMED);
        assertThat(SMALL.groups()).allMatch(group -> group.certainty() == Certainty.UNCONFIRMED);
    }

    @Test
    void the_list_of_a_day_is_that_of_its_time() {
        assertThat(DiseaseClasses.on(LocalDate.parse("2019-03-31"), List.of()).find("K649"))
                .map(Group::code)
                .contains("0910");
        assertThat(DiseaseClasses.on(LocalDate.parse("2019-04-01"), List.of()).find("K649"))
                .map(Group::code)
                .contains("1106");
    }

    @Test
    void a_corrected_range_changes_the_class_without_a_release() {
        var other = new Correction("disease/icd10-class121", "C121-1106", "icd10", "K64,I84");

        assertThat(DiseaseClasses.of121(List.of(other)).find("I841"))
                .map(Group::code)
                .contains("1106");
    }

    @Test
    void the_dialysis_row_of_the_federation_is_a_section_of_acts() {
        assertThat(TEN.ofActSection("J038")).extracting(Group::code).containsExactly("10");
        assertThat(TEN.ofDisease("J038")).isEmpty();
    }

    @Test
    void a_range_of_unequal_ends_is_a_broken_table() {
        assertThatThrownBy(() -> IcdRanges.of("A00-A091")).hasMessageContaining("A00-A091");
        assertThatThrownBy(() -> IcdRanges.of("B10-A09")).hasMessageContaining("B10-A09");
    }
}
