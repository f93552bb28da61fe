package org.tsunagu.app.exchange.gap;

import java.util.Optional;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.membership.Member;
import org.tsunagu.rules.replacement.Replacement.Comparison;

/// An employee with the result of the year (従業員1人の結果と不足項目).
///
/// @param isOfAge whether a target of the specific checkup in the year
/// @param checkup the one that counts; empty for whoever has none
/// @param comparison of that checkup
public record GapPerson(Member member, boolean isOfAge, Optional<Checkup> checkup, Optional<Comparison> comparison) {

    /// Whether the checkup stands for the specific checkup.
    public boolean counts() {
        return comparison.filter(Comparison::counts).isPresent();
    }

    /// Whether something is missing in what has come.
    public boolean lacks() {
        return comparison.filter(one -> !one.gaps().isEmpty()).isPresent();
    }
}
