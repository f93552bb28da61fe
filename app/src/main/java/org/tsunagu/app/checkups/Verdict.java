package org.tsunagu.app.checkups;

import java.time.OffsetDateTime;
import java.util.List;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Reason;

/// A decision as stored (判定), with everything that led to it.
///
/// @param value code of the level, of the metabolic judgement, or whether the checkup is complete
/// @param isCertain whether every completion of the missing values gives the same value
/// @param missing variables whose value could change it
/// @param ruleSet id of the tables it was judged by
public record Verdict(
        Question question,
        String value,
        boolean isCertain,
        Certainty certainty,
        List<Reason> reasons,
        List<String> missing,
        String ruleSet,
        OffsetDateTime judgedAt) {

    /// What is decided about a checkup.
    public enum Question {
        /// Level of guidance (階層化, 9N506).
        STRATIFICATION,
        /// Metabolic syndrome (メタボリックシンドローム判定, 9N501).
        METABOLIC,
        /// Whether all basic items are there (健診の完了).
        COMPLETE
    }
}
