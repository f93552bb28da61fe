package org.tsunagu.synthetic.people;

import java.time.LocalDate;
import org.tsunagu.codes.person.Sex;

/// One invented member with the time insured (被保険者・被扶養者).
///
/// @param id from 1, in the order of joining
/// @param branch 枝番, two digits: 00 the insured person, then the dependants
/// @param from first day insured
/// @param to last day insured; [#STILL_INSURED] when there is no end yet
public record Member(
        int id,
        Household household,
        String branch,
        Kind kind,
        Relation relation,
        PersonName name,
        Sex sex,
        LocalDate birth,
        LocalDate from,
        LocalDate to,
        Leaving leaving) {
    /// The end of a membership that has none.
    public static final LocalDate STILL_INSURED = LocalDate.MAX;

    /// Whether the member is insured on a day.
    public boolean isInsuredOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
