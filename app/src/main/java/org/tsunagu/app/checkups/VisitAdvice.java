package org.tsunagu.app.checkups;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Reason;

/// Somebody whose latest checkup has a value at the doctor-visit level (受診勧奨の対象).
///
/// @param variable the value, as the rules name it
/// @param years fiscal years in succession at that level without a drug, the latest included; 0 when a drug is taken
/// @param history what is known of earlier years, the latest first
public record VisitAdvice(
        long memberId,
        String name,
        String kana,
        String variable,
        String shown,
        int fiscalYear,
        LocalDate examDate,
        Treatment treatment,
        int years,
        List<Year> history,
        Certainty certainty,
        List<Reason> reasons) {

    /// A fiscal year in which the value was at that level.
    public record Year(int fiscalYear, String shown, Treatment treatment) {}
}
