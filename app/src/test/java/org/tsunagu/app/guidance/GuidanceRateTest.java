package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.evaluation;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.planning.PastRates;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.app.reporting.Totals;
import org.tsunagu.codes.time.FiscalYear;

/// What guidance did, as the statutory report and the plan count it.
@ExtendWith(Office.Extension.class)
class GuidanceRateTest {

    private static final FiscalYear YEAR = new FiscalYear(2022);

    @Test
    void courses_are_counted_once_and_the_plan_takes_the_rate_from_the_report(Office office) {
        var world = GuidanceWorld.of(office);
        var course = world.begun(16, "2022", "2");
        world.take(course, evaluation("2022-09-20", "90.3", "76.3"));
        world.checkup(17, "2022-06-20", "1", "95.0", "80.0");
        office.everything()
                .update(
                        "insert into checkups.decision (insurer_id, member_id, checkup_id, question, value, kind, certainty,"
                                + " reasons, missing, rule_set) select insurer_id, member_id, id, 'COMPLETE', 'true',"
                                + " 'CERTAIN', 'source', '[]', '[]', 'test' from checkups.checkup"
                                + " where insurer_id = ? and fiscal_year = 2022",
                        world.insurer().id().value());

        world.as(() -> office.bean(Reports.class).count(YEAR));
        office.waitForJobs(world.insurer());

        var report = world.as(() -> office.bean(Reports.class).current(YEAR)).orElseThrow();
        var rates = world.as(() -> office.bean(Totals.class).all(report.id()));
        for (var rate : List.of("GUIDANCE_RATE", "USE_RATE")) {
            assertThat(rates.get(rate).numerator() + " of " + rates.get(rate).denominator())
                    .as(rate)
                    .isEqualTo("1 of 2");
        }
        assertThat(office.bean(Totals.class).definitions(YEAR, rates))
                .extracting(Totals.Definition::key)
                .contains("GUIDANCE_RATE", "USE_RATE");
        var past = world.as(
                () -> office.bean(PastRates.class).guidance(new FiscalYear(2023), List.of(new PastRates.Ages(40, 49))));
        assertThat(past.keySet()).containsExactly(YEAR);
        assertThat(PastRates.Line.shown(past.get(YEAR).getFirst().all())).isEqualTo("50.0");
    }
}
