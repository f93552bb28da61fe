package org.tsunagu.app.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.rules.eligibility.Enrolment;

/// A member with the results of a fiscal year, as stored (加入者とその年度の結果).
///
/// @param area the first three digits of the postal code; empty when it is not known
/// @param results the complete ones first, of each kind the latest; also those that do not count
record Candidate(
        long memberId,
        String sex,
        LocalDate birth,
        String kind,
        String employer,
        String area,
        List<Enrolment> enrolments,
        List<Found> results) {

    /// A result.
    ///
    /// @param version of its document
    /// @param held why it does not count; empty when nothing holds it
    /// @param isSuperseded whether a later version of the same day has replaced it
    /// @param complete and `level`, `metabolic`: what was decided; empty when it was not judged
    /// @param values of drugs and HbA1c only
    /// @param documentSex and `documentBirth`: as the document says; empty when it is not known
    record Found(
            long checkupId,
            long documentId,
            int version,
            LocalDate examDate,
            String facility,
            String held,
            boolean isSuperseded,
            Optional<Answer> complete,
            Optional<Answer> level,
            Optional<Answer> metabolic,
            CheckupValues values,
            String documentSex,
            String documentBirth) {

        /// Whether all basic items are known to be there.
        boolean isComplete() {
            return complete.filter(answer -> answer.value().equals("true")).isPresent();
        }
    }

    /// What was decided about a result.
    ///
    /// @param missing what could change it
    record Answer(String value, List<String> missing) {}
}
