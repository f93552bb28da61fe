package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.evaluation;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.planning.PastRates;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.app.reporting.Totals;
import org.tsunagu.codes.time.FiscalYear;

/// The guidance rate of a year before, as the plan shows it.
@ExtendWith(Office.Extension.class)
class GuidanceRateTest {

    private static final FiscalYear YEAR = new FiscalYear(2022);

    @Test
    void the_plan_takes_the_rate_from_the_report_and_leaves_out_years_without_guidance(Office office) {
        var world = GuidanceWorld.of(office);
        world.take(world.begun(16, "2022", "2"), evaluation("2022-09-20", "90.3", "76.3"));
        world.checkup(19, "2022-06-20", "1", "95.0", "80.0");
        world.checkup(19, "2021-07-20", "1", "95.0", "80.0");
        var reports = office.bean(Reports.class);
        for (var year : List.of(2021, 2022)) {
            world.as(() -> reports.count(new FiscalYear(year)));
        }
        office.waitForJobs(world.insurer());
        var report = world.as(() -> reports.current(YEAR)).orElseThrow();

        var rates = world.as(() -> office.bean(Totals.class).all(report.id()));
        var reported = Objects.requireNonNull(rates.get("GUIDANCE_RATE"));
        var past = world.as(
                () -> office.bean(PastRates.class).guidance(new FiscalYear(2023), List.of(new PastRates.Ages(40, 74))));

        assertThat(past.keySet()).containsExactly(YEAR);
        var all = past.get(YEAR).getFirst().all();
        assertThat(all.numerator() + " of " + all.denominator())
                .isEqualTo("1 of 2")
                .isEqualTo(reported.numerator() + " of " + reported.denominator());
        assertThat(PastRates.Line.shown(all)).isEqualTo("50.0");
    }
}
