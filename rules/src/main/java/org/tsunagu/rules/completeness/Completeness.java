package org.tsunagu.rules.completeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.condition.Condition;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Gathered;

/// Whether an examination has all basic items (健診の完了, 基本的な健診の項目) in force on a day.
public final class Completeness {

    private final List<Group> groups;

    record Group(String key, Condition condition) {}

    Completeness(List<Group> groups) {
        this.groups = groups;
    }

    /// Complete when every group is there. The reasons name each group that is missing and each that is there
    /// only by an uncertain row (a lawful omission); the groups stand in `missingThatMatter` too.
    public Decision<Boolean> of(Gathered values) {
        var reasons = new ArrayList<Reason>();
        var missing = new ArrayList<String>();
        for (var group : groups) {
            var isThere = group.condition().test(values) == Truth.TRUE;
            var reason = group.condition().reason(values, Truth.of(isThere).word());
            if (!isThere) {
                missing.add(group.key());
                reasons.add(new Reason(
                        ReasonCode.GROUP_MISSING,
                        "complete",
                        Truth.FALSE.word(),
                        reason.basis(),
                        "",
                        "",
                        Map.of("group", group.key())));
            } else if (reason.basis().certainty() != Certainty.SOURCE) {
                reasons.add(reason);
            }
        }
        return new Decision<>(missing.isEmpty(), true, List.copyOf(reasons), List.copyOf(missing));
    }
}
