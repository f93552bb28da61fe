package org.tsunagu.app.claims;

import java.time.YearMonth;
import java.util.Set;
import org.tsunagu.app.access.InsurerId;

/// Claims have come into force, or out of it, or have found their members (レセプトの公開). Announced
/// within the transaction that makes it so.
///
/// @param careMonths whose claims have changed (診療年月)
public record ClaimsPublished(InsurerId insurer, Set<YearMonth> careMonths) {

    /// Copies the months.
    public ClaimsPublished {
        careMonths = Set.copyOf(careMonths);
    }
}
