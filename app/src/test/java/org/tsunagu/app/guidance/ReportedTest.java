package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.guidance.Recording.Outcome;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.app.tickets.Exclusions;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.eligibility.Exclusion;
import org.tsunagu.rules.guidance.Trigger;

/// What guidance and exclusions give in the statutory report: finished, begun, not begun, no target at all.
@ExtendWith(Office.Extension.class)
class ReportedTest {

    private record Counted(boolean inDenominator, List<String> below, List<String> above, List<String> gaps) {}

    private static Counted counted(Office office, GuidanceWorld world, int number) {
        var reports = office.bean(Reports.class);
        var year = new FiscalYear(2025);
        world.as(() -> reports.count(year));
        office.waitForJobs(world.insurer());
        var report = world.as(() -> reports.current(year)).orElseThrow().id();
        var member = world.member(number).value();
        var gaps = office.everything()
                .queryForList(
                        "select gap || ' ' || detail || ' ' || indicator from reporting.gap where report_id = ?"
                                + " and member_id = ? order by seq",
                        String.class,
                        report,
                        member);
        return office.everything()
                .queryForObject(
                        "select in_denominator, below, above from reporting.person where report_id = ? and member_id = ?",
                        (row, n) -> new Counted(
                                row.getBoolean(1),
                                List.of((String[]) row.getArray(2).getArray()),
                                List.of((String[]) row.getArray(3).getArray()),
                                gaps),
                        report,
                        member);
    }

    @Test
    void a_finished_course_counts_for_its_rate_a_begun_one_for_the_rate_of_use(Office office) {
        var world = GuidanceWorld.of(office);
        world.take(world.begun(17, "2025", "2"), evaluation("2025-09-20", "90.3", "76.3"));
        world.begun(18, "2025", "1");
        world.checkup(19, "2025-05-20", "2", "92.3", "78.4");

        assertThat(counted(office, world, 17).above()).contains("GUIDANCE_RATE", "USE_RATE");
        var begun = counted(office, world, 18);
        assertThat(begun.below()).contains("GUIDANCE_RATE", "USE_RATE");
        assertThat(begun.above()).contains("USE_RATE").doesNotContain("GUIDANCE_RATE");
        assertThat(begun.gaps()).contains("GUIDANCE_UNFINISHED [\"INITIAL_DONE\"] GUIDANCE_RATE");
        var waiting = counted(office, world, 19);
        assertThat(waiting.below()).contains("GUIDANCE_RATE");
        assertThat(waiting.above()).doesNotContain("USE_RATE");
        assertThat(waiting.gaps()).contains("NOT_GUIDED [] GUIDANCE_RATE");
        var nurse = new Visitor(office);
        nurse.logIn(GuidanceWorld.NUMBER + "-nurse", Office.PASSWORD);
        assertThat(nurse.get("/reports/2025/gaps?gap=GUIDANCE_UNFINISHED").body())
                .contains("初回面接完了・計画作成");
    }

    @Test
    void whether_people_who_started_a_drug_leave_is_the_choice_of_the_insurer(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(16, "2025", "1");
        var start = GuidanceWorld.on(Trigger.START_DRUG, "2025-07-01");
        assertThat(world.record(course, start)).as("not chosen").isInstanceOf(Outcome.Refused.class);

        choose(office, world, true);
        try {
            world.take(course, start);
            assertThat(counted(office, world, 16).below())
                    .doesNotContain("GUIDANCE_RATE")
                    .contains("USE_RATE");
        } finally {
            choose(office, world, false);
        }
        assertThat(counted(office, world, 16).below()).contains("GUIDANCE_RATE");
    }

    private static void choose(Office office, GuidanceWorld world, boolean areDropped) {
        world.as(() -> {
            office.bean(DrugStarters.class).choose(areDropped, "第4期の取扱い");
            return "";
        });
    }

    @Test
    void who_is_excluded_with_evidence_leaves_the_denominator_until_it_is_withdrawn(Office office) {
        var world = GuidanceWorld.of(office);
        world.checkup(20, "2025-05-20", "2", "92.3", "78.4");
        assertThat(counted(office, world, 20).inDenominator()).isTrue();
        var exclusions = office.bean(Exclusions.class);
        var member = world.member(20);

        var exclusion = new Exclusion("HOSPITAL_6M", LocalDate.parse("2025-04-01"), Optional.empty());
        world.as(() -> {
            exclusions.add(member, exclusion, "入院証明書", "");
            return "";
        });

        var excluded = counted(office, world, 20);
        assertThat(excluded.inDenominator()).isFalse();
        assertThat(excluded.below()).doesNotContain("CHECKUP_RATE", "GUIDANCE_RATE");

        world.as(() -> exclusions.withdraw(exclusions.of(member).getFirst().id(), "誤り"));
        assertThat(counted(office, world, 20).inDenominator()).isTrue();
    }
}
