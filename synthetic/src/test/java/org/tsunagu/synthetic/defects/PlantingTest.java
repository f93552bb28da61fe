package org.tsunagu.synthetic.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;

class PlantingTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @Test
    void every_kind_of_the_catalogue_can_be_planted_and_nothing_else() {
        var kinds = new ArrayList<String>();
        CATALOGUE.ofDocuments().forEach(defect -> kinds.add(defect.id()));
        CATALOGUE.ofArchives().forEach(defect -> kinds.add(defect.id()));
        assertThat(new Planting(1, 0.1, "99999997").known()).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(kinds).hasSizeGreaterThan(60);
    }

    @Test
    void every_check_of_the_catalogue_is_one_of_the_reception_checks() {
        var all = new ArrayList<>(CATALOGUE.ofDocuments());
        all.addAll(CATALOGUE.ofArchives());
        for (var defect : all) {
            assertThat(CheckupCatalogue.shipped().severity(defect.check()))
                    .as(defect.id())
                    .isNotNull();
            defect.also()
                    .forEach(check -> assertThat(CheckupCatalogue.shipped().severity(check))
                            .as(check)
                            .isNotNull());
        }
    }

    @Test
    void a_missed_defect_lowers_recall_and_a_stray_finding_precision() {
        var unit = CATALOGUE.find("UNIT").orElseThrow();
        var count = CATALOGUE.find("A-COUNT").orElseThrow();
        var planted = List.of(
                new Planted("a.zip", "r/DATA/h1.xml", "", unit),
                new Planted("a.zip", "r/DATA/h2.xml", "", unit),
                new Planted("b.zip", "", "", count));
        var findings = List.of(
                new DefectScore.Finding("some/folder/a.zip", "r/DATA/h1.xml", "CHK-ITM-005"),
                new DefectScore.Finding("some/folder/a.zip", "r/DATA/h1.xml", "CHK-ITM-005"),
                new DefectScore.Finding("some/folder/a.zip", "r/DATA/h3.xml", "CHK-ITM-005"),
                new DefectScore.Finding("b.zip", "r/ix08_V08.xml", "CHK-ARC-010"),
                new DefectScore.Finding("b.zip", "", "CHK-ARC-009"));
        var score = DefectScore.of(planted, findings);
        assertThat(score.recall()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(score.precision()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(score.missed()).containsExactly(planted.get(1));
        assertThat(score.wrong()).hasSize(1);
        assertThat(score.kinds().get("UNIT").recall()).isEqualTo(0.5);
    }
}
