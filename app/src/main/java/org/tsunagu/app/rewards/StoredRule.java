package org.tsunagu.app.rewards;

import java.util.List;
import java.util.OptionalInt;
import org.tsunagu.rules.rewards.LintFinding;
import org.tsunagu.rules.rewards.PointRule;

/// A rule for points of an insurer (ポイントの規則).
///
/// @param validMonths how long what it gives counts; empty for ever
/// @param isActive whether somebody has put it in force
/// @param by who wrote it, or put it in force
/// @param why the findings were accepted; empty where there were none
/// @param findings what the checks say now
public record StoredRule(
        long id,
        PointRule rule,
        OptionalInt validMonths,
        boolean isActive,
        String by,
        String why,
        List<LintFinding> findings) {

    /// Whether nobody can put it in force.
    public boolean isBlocked() {
        return findings.stream().anyMatch(LintFinding::blocks);
    }

    StoredRule with(List<LintFinding> found) {
        return new StoredRule(id, rule, validMonths, isActive, by, why, found);
    }
}
