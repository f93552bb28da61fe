package org.tsunagu.rules.care;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.codes.care.CareClaim;
import org.tsunagu.codes.care.CareHistory;
import org.tsunagu.codes.care.CareKind;
import org.tsunagu.codes.care.DrugSupply;
import org.tsunagu.rules.eligibility.Enrolment;

/// The care of one person as far as this insurer can know it (把握できる受診): what is not there was not, only while the
/// person was enrolled and all claims have come.
///
/// @param history empty when the insurer has no claims
public record Known(Optional<CareHistory> history, List<Enrolment> enrolments) {

    /// Claims have not been taken in (レセプトがない).
    public static final String NO_CLAIMS = "NO_CLAIMS";
    /// Claims of the months are still to come (未到着の月がある).
    public static final String MONTH_NOT_COMPLETE = "MONTH_NOT_COMPLETE";
    /// Not enrolled throughout (加入が途切れている).
    public static final String NOT_ENROLLED = "NOT_ENROLLED";

    /// Copies the list.
    public Known {
        enrolments = List.copyOf(enrolments);
    }

    /// Why nothing found within some months does not mean that there was nothing; empty when it does.
    public String doubt(Months months) {
        return doubt(months, months.firstDay());
    }

    private String doubt(Months months, LocalDate from) {
        if (history.isEmpty() || months.first().isBefore(history.get().first())) {
            return NO_CLAIMS;
        }
        if (months.last().isAfter(history.get().lastComplete())) {
            return MONTH_NOT_COMPLETE;
        }
        return isEnrolled(from, months.lastDay()) ? "" : NOT_ENROLLED;
    }

    /// The same for the days from one within the first month.
    public String doubtFrom(LocalDate day, Months months) {
        return doubt(months, day);
    }

    /// Whether the person was enrolled on every day; stretches that follow each other count as one.
    public boolean isEnrolled(LocalDate from, LocalDate to) {
        var day = from;
        while (!day.isAfter(to)) {
            var here = day;
            var stretch = enrolments.stream().filter(one -> one.includes(here)).findFirst();
            if (stretch.isEmpty()) {
                return false;
            }
            day = stretch.get().lastDay().orElse(to).plusDays(1);
        }
        return true;
    }

    /// In how many of some months the claims of this person can be here.
    int monthsOfData(Months months) {
        return (int) history.stream()
                .flatMap(one -> months.first()
                        .atDay(1)
                        .datesUntil(months.lastDay(), Period.ofMonths(1))
                        .map(YearMonth::from)
                        .filter(month -> new Months(one.first(), one.lastComplete()).includes(month)))
                .filter(month -> enrolments.stream().anyMatch(stretch -> stretch.includes(month.atEndOfMonth())))
                .count();
    }

    /// The claims of some months.
    public Stream<CareClaim> claims(Months months) {
        return history.stream().flatMap(one -> one.claims().stream()).filter(claim -> months.includes(claim.month()));
    }

    /// The claims of medical care outside of hospital (医科入院外).
    Stream<CareClaim> outpatient(Months months) {
        return claims(months).filter(claim -> claim.kind() == CareKind.MED && !claim.isInpatient());
    }

    /// The drugs handed out or given outside of hospital, by claims of some months (外来の薬).
    Stream<Given> drugs(Months months) {
        return claims(months)
                .filter(claim -> !claim.isInpatient() && claim.kind() != CareKind.DPC)
                .flatMap(claim -> claim.drugs().stream().map(drug -> new Given(claim, drug)));
    }

    /// A drug with the claim it is on.
    record Given(CareClaim claim, DrugSupply drug) {}
}
