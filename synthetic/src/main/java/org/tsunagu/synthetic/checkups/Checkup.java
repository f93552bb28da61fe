package org.tsunagu.synthetic.checkups;

import java.time.LocalDate;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;

/// One person's state at one checkup (健診時の状態), before anything is written down.
///
/// @param person id of the person
/// @param band class in the published tables, by the age of the fiscal year
/// @param age in whole years on the day
public record Checkup(
        long person, Sex sex, LocalDate birth, LocalDate date, Band band, int age, Body body, Answers answers) {
    /// The fiscal year of the checkup.
    public FiscalYear year() {
        return FiscalYear.containing(date);
    }
}
