package org.tsunagu.checkupformat.problems;

/// Whether blood was taken at the right time (採血時間のチェック): CHK-ITM-015 to 018. One wrong time is one finding for the
/// fasting tests, one for casual glucose and one for casual triglycerides, however many methods were used.
final class SamplingTime {

    private static final String FASTING = "2";
    private static final String CASUAL = "3";
    private static final String JUST_EATEN = "4";

    private final ItemMaster master;
    private final int time;
    private final int[] fastingGlucose;
    private final int[] fastingTriglycerides;
    private final int[] casualGlucose;
    private final int[] casualTriglycerides;

    SamplingTime(ItemMaster master) {
        this.master = master;
        this.time = master.family("sampling_time")[0];
        this.fastingGlucose = master.family("fasting_glucose");
        this.fastingTriglycerides = master.family("fasting_triglycerides");
        this.casualGlucose = master.family("casual_glucose");
        this.casualTriglycerides = master.family("casual_triglycerides");
    }

    void check(Checkup checkup) {
        var results = checkup.results();
        var written = results.text(time);
        // Without a time only the specific checkup is at fault: its rule demands one for these items.
        if (results.isSpoiled(time) || (written.isEmpty() && !checkup.isSpecific())) {
            return;
        }
        if (checkup.isFourthPeriod()) {
            var glucose = results.firstValue(fastingGlucose);
            var fasting = glucose >= 0 ? glucose : results.firstValue(fastingTriglycerides);
            demand("CHK-ITM-015", fasting, written, FASTING, checkup);
            demand("CHK-ITM-016", results.firstValue(casualGlucose), written, CASUAL, checkup);
            demand("CHK-ITM-017", results.firstValue(casualTriglycerides), written, CASUAL, checkup);
        } else if (written.equals(JUST_EATEN)) {
            demand("CHK-ITM-018", results.firstValue(casualGlucose), written, CASUAL, checkup);
        }
    }

    private void demand(String check, int test, String written, String demanded, Checkup checkup) {
        if (test >= 0 && !written.equals(demanded)) {
            checkup.report(check, master.item(test), "actual", Shape.orDash(written));
        }
    }
}
