package org.tsunagu.rules;

import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// The two official judgements of a checkup with their reasons (階層化とメタボ判定).
///
/// @param age age reached within the fiscal year (年度末年齢), years
/// @param metabolic item 9N501 by its own rule for missing values
/// @param metabolicByCompletions code of 9N501 if every completion of the missing values agreed, else 4
/// @param level item 9N506 by the missing-value policy of the settings
/// @param policyLevel 9N506 by the completions of the missing values, whatever the settings say
/// @param documentedLevel 9N506 by the documented rules of 2008, whatever the settings say
public record Decisions(
        FiscalYear fiscalYear,
        int age,
        PlanPeriod period,
        Decision<MetabolicCode> metabolic,
        String metabolicByCompletions,
        Decision<Level> level,
        Decision<Level> policyLevel,
        Decision<Level> documentedLevel) {

    /// Whether the documented rules and the completions of the missing values disagree.
    public boolean departsFromDocumentedRules() {
        return policyLevel.value() != documentedLevel.value();
    }
}
