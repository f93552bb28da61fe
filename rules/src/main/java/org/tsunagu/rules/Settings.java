package org.tsunagu.rules;

import java.util.List;

/// What an insurer may choose where the law or the sources leave a choice (設定), as shipped in `settings.tsv`.
///
/// @param missingPolicy which rule for missing values is written to 9N506
/// @param attainedAge how a person born on 1 April is counted
/// @param lawfulOmission whether a waist left out because of a low BMI counts as not met
/// @param glucoseOrder variables of glucose in the order they are looked at; the first known one decides
public record Settings(
        MissingPolicy missingPolicy, AttainedAge attainedAge, boolean lawfulOmission, List<String> glucoseOrder) {

    /// How missing values are treated in the stratification (欠損時の扱い).
    public enum MissingPolicy {
        /// Undetermined exactly when the possible completions disagree.
        COMPLETIONS,
        /// The numbered rules of the system annex of 2008.
        DOCUMENTED_2008
    }

    /// When an age is reached (年齢の数え方).
    public enum AttainedAge {
        /// On the birthday.
        BIRTHDAY,
        /// On the day before (年齢計算ニ関する法律).
        LEGAL_DAY_BEFORE
    }

    /// The settings as shipped.
    public static Settings shipped() {
        return new Settings(MissingPolicy.COMPLETIONS, AttainedAge.BIRTHDAY, true, List.of());
    }
}
