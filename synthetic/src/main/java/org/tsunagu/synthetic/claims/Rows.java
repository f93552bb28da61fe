package org.tsunagu.synthetic.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.claimsformat.record.ClaimRow;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.synthetic.care.Facility;
import org.tsunagu.synthetic.draw.Assumptions;

/// Writes down a claim as rows in the official order (レコードの作成).
final class Rows {

    private static final String INSURANCE = "1";
    private static final String PUBLIC = "2";
    private static final LocalDate BRANCH_NUMBERS = LocalDate.parse("2021-09-01");

    private final String insurer;
    private final Numbers numbers;

    Rows(String insurer, Assumptions assumptions) {
        this.insurer = insurer;
        this.numbers = new Numbers(assumptions);
    }

    /// The record or records that name who claims.
    static List<ClaimRow> institution(Kind kind, Facility facility, YearMonth claimMonth) {
        return switch (kind) {
            case DISPENSING -> List.of(named(kind, "YK", facility, claimMonth));
            case DENTAL -> List.of(named(kind, "UK", facility, claimMonth), bare(kind, "IR", facility, claimMonth));
            default -> List.of(named(kind, "IR", facility, claimMonth));
        };
    }

    private static ClaimRow named(Kind kind, String record, Facility facility, YearMonth claimMonth) {
        return bare(kind, record, facility, claimMonth)
                .set("name", facility.name())
                .set("volume", "00");
    }

    private static ClaimRow bare(Kind kind, String record, Facility facility, YearMonth claimMonth) {
        return ClaimRow.of(kind, record)
                .set("review_body", 1)
                .set("prefecture", Facility.PREFECTURE)
                .set("point_table", Numbers.pointTable(kind))
                .set("institution", facility.code())
                .set("claim_month", Numbers.month(claimMonth));
    }

    /// The rows from `RE` on.
    List<ClaimRow> of(Receipt receipt) {
        var rows = new ArrayList<ClaimRow>();
        rows.add(receipt(receipt));
        rows.add(insurance(receipt));
        receipt.payer().ifPresent(payer -> rows.add(payer(receipt, payer)));
        if (!receipt.month().atDay(1).isBefore(BRANCH_NUMBERS)) {
            eligibility(receipt, rows);
        }
        var mask = receipt.payer().isPresent() ? PUBLIC : INSURANCE;
        switch (receipt.kind()) {
            case DISPENSING -> PharmacyRows.add(receipt, mask, rows);
            case DENTAL -> DentalRows.add(receipt, mask, rows);
            case DPC -> DpcRows.add(receipt, mask, rows);
            default -> MedicalRows.add(receipt, mask, rows);
        }
        return rows;
    }

    private ClaimRow receipt(Receipt receipt) {
        var member = receipt.member();
        var row = ClaimRow.of(receipt.kind(), "RE")
                .set("number", 1)
                .set("type", numbers.type(receipt))
                .set("care_month", Numbers.month(receipt.month()))
                .set("name", member.name().kanji())
                .set("sex", member.sex().code())
                .set("birth", Dates.compact(member.birth()))
                .set("special_notes", receipt.notes())
                .set("kana", member.name().kana());
        receipt.stay().ifPresent(stay -> row.set("admission", Dates.compact(stay.admitted())));
        if (receipt.kind() == Kind.DPC) {
            row.set("summary_kind", 0);
        }
        if (receipt.kind() == Kind.DISPENSING) {
            row.set("prescriber_prefecture", Facility.PREFECTURE)
                    .set("prescriber_point_table", 1)
                    .set("prescriber_institution", receipt.prescriber().code())
                    .set("prescriber_name", receipt.prescriber().name());
        }
        return row;
    }

    private ClaimRow insurance(Receipt receipt) {
        var household = receipt.member().household();
        var row = ClaimRow.of(receipt.kind(), "HO")
                .set("payer_number", insurer)
                .set("symbol", household.symbol())
                .set("insured_number", household.number())
                .set("days", days(receipt))
                .set("points", receipt.points());
        receipt.meals()
                .ifPresent(
                        meals -> row.set("meal_count", meals.times()).set("meal_yen", meals.points() * meals.times()));
        return row;
    }

    private static int days(Receipt receipt) {
        return receipt.kind() == Kind.DISPENSING
                ? receipt.dispensed().size()
                : receipt.days().size();
    }

    private static ClaimRow payer(Receipt receipt, PublicPayer payer) {
        var row = ClaimRow.of(receipt.kind(), "KO")
                .set("payer_number", payer.number())
                .set("recipient", payer.recipient())
                .set("days", days(receipt))
                .set("points", receipt.points());
        receipt.meals()
                .ifPresent(
                        meals -> row.set("meal_count", meals.times()).set("meal_yen", meals.points() * meals.times()));
        return row;
    }

    private static void eligibility(Receipt receipt, List<ClaimRow> rows) {
        rows.add(ClaimRow.of(receipt.kind(), "SN")
                .set("payer_kind", INSURANCE)
                .set("confirmation", "01")
                .set("branch", receipt.member().branch()));
        rows.add(days(receipt, INSURANCE));
        if (receipt.payer().isPresent()) {
            rows.add(days(receipt, PUBLIC));
        }
        rows.add(ClaimRow.of(receipt.kind(), "MF").set("burden", "00"));
    }

    private static ClaimRow days(Receipt receipt, String payer) {
        var row = ClaimRow.of(receipt.kind(), "JD").set("payer_kind", payer);
        receipt.days().forEach(day -> row.set("day" + day, 1));
        return row;
    }
}
