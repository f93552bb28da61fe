package org.tsunagu.charts;

import java.math.BigDecimal;

/// An official value that a line is read against (基準線), drawn as an area from it on.
///
/// @param kind which of the two official values
/// @param direction on which side of the value the area lies
/// @param includesCut whether the value itself belongs to the area: 以上 and 以下 against 超 and 未満
public record ReferenceBand(Kind kind, Direction direction, BigDecimal cut, boolean includesCut) {

    /// The two official values (判定値の種類).
    public enum Kind {
        /// From here on guidance helps (保健指導判定値).
        GUIDANCE,
        /// From here on a doctor should be seen (受診勧奨判定値).
        REFERRAL
    }

    /// Which values are the worse ones (悪い側).
    public enum Direction {
        /// High values, as of blood pressure (高いほど悪い).
        HIGH,
        /// Low values, as of HDL cholesterol or eGFR (低いほど悪い).
        LOW
    }

    /// The comparison as the rules' tables name it.
    String operator() {
        return switch (direction) {
            case HIGH -> includesCut ? "ge" : "gt";
            case LOW -> includesCut ? "le" : "lt";
        };
    }
}
