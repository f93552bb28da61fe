package org.tsunagu.synthetic.realism;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.text.Messages;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.checkups.Checkups;
import org.tsunagu.synthetic.checkups.Marginals;
import org.tsunagu.synthetic.checkups.Shares;
import org.tsunagu.synthetic.checkups.Sheets;
import org.tsunagu.synthetic.people.Attendance;
import org.tsunagu.synthetic.world.World;

/// The gates a, b, d, f, h and i of the statistics specification 16.5, on 1,000 people of each year of age and sex.
class RealismTest {
    private static final int PEOPLE = 1_000;
    private static final FiscalYear YEAR = new FiscalYear(2021);
    private static final Shares SHARES = Shares.shipped();
    private static final Realism REALISM = sample();

    private static Realism sample() {
        var world = World.shipped();
        var sheets = new Sheets(5, world, SHARES);
        var checkups = new Checkups(5, YEAR, new Attendance(5, YEAR, "003", world), sheets, SHARES);
        var realism = new Realism(SHARES, new Marginals(SHARES));
        var id = 0L;
        for (var sex : Sex.values()) {
            for (var age = 40; age <= 74; age++) {
                for (var i = 0; i < PEOPLE; i++) {
                    id++;
                    var birth = LocalDate.of(2022 - age, 1, 15);
                    var now = checkups.of(id, sex, birth, LocalDate.of(2021, 10, 1));
                    realism.add(
                            now,
                            sheets.write(now, world.institutions().get(i % 12)).outcome());
                    if (i % 5 == 0) {
                        realism.addPair(now, checkups.of(id, sex, birth, LocalDate.of(2022, 10, 1)));
                    }
                }
            }
        }
        return realism;
    }

    @Test
    void every_published_category_share_is_met_within_one_point_and_chance_in_every_class() {
        for (var cell : REALISM.cells()) {
            // Creatinine is not drawn from its own table: it follows from eGFR, see the next test.
            if (!cell.table().equals("creatinine")) {
                assertThat(StrictMath.abs(cell.points()))
                        .as("%s: published %.4f, ours %.4f", cell, cell.published(), cell.synthetic())
                        .isLessThanOrEqualTo(1 + cell.chance());
            }
        }
    }

    @Test
    void creatinine_that_follows_from_egfr_is_within_three_points_and_chance() {
        for (var cell : REALISM.cells()) {
            if (cell.table().equals("creatinine")) {
                assertThat(StrictMath.abs(cell.points())).as("%s", cell).isLessThanOrEqualTo(3 + cell.chance());
            }
        }
    }

    @Test
    void joint_figures_that_were_not_drawn_are_within_their_tolerance() {
        for (var figure : new Figures().of(REALISM)) {
            assertThat(figure.passes())
                    .as("%s: published %.3f, ours %.3f", figure.id(), figure.published(), figure.synthetic())
                    .isTrue();
        }
    }

    @Test
    void nobody_has_an_impossible_value() {
        assertThat(REALISM.implausible()).isZero();
    }

    @Test
    void adding_up_parts_gives_the_same_cells_as_counting_at_once() {
        var sum = new Realism(SHARES, new Marginals(SHARES));
        sum.add(REALISM);
        assertThat(sum.cells()).isEqualTo(REALISM.cells());
        assertThat(sum.people()).isEqualTo(REALISM.people());
    }

    @Test
    void the_page_is_complete_in_both_languages_and_names_its_source() {
        var html = new RealismReport(REALISM, Optional.empty()).html();
        assertThat(html)
                .contains("人工データ", "第9回NDBオープンデータ", "Artificial data", "lang=\"en\"")
                .doesNotContain("http://", "https://", "<script");
        assertThat(new RealismReport(REALISM, Optional.empty()).worst()).hasSize(10);
        assertThat(new RealismReport(REALISM, Optional.empty()).csv().lines().count())
                .isEqualTo(
                        1L + new Figures().of(REALISM).size() + REALISM.cells().size());
    }

    @Test
    void both_languages_have_the_same_messages() {
        var ja = Messages.read("ja", RealismReport.class.getResourceAsStream("realism.properties"));
        var en = Messages.read("en", RealismReport.class.getResourceAsStream("realism_en.properties"));
        assertThat(ja.keys()).isEqualTo(en.keys());
    }
}
