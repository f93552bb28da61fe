package org.tsunagu.rules.stratification;

import java.util.List;
import java.util.Locale;

/// The seven yes-or-no questions of the stratification (階層化の判定項目), in the order of the official steps.
enum Predicate {
    DRUG,
    WAIST_MET,
    BMI_MET,
    BP_RISK,
    LIPID_RISK,
    GLUCOSE_RISK,
    SMOKE_RISK;

    /// The questions of the three categories whose number is counted (①〜③).
    static final List<Predicate> CATEGORIES = List.of(BP_RISK, LIPID_RISK, GLUCOSE_RISK);

    /// The key in `steps.tsv`.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
