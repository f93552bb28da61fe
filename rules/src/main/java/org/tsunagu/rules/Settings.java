package org.tsunagu.rules;

import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.eligibility.Eligibility;

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
        return with(List.of());
    }

    /// The settings with cells corrected on this installation.
    public static Settings with(List<Correction> corrections) {
        var table = table(corrections);
        return new Settings(
                MissingPolicy.valueOf(value(table, "missing_policy")),
                AttainedAge.valueOf(value(table, "attained_age_mode")),
                Boolean.parseBoolean(value(table, "lawful_omission")),
                List.of(value(table, "glucose_order").split(",")));
    }

    /// Who is a target and who is counted, by these settings (対象者の判定).
    public Eligibility eligibility(List<Correction> corrections) {
        return new Eligibility(corrections, attainedAge == AttainedAge.LEGAL_DAY_BEFORE);
    }

    static Table table(List<Correction> corrections) {
        return Table.read("settings", Settings.class.getResourceAsStream("settings.tsv"))
                .with(corrections);
    }

    private static String value(Table table, String key) {
        return table.rows().stream()
                .filter(row -> row.key().equals(key))
                .map(row -> row.text("value"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("settings: no " + key));
    }
}
