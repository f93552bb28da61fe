package org.tsunagu.synthetic.claims;

import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.synthetic.care.Facility;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.people.Member;

/// Codes and numbers of a claim (レセプト種別・検索番号・年月).
final class Numbers {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
    // Java counts Reiwa as 3, claims as 5 (別表4).
    private static final int ERA_IN_CLAIMS = 2;

    private final Assumptions assumptions;

    Numbers(Assumptions assumptions) {
        this.assumptions = assumptions;
    }

    /// `YYYYMM`.
    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /// One digit: who claims by which schedule.
    static int pointTable(Kind kind) {
        return switch (kind) {
            case MEDICAL, DPC -> 1;
            case DENTAL -> 3;
            case DISPENSING -> 4;
            case NURSING -> 6;
        };
    }

    /// Second digit in the name of an insurer's file; medical and DPC claims have the same schedule but
    /// not the same file.
    static int fileDigit(Kind kind) {
        return switch (kind) {
            case MEDICAL -> 1;
            case DPC -> 2;
            case DENTAL -> 3;
            case DISPENSING -> 4;
            case NURSING -> 5;
        };
    }

    /// Given by the review body: prefecture, schedule, claim month of the era, and a number.
    static String search(Kind kind, YearMonth claimMonth, int number) {
        var date = JapaneseDate.from(claimMonth.atEndOfMonth());
        return "%s%d%d%02d%02d%d%08d"
                .formatted(
                        Facility.PREFECTURE,
                        pointTable(kind),
                        date.getEra().getValue() + ERA_IN_CLAIMS,
                        date.get(ChronoField.YEAR_OF_ERA),
                        claimMonth.getMonthValue(),
                        fileDigit(kind),
                        number);
    }

    /// レセプト種別: schedule, scheme, payers together, person and place.
    String type(Receipt receipt) {
        var payers = receipt.payer().isPresent() ? 2 : 1;
        var person = person(receipt.member(), receipt.month()) + (receipt.isInpatient() ? 0 : 1);
        return "%d1%d%d".formatted(pointTable(receipt.kind()), payers, person % 10);
    }

    /// The digit of inpatients; that of outpatients is the next.
    private int person(Member member, YearMonth month) {
        var day = month.atEndOfMonth();
        if (Dates.age(member.birth(), day) >= assumptions.get("elderly_age")) {
            // By household, so that a couple is alike.
            var isHigh = member.household().id() % 100 < 100 * assumptions.get("elderly_high_income");
            return isHigh ? 9 : 7;
        }
        var year = org.tsunagu.codes.time.FiscalYear.containing(day);
        if (year.ageOf(member.birth()) <= assumptions.get("school_age")) {
            return 3;
        }
        return member.kind().isInsured() ? 1 : 5;
    }
}
