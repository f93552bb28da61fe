package org.tsunagu.app.planning.progress;

import org.tsunagu.rules.rates.Tally;

/// The people of an employer, or who came to a facility (事業所・健診機関別の人数).
///
/// @param name as the register or the documents have it; empty for none
/// @param came complete results by the people of the group
public record Group(String name, Tally came) {

    /// Who has not come yet.
    public long missing() {
        return came.denominator() - came.numerator();
    }
}
