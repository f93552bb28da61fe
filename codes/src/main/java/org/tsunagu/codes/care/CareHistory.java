package org.tsunagu.codes.care;

import java.time.YearMonth;
import java.util.List;

/// What the claims say of one person (受診歴), in order of month and key. Where they came from (files, a database row)
/// makes no difference. No claim in a month says something only between the two months: outside nothing is known.
///
/// @param first first care month from which the claims of this insurer are here
/// @param lastComplete last care month of which all claims can be expected to be here (最終完全月)
public record CareHistory(YearMonth first, YearMonth lastComplete, List<CareClaim> claims) {

    /// Copies the list.
    public CareHistory {
        claims = List.copyOf(claims);
    }
}
