package org.tsunagu.synthetic.claims;

import java.util.List;
import org.tsunagu.claimsformat.record.ClaimRow;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.synthetic.claims.Dispensed.Part;

/// Prescriptions and fees of a pharmacy (調剤の処方・調剤情報・基本料).
final class PharmacyRows {

    private static final int INTERNAL = 1;
    private static final int EXTERNAL = 5;

    private PharmacyRows() {}

    static void add(Receipt receipt, String mask, List<ClaimRow> rows) {
        var number = 0;
        for (var dispensed : receipt.dispensed()) {
            var date = Dates.compact(receipt.month().atDay(dispensed.day()));
            for (var part : dispensed.parts()) {
                number++;
                rows.add(ClaimRow.of(Kind.DISPENSING, "SH")
                        .set("number", "%02d".formatted(number))
                        .set("form", part.supply().isInternal() ? INTERNAL : EXTERNAL));
                rows.add(handingOut(part, date, mask));
                medicines(part, mask, rows);
            }
        }
        for (var dispensed : receipt.dispensed()) {
            rows.add(fees(receipt, dispensed, mask));
        }
    }

    private static ClaimRow handingOut(Part part, String date, String mask) {
        var row = ClaimRow.of(Kind.DISPENSING, "CZ")
                .set("doctor", "1")
                .set("date", date)
                .set("dispensed", date)
                .set("reception", 1)
                .set("quantity", part.supply().days())
                .set("preparation.payer", mask)
                .set("preparation.code", part.making().code())
                .set("preparation.points", part.making().points())
                .set("drugs.points", part.supply().points());
        part.managing()
                .ifPresent(act -> row.set("management.payer", mask)
                        .set("management.code", act.code())
                        .set("management.points", act.points()));
        return row;
    }

    private static void medicines(Part part, String mask, List<ClaimRow> rows) {
        for (var drug : part.supply().drugs()) {
            rows.add(ClaimRow.of(Kind.DISPENSING, "IY")
                    .set("payer", mask)
                    .set("code", drug.code())
                    .set("quantity", drug.perDay()));
        }
    }

    private static ClaimRow fees(Receipt receipt, Dispensed dispensed, String mask) {
        return ClaimRow.of(Kind.DISPENSING, "KI")
                .set("charged_on", Dates.compact(receipt.month().atDay(dispensed.day())))
                .set("reception", 1)
                .set("basic.payer", mask)
                .set("basic.code", dispensed.basic().code())
                .set("basic.points", dispensed.basic().points())
                .set("management1.payer", mask)
                .set("management1.code", dispensed.guide().code())
                .set("management1.times", 1)
                .set("management1.points", dispensed.guide().points());
    }
}
