package org.tsunagu.rules;

import java.time.LocalDate;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;

/// The person and day a checkup is judged for (受診者): everything the rules need beside the results.
public record Examinee(Sex sex, LocalDate birth, LocalDate examDate) {

    /// The fiscal year of the checkup (年度).
    public FiscalYear fiscalYear() {
        return FiscalYear.containing(examDate);
    }

    /// Age reached within that fiscal year (年度末年齢), years.
    public int age() {
        return fiscalYear().ageOf(birth);
    }
}
