package org.tsunagu.rules.feedback;

import org.tsunagu.rules.decision.Reason;

/// What the person is told about one group of results (フィードバック): the class, never the wording.
///
/// @param family `BP`, `KIDNEY`, `LIPID` or `GLUCOSE`
/// @param classKey class in `classes.tsv`; [#UNKNOWN] when a missing value could lead to a more urgent class
/// @param action what follows, as in `texts.tsv`: `refer_now`, `lifestyle` and so on; empty when unknown
/// @param reason the row that decided; for an unknown class the facts `missing` and `at_least`
public record Feedback(String family, String classKey, String action, Reason reason) {

    /// The class cannot be told (判定不能).
    public static final String UNKNOWN = "UNKNOWN";
}
