package org.tsunagu.rules.legal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The comparison of the source: which provisions to ask for information there were, and which there are.
class MatrixTest {

    @Test
    void the_matrix_is_that_of_the_source_before_and_after() {
        assertThat(Matrix.cells(Grounds.shipped()))
                .extracting(cell -> "%s %s %s -> %s"
                        .formatted(
                                cell.line(),
                                cell.party(),
                                cell.before().mark(),
                                cell.after().mark()))
                .containsExactly(
                        "MEDICAL_INFORMATION INSURER HELD -> HELD",
                        "MEDICAL_INFORMATION KENPOREN NONE -> LAW",
                        "MEDICAL_INFORMATION KOKUHOREN NONE -> LAW",
                        "EMPLOYER_CHECKUP_40 INSURER LAW -> LAW",
                        "EMPLOYER_CHECKUP_40 KENPOREN NONE -> LAW",
                        "EMPLOYER_CHECKUP_40 KOKUHOREN NONE -> LAW",
                        "EMPLOYER_CHECKUP_UNDER_40 INSURER NONE -> LAW",
                        "EMPLOYER_CHECKUP_UNDER_40 KENPOREN NONE -> LAW",
                        "EMPLOYER_CHECKUP_UNDER_40 KOKUHOREN NONE -> LAW");
    }

    @Test
    void every_cell_leads_to_the_row_that_it_rests_on() {
        var cells = Matrix.cells(Grounds.shipped());

        assertThat(cells.getLast().after().answer().ground().map(Ground::key)).contains("L08");
        assertThat(cells.stream().filter(Matrix.Cell::isChanged)).hasSize(7);
    }
}
