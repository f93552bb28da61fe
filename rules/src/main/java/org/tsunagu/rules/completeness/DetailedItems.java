package org.tsunagu.rules.completeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.rules.condition.Condition;
import org.tsunagu.rules.condition.Explanation;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;

/// The conditions of the detailed items (詳細な健診の実施条件) in force on a day for one sex.
public final class DetailedItems {

    private final List<Conditions> items;

    /// The conditions of one item: on this year's results, on last year's where this year's are not known yet,
    /// and on last year's always.
    record Conditions(String item, Condition thisYear, Condition ifUnknown, Condition lastYear) {}

    DetailedItems(List<Conditions> items) {
        this.items = items;
    }

    /// Judges each item.
    ///
    /// @param now this year's results
    /// @param before last year's results, when they are known
    public List<DetailedItem> of(Explanation now, Optional<Explanation> before) {
        return items.stream().map(item -> of(item, now, before)).toList();
    }

    private static DetailedItem of(Conditions item, Explanation now, Optional<Explanation> before) {
        var reasons = new ArrayList<Reason>();
        var allowed = explain(item.thisYear(), now, reasons);
        var isOpen = item.ifUnknown().test(now.values()) == Truth.UNKNOWN;
        allowed = allowed.or(explain(item.ifUnknown(), isOpen ? before.orElse(now) : now, reasons));
        if (before.isPresent()) {
            allowed = allowed.or(explain(item.lastYear(), before.get(), reasons));
        } else if (!item.lastYear().isEmpty()) {
            allowed = allowed.or(Truth.UNKNOWN);
        }
        return new DetailedItem(item.item(), allowed, List.copyOf(reasons));
    }

    private static Truth explain(Condition condition, Explanation year, List<Reason> reasons) {
        var own = year.fresh();
        condition.explain(own);
        reasons.addAll(own.reasons());
        return condition.test(year.values());
    }
}
