package org.tsunagu.rules.stratification;

import static org.tsunagu.rules.stratification.Predicate.BMI_MET;
import static org.tsunagu.rules.stratification.Predicate.CATEGORIES;
import static org.tsunagu.rules.stratification.Predicate.DRUG;
import static org.tsunagu.rules.stratification.Predicate.SMOKE_RISK;
import static org.tsunagu.rules.stratification.Predicate.WAIST_MET;

import org.tsunagu.rules.condition.Truth;

/// The numbered rules for missing values of the system annex of 2008 (欠損時の規定), in their order. Which level each
/// rule gives stands in `missing-values.tsv`; this class only finds the rule that speaks.
final class DocumentedRules {

    private final LevelRows levels;
    private final boolean isOlder;

    /// @param isOlder whether active support is lowered at this age, so that rule 9 comes before the second check
    DocumentedRules(LevelRows levels, boolean isOlder) {
        this.levels = levels;
        this.isOlder = isOlder;
    }

    /// The key of the rule that speaks about a state in which no drug answer is yes: that answer is looked at
    /// first.
    String rule(State state) {
        if (state.is(WAIST_MET, Truth.UNKNOWN)) {
            return "R1";
        }
        if (state.is(WAIST_MET, Truth.FALSE) && state.is(BMI_MET, Truth.UNKNOWN)) {
            return "R2";
        }
        if (isSmokingDecisive(state)) {
            return "R4";
        }
        return levels.level(state) == Level.NONE ? ofNoGuidance(state) : ofGuidance(state);
    }

    private static boolean isSmokingDecisive(State state) {
        var met = state.categories(Truth.TRUE);
        var decisive = state.is(WAIST_MET, Truth.TRUE) ? met == 1 : state.is(BMI_MET, Truth.TRUE) && met == 2;
        return decisive && state.is(SMOKE_RISK, Truth.UNKNOWN);
    }

    private static String ofNoGuidance(State state) {
        if (state.categories(Truth.UNKNOWN) > 0 || state.is(SMOKE_RISK, Truth.UNKNOWN)) {
            return "R6";
        }
        return state.is(DRUG, Truth.UNKNOWN) ? "R5" : "R3";
    }

    private String ofGuidance(State state) {
        if (state.is(DRUG, Truth.UNKNOWN)) {
            return "R7";
        }
        var missing = state.count(CATEGORIES, Truth.UNKNOWN);
        if (missing == 0 && !state.is(SMOKE_RISK, Truth.UNKNOWN)) {
            return "R3";
        }
        if (levels.level(state) == Level.ACTIVE) {
            return "R8";
        }
        if (isOlder) {
            return "R9";
        }
        if (missing == 0) {
            return "R3";
        }
        return state.is(WAIST_MET, Truth.TRUE) ? "S1" : ofBmi(state, missing);
    }

    /// The second check for those who come in by the BMI.
    private static String ofBmi(State state, int missing) {
        if (state.categories(Truth.TRUE) == 2) {
            return "S5";
        }
        if (missing == 2) {
            return "S2";
        }
        return state.is(SMOKE_RISK, Truth.TRUE) ? "S3" : "S4";
    }
}
