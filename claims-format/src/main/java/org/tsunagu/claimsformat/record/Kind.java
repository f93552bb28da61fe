package org.tsunagu.claimsformat.record;

import java.util.Optional;

/// The kind of a claim (レセプトの種類): which fee schedule it follows and which layout its records have.
public enum Kind {
    /// Inpatient and outpatient, fee for service (医科).
    MEDICAL("MED"),
    /// Acute inpatient care paid by diagnosis group and day (DPC).
    DPC("DPC"),
    /// Dental care (歯科).
    DENTAL("DEN"),
    /// Drugs handed out by a pharmacy (調剤).
    DISPENSING("PHA"),
    /// Home-visit nursing (訪問看護): amounts are yen, not points.
    NURSING("NUR");

    private final String tag;

    Kind(String tag) {
        this.tag = tag;
    }

    /// The tag in file names and tables, for example `MED`.
    public String tag() {
        return tag;
    }

    /// The kind of a tag; empty for any other word.
    public static Optional<Kind> of(String tag) {
        for (var kind : values()) {
            if (kind.tag.equals(tag)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
