package org.tsunagu.rules.metabolic;

/// The metabolic judgement (メタボリックシンドローム判定, item 9N501).
public enum MetabolicCode {
    /// Metabolic syndrome (基準該当).
    MET("1"),
    /// Pre-metabolic syndrome (予備群該当).
    PRELIMINARY("2"),
    /// Neither (非該当).
    NOT_MET("3"),
    /// A value is missing that could change the result (判定不能).
    UNDETERMINED("4");

    private final String code;

    MetabolicCode(String code) {
        this.code = code;
    }

    /// The official code.
    public String code() {
        return code;
    }

    /// The judgement of an official code.
    ///
    /// @throws IllegalArgumentException if none has this code
    public static MetabolicCode of(String code) {
        for (var judgement : values()) {
            if (judgement.code.equals(code)) {
                return judgement;
            }
        }
        throw new IllegalArgumentException("no metabolic judgement has the code %s".formatted(code));
    }
}
