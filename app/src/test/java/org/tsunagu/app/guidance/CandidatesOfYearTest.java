package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.codes.time.FiscalYear;

/// Guidance is offered for the result that the report counts.
@ExtendWith(Office.Extension.class)
class CandidatesOfYearTest {

    private static final String NUMBER = "99600066";
    private static final FiscalYear YEAR = new FiscalYear(2024);

    private static void complete(Office office, GuidanceWorld world, long checkup, boolean isComplete) {
        office.everything()
                .update(
                        "insert into checkups.decision (insurer_id, member_id, checkup_id, question, value, kind,"
                                + " certainty, reasons, missing, rule_set) select insurer_id, member_id, id, 'COMPLETE', ?,"
                                + " 'CERTAIN', 'source', '[]', '[]', 'test' from checkups.checkup where id = ?",
                        Boolean.toString(isComplete),
                        checkup);
    }

    private static Optional<Long> candidate(Office office, GuidanceWorld world, int number) {
        return world.as(() -> office.bean(Candidates.class).of(YEAR)).stream()
                .filter(line -> line.member().id().equals(world.member(number)))
                .map(line -> line.judged().checkupId())
                .findFirst();
    }

    private static List<Long> reported(Office office, GuidanceWorld world, int number) {
        world.as(() -> office.bean(Reports.class).count(YEAR));
        office.waitForJobs(world.insurer());
        return office.everything()
                .queryForList(
                        "select checkup_id from reporting.person p join reporting.report r on r.id = p.report_id"
                                + " where r.insurer_id = ? and p.member_id = ?",
                        Long.class,
                        world.insurer().id().value(),
                        world.member(number).value());
    }

    @Test
    void a_later_result_that_is_not_complete_changes_neither_report_nor_candidate(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var first = world.checkup(1, "2024-05-20", "1", "92.3", "78.4");
        complete(office, world, first, true);
        var later = world.checkup(1, "2024-09-20", "3", "92.3", "78.4");
        complete(office, world, later, false);

        assertThat(candidate(office, world, 1)).contains(first);
        assertThat(reported(office, world, 1)).containsExactly(first);
    }

    @Test
    void of_two_complete_results_the_later_one_is_the_one_of_the_year(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        complete(office, world, world.checkup(2, "2024-05-20", "3", "80.0", "60.0"), true);
        var later = world.checkup(2, "2024-09-20", "2", "92.3", "78.4");
        complete(office, world, later, true);

        assertThat(candidate(office, world, 2)).contains(later);
        assertThat(reported(office, world, 2)).containsExactly(later);
    }

    @Test
    void without_a_complete_one_it_is_the_latest(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        world.checkup(3, "2024-05-20", "1", "92.3", "78.4");
        var later = world.checkup(3, "2024-09-20", "2", "92.3", "78.4");

        assertThat(candidate(office, world, 3)).contains(later);
        assertThat(reported(office, world, 3)).containsExactly(later);
    }
}
