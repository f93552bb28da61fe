package org.tsunagu.rules.list;

import java.time.LocalDate;
import java.util.Map;
import org.tsunagu.rules.care.Finding;

/// A checkup as the lists of people look at it (健診の結果): what is known of it by variable, worked out once.
public record Examined(LocalDate day, Map<String, Finding> findings) {

    /// Copies the findings.
    public Examined {
        findings = Map.copyOf(findings);
    }
}
