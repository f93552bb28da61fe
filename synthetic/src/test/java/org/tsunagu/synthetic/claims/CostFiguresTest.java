package org.tsunagu.synthetic.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.Progress;
import org.tsunagu.synthetic.SyntheticInsurer;

/// Number and cost of claims of a society a fifth of the published size, beside those of source 003.
class CostFiguresTest {

    @TempDir
    static Path folder;

    static Tally tally;
    static List<CostFigures.Figure> figures;

    @BeforeAll
    static void make() throws IOException {
        var options = Options.standard(folder).sized(6000, 2023, 2024);
        tally = new SyntheticInsurer()
                .claims(options, folder, 24, Progress.SILENT)
                .tally();
        figures = new CostFigures(tally).all();
    }

    @Test
    void the_cost_a_head_and_the_claims_of_the_common_diseases_are_within_their_tolerance() {
        assertThat(figures)
                .filteredOn(
                        figure -> figure.band() < 0 && List.of(0, 1, 2, 3, 14).contains(figure.disease()))
                .hasSize(9)
                .allSatisfy(figure ->
                        assertThat(figure.passes()).as(figure.toString()).isTrue());
    }

    @Test
    void nine_of_ten_cells_are_within_their_tolerance() {
        var cells = figures.stream().filter(figure -> figure.band() >= 0).toList();

        assertThat(cells).hasSize(2 * 14 * 8);
        assertThat(cells.stream().filter(CostFigures.Figure::passes).count()).isGreaterThan(cells.size() * 9L / 10);
    }

    @Test
    void every_kind_of_claim_is_there_and_children_have_no_lifestyle_disease() {
        assertThat(List.of(Kind.MEDICAL, Kind.DPC, Kind.DENTAL, Kind.DISPENSING))
                .allSatisfy(kind -> assertThat(tally.claims(kind)).isPositive());
        for (var disease = 1; disease <= 14; disease++) {
            assertThat(tally.receipts(disease, 0)).isZero();
        }
        assertThat(tally.mealYen()).isPositive();
    }
}
