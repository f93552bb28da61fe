package org.tsunagu.synthetic.claims;

import java.util.List;
import org.tsunagu.claimsformat.record.ClaimRow;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.time.Dates;

/// Diseases and lines of a dental claim (歯科の傷病名部位と診療行為).
final class DentalRows {

    private static final String MAIN = "01";
    private static final String TOOTH = "101600";

    private DentalRows() {}

    static void add(Receipt receipt, String mask, List<ClaimRow> rows) {
        for (var disease : receipt.diseases()) {
            rows.add(ClaimRow.of(Kind.DENTAL, "HS")
                    .set("start", Dates.compact(disease.start()))
                    .set("outcome", 1)
                    .set("teeth", TOOTH)
                    .set("code", disease.illness().code())
                    .set("main", disease.isMain() ? MAIN : ""));
        }
        for (var unit : receipt.units()) {
            rows.add(ClaimRow.of(Kind.DENTAL, "SS")
                    .set("care_class", unit.careClass())
                    .set("payer", mask)
                    .set("code", unit.items().getFirst().code())
                    .set("points", unit.points())
                    .set("times", unit.times()));
        }
    }
}
