package org.tsunagu.rules.eligibility;

import java.time.LocalDate;
import java.util.Optional;

/// One stretch of membership of this insurer (加入期間).
///
/// @param firstDay day on which membership was acquired (資格取得日)
/// @param lastDay last day enrolled, empty while enrolled; **not** the day on which membership is lost (資格喪失日),
/// which is the day after
public record Enrolment(LocalDate firstDay, Optional<LocalDate> lastDay) {

    /// From the register, which holds the day on which membership is lost.
    public static Enrolment until(LocalDate firstDay, LocalDate lostOn) {
        return new Enrolment(firstDay, Optional.of(lostOn.minusDays(1)));
    }

    /// Whether the person is enrolled on a day.
    public boolean includes(LocalDate day) {
        return !day.isBefore(firstDay)
                && lastDay.map(last -> !day.isAfter(last)).orElse(true);
    }
}
