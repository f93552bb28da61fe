package org.tsunagu.synthetic.claims;

import java.util.List;
import org.tsunagu.claimsformat.record.ClaimRow;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.time.Dates;

/// Diseases and lines of a medical claim (医科の傷病名と摘要).
final class MedicalRows {

    private static final String SUSPECTED = "8002";
    private static final String MAIN = "01";
    private static final int CONTINUING = 1;
    private static final int HEALED = 2;
    private static final int DAYS = 31;

    private MedicalRows() {}

    static void add(Receipt receipt, String mask, List<ClaimRow> rows) {
        receipt.diseases().forEach(disease -> rows.add(disease(receipt.kind(), disease)));
        receipt.units().forEach(unit -> unit(receipt.kind(), unit, mask, rows));
    }

    private static ClaimRow disease(Kind kind, Diagnosis disease) {
        return ClaimRow.of(kind, "SY")
                .set("code", disease.illness().code())
                .set("start", Dates.compact(disease.start()))
                .set("outcome", disease.isHealed() ? HEALED : CONTINUING)
                .set("modifiers", disease.isSuspected() ? SUSPECTED : "")
                .set("main", disease.isMain() ? MAIN : "");
    }

    /// The rows of a unit: care class on the first, points on the last, times on all.
    static void unit(Kind kind, Unit unit, String mask, List<ClaimRow> rows) {
        var items = unit.items();
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var row = ClaimRow.of(kind, item.record())
                    .set("care_class", i == 0 ? unit.careClass() : "")
                    .set("payer", mask)
                    .set("code", item.code())
                    .set("quantity", item.quantity())
                    .set("times", unit.times());
            if (i == items.size() - 1) {
                row.set("points", unit.points());
            }
            days(unit, row);
            rows.add(row);
        }
    }

    private static void days(Unit unit, ClaimRow row) {
        for (var day = 1; day <= DAYS; day++) {
            var times = unit.timesOn(day);
            if (times > 0) {
                row.set("day" + day, times);
            }
        }
    }
}
