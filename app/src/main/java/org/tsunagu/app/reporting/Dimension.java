package org.tsunagu.app.reporting;

import java.util.Optional;
import java.util.stream.Stream;

/// By what people are grouped in a report (集計の区分).
public enum Dimension {
    /// Everybody.
    ALL("all"),
    SEX("sex"),
    /// Five years of age.
    AGE("age"),
    /// As the register has it: insured person or dependant (被保険者・被扶養者の別).
    KIND("kind"),
    EMPLOYER("employer"),
    /// The facility of the result that is counted (健診機関).
    FACILITY("facility"),
    /// The first three digits of the postal code (地域).
    AREA("area");

    private final String key;

    Dimension(String key) {
        this.key = key;
    }

    /// As addresses and the database have it.
    public String key() {
        return key;
    }

    /// The one of a key.
    public static Optional<Dimension> of(String key) {
        return Stream.of(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
