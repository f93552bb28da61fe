package org.tsunagu.app.checkups;

import java.util.List;
import org.tsunagu.app.tables.ReasonJson;

/// For how many fiscal years in succession a value has been high without a drug (未治療の年数), counted back from the latest
/// checkup.
///
/// @param count 0 when a drug is taken now
/// @param history every year with such a value, the latest first
record UntreatedYears(int count, List<Year> history) {

    /// The value of one fiscal year.
    ///
    /// @param shown as it is shown
    record Year(long checkupId, int fiscalYear, String shown, Treatment treated) {}

    /// Counts.
    ///
    /// @param years one entry a fiscal year, the latest first; years without such a value are not there
    static UntreatedYears of(List<Year> years) {
        var count = 0;
        for (var year : years) {
            if (year.treated() == Treatment.YES
                    || year.fiscalYear() != years.getFirst().fiscalYear() - count) {
                break;
            }
            count++;
        }
        return new UntreatedYears(count, List.copyOf(years));
    }

    /// As the database keeps it: a list of year, value and treatment for each year.
    String json() {
        return ReasonJson.lists(history.stream()
                .map(year -> List.of(
                        Integer.toString(year.fiscalYear()),
                        year.shown(),
                        year.treated().name()))
                .toList());
    }
}
