package org.tsunagu.synthetic.claims;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.synthetic.care.Facility;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.course.Stay;
import org.tsunagu.synthetic.people.Member;

/// One claim before it is written (作成するレセプト).
///
/// @param facility who claims; the pharmacy for dispensing
/// @param prescriber who prescribed, for dispensing; else the same as `facility`
/// @param main what the claim, or for dispensing the prescriber's, is mainly about
/// @param diseases the main one first; none for dispensing
/// @param units what is charged; none for dispensing
/// @param dispensed what a pharmacy handed out; none elsewhere
/// @param days of care in the month
/// @param stay for inpatients
/// @param notes special notes (特記事項)
record Receipt(
        Kind kind,
        Member member,
        YearMonth month,
        Facility facility,
        Facility prescriber,
        Illness main,
        List<Diagnosis> diseases,
        List<Unit> units,
        List<Dispensed> dispensed,
        List<Integer> days,
        Optional<Stay> stay,
        Optional<PublicPayer> payer,
        String notes) {

    /// Points of the claim.
    long points() {
        return units.stream().mapToLong(Unit::total).sum()
                + dispensed.stream().mapToLong(Dispensed::points).sum();
    }

    /// Meals and their yen, the patient's own share left out.
    Optional<Unit> meals() {
        return units.stream()
                .filter(unit -> unit.careClass().equals(Inpatients.MEALS))
                .findFirst();
    }

    boolean isInpatient() {
        return stay.isPresent();
    }

    /// Yen of all payers together (費用額).
    long yen() {
        return 10 * points() + meals().map(unit -> unit.points() * unit.times()).orElse(0L);
    }
}
