package org.tsunagu.synthetic.claims;

import java.util.List;
import org.tsunagu.claimsformat.record.ClaimRow;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.time.Dates;

/// What a claim by diagnosis group says (DPCの診断群分類・傷病・包括評価).
final class DpcRows {

    /// Main disease, reason of admission, most resources (傷病名区分): here always the same.
    private static final List<String> ROLES = List.of("11", "21", "22");

    private static final int PLANNED = 1;
    private static final int THIS_MONTH = 2;
    private static final int FIRST_PERIOD = 1;

    private DpcRows() {}

    static void add(Receipt receipt, String mask, List<ClaimRow> rows) {
        var stay = receipt.stay().orElseThrow();
        var group = ClaimRow.of(Kind.DPC, "BU")
                .set("group", group(receipt))
                .set("admission", Dates.compact(stay.admitted()));
        if (stay.discharged().equals(stay.to(receipt.month()))) {
            group.set("discharge", Dates.compact(stay.discharged())).set("group_outcome", 1);
        }
        rows.add(group);
        var illness = stay.named();
        for (var role : ROLES) {
            rows.add(ClaimRow.of(Kind.DPC, "SB")
                    .set("code", illness.code())
                    .set("icd10", illness.icd10())
                    .set("disease_kind", role));
        }
        rows.add(ClaimRow.of(Kind.DPC, "KK")
                .set("planned", PLANNED)
                .set("age", Dates.age(receipt.member().birth(), stay.admitted())));
        for (var unit : receipt.units()) {
            if (unit.careClass().equals(Inpatients.GROUP)) {
                bundled(receipt, unit, mask, rows);
            } else {
                MedicalRows.unit(Kind.DPC, unit, mask, rows);
            }
        }
    }

    private static String group(Receipt receipt) {
        var stay = receipt.stay().orElseThrow();
        return stay.named().dpc().isEmpty()
                ? stay.illness().dpc()
                : stay.named().dpc();
    }

    private static void bundled(Receipt receipt, Unit unit, String mask, List<ClaimRow> rows) {
        var days = receipt.days().size();
        var daily = unit.points() / days;
        var month = Numbers.month(receipt.month());
        rows.add(ClaimRow.of(Kind.DPC, "HH")
                .set("month", month)
                .set("adjustment", THIS_MONTH)
                .set("payer", mask)
                .set("period", FIRST_PERIOD)
                .set("daily_points", daily)
                .set("days", days)
                .set("included", daily * days));
        // What the hospital's factor adds is the difference (医療機関別係数).
        rows.add(ClaimRow.of(Kind.DPC, "GT")
                .set("month", month)
                .set("adjustment", THIS_MONTH)
                .set("payer", mask)
                .set("included_sum", daily * days)
                .set("evaluated", unit.points())
                .set("points", unit.points())
                .set("care_class", unit.careClass()));
    }
}
