package org.tsunagu.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.time.PlanPeriod;

/// Judges checkups by the rules of their date (判定): the facade of this module. Immutable and safe to share.
public final class Judging {

    /// Reads the tables.
    ///
    /// @param corrections cells of the tables corrected on this installation; empty for the tables as shipped
    public Judging(List<Correction> corrections, Settings settings) {}

    /// The rules as shipped.
    public static Judging shipped() {
        return new Judging(List.of(), Settings.shipped());
    }

    /// Whether there are rules for a checkup of this day; the other methods refuse days that are not covered.
    public boolean covers(LocalDate examDate) {
        return PlanPeriod.find(examDate).isPresent();
    }

    /// Everything, with reasons.
    ///
    /// @throws IllegalArgumentException if no rules cover the day of the checkup
    public Judgement judge(Examinee examinee, CheckupValues values) {
        return Optional.<Judgement>empty().orElseThrow();
    }

    /// Age, metabolic judgement and guidance level with their reasons.
    ///
    /// @throws IllegalArgumentException if no rules cover the day of the checkup
    public Decisions decide(Examinee examinee, CheckupValues values) {
        return Optional.<Decisions>empty().orElseThrow();
    }

    /// Age, metabolic judgement and guidance level without reasons, for counting.
    ///
    /// @throws IllegalArgumentException if no rules cover the day of the checkup
    public Outcome outcome(Examinee examinee, CheckupValues values) {
        return Optional.<Outcome>empty().orElseThrow();
    }
}
