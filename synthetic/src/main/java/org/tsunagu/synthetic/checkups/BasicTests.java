package org.tsunagu.synthetic.checkups;

import java.time.LocalDate;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.PlanPeriod;

/// The basic tests everybody gets (基本的な健診の項目): body, blood pressure, blood and urine.
final class BasicTests {
    private static final int FASTING = 2;
    private static final int AFTER_MEAL = 3;
    private static final int FERTILE_UNTIL = 50;

    /// Which tests for glucose the person gets.
    record Glucose(boolean fpg, boolean hba1c, boolean fasting) {
        boolean casual() {
            return !fpg && !fasting;
        }
    }

    private BasicTests() {}

    static void body(Desk desk, Sheet sheet) {
        sheet.number("9N001000000000001", desk.text(Measure.HEIGHT));
        sheet.number("9N006000000000001", desk.text(Measure.WEIGHT));
        sheet.number("9N011000000000001", desk.text(Measure.BMI));
        var unmeasurable = desk.chance("unmeasurable_waist");
        var own = desk.chance("self_measured_waist");
        if (unmeasurable) {
            sheet.notMeasurable("9N016160100000001");
        } else {
            sheet.number(own ? "9N016160200000001" : "9N016160100000001", desk.text(Measure.WAIST));
        }
    }

    static void pressure(Desk desk, Sheet sheet) {
        // One reading is written as the first; the mean of two as "other", without the two themselves.
        var one = desk.chance("one_pressure");
        sheet.number(one ? "9A751000000000001" : "9A755000000000001", desk.text(Measure.SBP));
        sheet.number(one ? "9A761000000000001" : "9A765000000000001", desk.text(Measure.DBP));
    }

    static Glucose glucose(Desk desk) {
        var a = desk.assumptions();
        var u = desk.draw().uniform();
        var ate = desk.chance("hba1c_not_fasting");
        if (u < a.get("panel_both")) {
            return new Glucose(true, true, true);
        }
        if (u < a.get("panel_both") + a.get("panel_fpg")) {
            return new Glucose(true, false, true);
        }
        return new Glucose(false, true, u < a.get("panel_both") + a.get("panel_fpg") + a.get("panel_hba1c") && !ate);
    }

    static void blood(Desk desk, Sheet sheet, Glucose glucose) {
        sheet.code("9N141000000000011", glucose.fasting() ? FASTING : AFTER_MEAL);
        var casual = !glucose.fasting() && knowsCasual(desk.checkup().date());
        sheet.number(desk.blood(casual ? "tg_casual" : "tg"), desk.text(Measure.TG));
        sheet.number(desk.blood("hdl"), desk.text(Measure.HDL));
        ldl(desk, sheet, glucose.fasting());
        sheet.number(desk.blood("ast"), desk.text(Measure.AST));
        sheet.number(desk.blood("alt"), desk.text(Measure.ALT));
        sheet.number(desk.blood("ggt"), desk.text(Measure.GGT));
        if (glucose.fpg()) {
            sheet.number(desk.blood("fpg"), desk.text(Measure.FPG));
        }
        if (glucose.casual()) {
            sheet.number(desk.blood("cpg"), desk.text(Measure.CPG));
        }
        if (glucose.hba1c()) {
            sheet.number(desk.blood("hba1c"), desk.text(Measure.HBA1C));
        }
    }

    /// Triglycerides after a meal have items of their own only since the fourth period.
    private static boolean knowsCasual(LocalDate day) {
        return PlanPeriod.of(day).compareTo(PlanPeriod.FOURTH) >= 0;
    }

    private static void ldl(Desk desk, Sheet sheet, boolean fasting) {
        var unmeasurable = desk.chance("unmeasurable_ldl");
        if (!desk.institution().calculatesLdl()) {
            if (unmeasurable) {
                sheet.notMeasurable(desk.blood("ldl"));
            } else {
                sheet.number(desk.blood("ldl"), desk.text(Measure.LDL));
            }
        } else if (fasting && desk.get(Measure.TG) < desk.assumptions().get("friedewald_limit")) {
            sheet.number("3F077000002391901", desk.text(Measure.LDL));
        } else {
            var nonHdl = desk.get(Measure.LDL) + desk.assumptions().get("vldl_share") * desk.get(Measure.TG);
            sheet.number("3F069000002391901", Long.toString(StrictMath.round(nonHdl)));
        }
    }

    static void urine(Desk desk, Sheet sheet) {
        var reason = reasonForNoUrine(desk);
        for (var measure : new Measure[] {Measure.URINE_SUGAR, Measure.URINE_PROTEIN}) {
            if (reason > 0) {
                sheet.notPerformed(desk.urine(measure.key()));
            } else {
                sheet.code(desk.urine(measure.key()), (int) desk.get(measure));
            }
        }
        if (reason > 0) {
            desk.codes().add(reason);
        }
    }

    private static int reasonForNoUrine(Desk desk) {
        var period = desk.chance("no_urine_period");
        var kidney = desk.chance("no_urine_kidney");
        var other = desk.chance("no_urine_other");
        if (period && desk.checkup().sex() == Sex.FEMALE && desk.checkup().age() < FERTILE_UNTIL) {
            return 1;
        }
        return kidney ? 2 : other ? MissingReason.OTHER : 0;
    }
}
