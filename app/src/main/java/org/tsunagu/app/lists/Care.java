package org.tsunagu.app.lists;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import org.tsunagu.app.claims.CareHistories;
import org.tsunagu.codes.care.CareHistory;
import org.tsunagu.rules.care.Months;

/// What the claims say of the members of the current transaction's insurer (受診歴), as far as claims have come; within
/// the transaction of the caller.
@Component
class Care {

    private final CareHistories histories;

    Care(CareHistories histories) {
        this.histories = histories;
    }

    /// The months of which all claims can be expected to be here; empty when there are none.
    Optional<Months> window() {
        return histories
                .firstMonth()
                .flatMap(first -> histories.lastCompleteMonth().map(last -> new Months(first, last)));
    }

    /// Everybody with a claim, in the order of the members.
    void each(Months months, BiConsumer<Long, CareHistory> take) {
        histories.eachPerson(months.first(), months.last(), take);
    }

    /// Of one member without a claim.
    static CareHistory none(Months window) {
        return new CareHistory(window.first(), window.last(), List.of());
    }

    /// The last month up to which lists can be made.
    Optional<YearMonth> lastMonth() {
        return histories.lastCompleteMonth();
    }
}
