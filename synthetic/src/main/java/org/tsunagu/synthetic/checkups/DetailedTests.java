package org.tsunagu.synthetic.checkups;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Tests that the doctor adds or the insurer orders for all (詳細な健診の項目), each a series with target person and
/// reason. The criteria are those of `spec/rules` detailed_items, periods 3 and 4.
final class DetailedTests {
    private static final int NOT_DETAILED = 0;
    private static final int BY_RESULT = 1;
    private static final int BY_RHYTHM = 2;

    private DetailedTests() {}

    static void all(Desk desk, Sheet sheet, BasicTests.Glucose glucose, Phrases phrases) {
        anaemia(desk, sheet, phrases);
        ecg(desk, sheet, phrases);
        fundus(desk, sheet, glucose, phrases);
        creatinine(desk, sheet, glucose, phrases);
    }

    private static void anaemia(Desk desk, Sheet sheet, Phrases phrases) {
        var full = desk.institution().fullPanel() && desk.chance("full_anaemia");
        var told = desk.checkup().answers().get(7) == 1 && desk.chance("target_anaemia");
        if (!full && !told) {
            return;
        }
        var haematocrit = desk.get(Measure.HB) * desk.assumptions().get("haematocrit_by_hb");
        var cells = haematocrit / desk.assumptions().get("red_cell_volume") * 1000;
        sheet.openSeries();
        sheet.number("2A040000001930102", rounded(haematocrit, 1));
        sheet.number("2A030000001930101", desk.text(Measure.HB));
        sheet.number("2A020000001930101", rounded(cells, 0));
        sheet.text("2A020161001930149", phrases.pick(told ? "reason_anaemia" : "reason_all", desk.draw()));
        sheet.closeSeries();
    }

    private static void ecg(Desk desk, Sheet sheet, Phrases phrases) {
        var target = highPressure(desk) && desk.chance("target_ecg");
        var full = desk.institution().fullPanel() && desk.chance("full_ecg");
        if (!target && !full) {
            return;
        }
        var found = desk.draw()
                .chance(desk.shares().of("ecg", desk.checkup().band()).getFirst());
        var rhythm = target && desk.chance("rhythm");
        sheet.openSeries();
        sheet.code("9A110160700000011", found ? 1 : 2);
        if (found) {
            sheet.text("9A110160800000049", phrases.pick("ecg", desk.draw()));
        }
        sheet.code("9A110161600000011", rhythm ? BY_RHYTHM : target ? BY_RESULT : NOT_DETAILED);
        sheet.text("9A110161000000049", reason(rhythm, target, desk, phrases));
        sheet.closeSeries();
    }

    private static void fundus(Desk desk, Sheet sheet, BasicTests.Glucose glucose, Phrases phrases) {
        var diabetic = highGlucose(desk, glucose, 126, 6.5);
        var target = (highPressure(desk) || diabetic) && desk.chance("target_fundus");
        var full = desk.institution().fullPanel() && desk.chance("full_fundus");
        if (!target && !full) {
            return;
        }
        sheet.openSeries();
        sheet.code("9E100166000000011", desk.chance("keith_wagener") ? 2 : 1);
        sheet.code("9E100166100000011", desk.chance("sclerosis") ? 2 : 1);
        sheet.code("9E100166200000011", desk.chance("sclerosis") ? 2 : 1);
        if (diabetic) {
            sheet.code("9E100166500000011", desk.chance("retinopathy") ? 2 : 1);
        }
        if (desk.chance("fundus_other")) {
            sheet.text("9E100160900000049", phrases.pick("fundus", desk.draw()));
        }
        sheet.code("9E100161600000011", target ? BY_RESULT : NOT_DETAILED);
        sheet.text("9E100161000000049", reason(false, target, desk, phrases));
        sheet.closeSeries();
    }

    private static void creatinine(Desk desk, Sheet sheet, BasicTests.Glucose glucose, Phrases phrases) {
        var raised =
                desk.get(Measure.SBP) >= 130 || desk.get(Measure.DBP) >= 85 || highGlucose(desk, glucose, 100, 5.6);
        var target = raised && desk.chance("target_creatinine");
        var full = desk.institution().fullPanel() && desk.chance("full_creatinine");
        if (!target && !full) {
            return;
        }
        sheet.openSeries();
        sheet.number(desk.blood("creatinine"), desk.text(Measure.CREATININE));
        sheet.number("8A065000002391901", desk.text(Measure.EGFR));
        sheet.code("3C015161602399911", target ? BY_RESULT : NOT_DETAILED);
        sheet.text("3C015161002399949", reason(false, target, desk, phrases));
        sheet.closeSeries();
    }

    private static boolean highPressure(Desk desk) {
        return desk.get(Measure.SBP) >= 140 || desk.get(Measure.DBP) >= 90;
    }

    private static boolean highGlucose(Desk desk, BasicTests.Glucose glucose, double mg, double percent) {
        return (glucose.fpg() && desk.get(Measure.FPG) >= mg)
                || (glucose.hba1c() && desk.get(Measure.HBA1C) >= percent)
                || (glucose.casual() && desk.get(Measure.CPG) >= mg);
    }

    private static String reason(boolean rhythm, boolean target, Desk desk, Phrases phrases) {
        return phrases.pick(rhythm ? "reason_rhythm" : target ? "reason_target" : "reason_all", desk.draw());
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
