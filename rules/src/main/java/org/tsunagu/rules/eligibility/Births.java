package org.tsunagu.rules.eligibility;

import java.time.LocalDate;

/// The days of birth that an age of the rules admits (生年月日の範囲), both included.
public record Births(LocalDate first, LocalDate last) {

    /// The days that both have; nobody is born on them when the first is after the last.
    public Births and(Births other) {
        return new Births(
                first.isAfter(other.first) ? first : other.first, last.isBefore(other.last) ? last : other.last);
    }

    /// Whether somebody born on a day is among them.
    public boolean includes(LocalDate birth) {
        return !birth.isBefore(first) && !birth.isAfter(last);
    }
}
