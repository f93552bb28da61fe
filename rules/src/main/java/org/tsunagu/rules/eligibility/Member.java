package org.tsunagu.rules.eligibility;

import java.time.LocalDate;
import java.util.List;

/// A member as eligibility sees them (加入者): birth, stretches of membership, reasons for exclusion.
public record Member(LocalDate birth, List<Enrolment> enrolments, List<Exclusion> exclusions) {

    /// Whether the person is enrolled on a day.
    public boolean isEnrolledOn(LocalDate day) {
        return enrolments.stream().anyMatch(enrolment -> enrolment.includes(day));
    }

    /// Whether the person is enrolled from one day to another without a gap.
    boolean isEnrolledThroughout(LocalDate from, LocalDate to) {
        var day = from;
        while (!day.isAfter(to)) {
            var today = day;
            var current = enrolments.stream()
                    .filter(enrolment -> enrolment.includes(today))
                    .findFirst();
            if (current.isEmpty()) {
                return false;
            }
            day = current.get().lastDay().orElse(to).plusDays(1);
        }
        return true;
    }
}
