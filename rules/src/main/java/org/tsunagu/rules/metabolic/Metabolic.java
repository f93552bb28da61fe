package org.tsunagu.rules.metabolic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.condition.Condition;
import org.tsunagu.rules.condition.Explanation;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Gathered;

/// The metabolic judgement (メタボリックシンドローム判定, item 9N501) in force on a day for one sex.
///
/// A category is lost when its drug answer or its values are missing. Only what is certain counts; with a lost
/// category a result short of metabolic syndrome is undetermined.
public final class Metabolic {

    private final Condition waist;
    private final List<Condition> items;

    private final Map<Truth, List<MetabolicCode>> completed = new EnumMap<>(Truth.class);
    private final Map<String, Result> results = new HashMap<>();
    private final Result unknownWaist;
    private final Result smallWaist;
    private final List<List<Result>> largeWaist;

    private record Result(MetabolicCode code, Reason conclusion) {}

    Metabolic(Condition waist, List<Condition> items, MetabolicRows rows) {
        this.waist = waist;
        this.items = items;

        for (var truth : Truth.values()) {
            completed.put(truth, completed(rows, truth));
        }
        this.unknownWaist = result(rows.row(Truth.UNKNOWN, 0, false));
        this.smallWaist = result(rows.row(Truth.FALSE, 0, false));
        this.largeWaist = List.of(byItems(rows, false), byItems(rows, true));
    }

    private List<Result> byItems(MetabolicRows rows, boolean lost) {
        var byItems = new ArrayList<Result>();
        for (var met = 0; met <= items.size(); met++) {
            byItems.add(result(rows.row(Truth.TRUE, met, lost)));
        }
        return byItems;
    }

    private Result result(Row row) {
        return results.computeIfAbsent(row.key(), key -> {
            var code = MetabolicCode.of(row.text("result_code"));
            return new Result(
                    code, new Reason(ReasonCode.CONCLUSION, "metabolic", code.code(), row.basis(), "", "", Map.of()));
        });
    }

    /// The variables it looks at, as a set of bits.
    public long variables() {
        return items.stream().mapToLong(Condition::variables).reduce(waist.variables(), (a, b) -> a | b);
    }

    /// The code alone.
    public MetabolicCode code(Gathered values) {
        return result(values).code();
    }

    private Result result(Gathered values) {
        return switch (waist.test(values)) {
            case UNKNOWN -> unknownWaist;
            case FALSE -> smallWaist;
            case TRUE -> {
                var met = count(values, Truth.TRUE);
                var lost = met < 2 && isLost(values);
                yield largeWaist.get(lost ? 1 : 0).get(met);
            }
        };
    }

    private int count(Gathered values, Truth truth) {
        var count = 0;
        for (var i = 0; i < items.size(); i++) {
            count += items.get(i).test(values) == truth ? 1 : 0;
        }
        return count;
    }

    private boolean isLost(Gathered values) {
        for (var item : items) {
            if (item.hasUnknown(values)) {
                return true;
            }
        }
        return false;
    }

    /// The code if every completion of the missing values gave the same, else undetermined.
    public MetabolicCode byCompletions(Gathered values) {
        var met = count(values, Truth.TRUE);
        var unknown = count(values, Truth.UNKNOWN);
        return completed.getOrDefault(waist.test(values), List.of()).get(met * (items.size() + 1) + unknown);
    }

    private List<MetabolicCode> completed(MetabolicRows rows, Truth truth) {
        var codes = new ArrayList<MetabolicCode>();
        for (var met = 0; met <= items.size(); met++) {
            for (var unknown = 0; unknown <= items.size(); unknown++) {
                codes.add(rows.byCompletions(truth, met, Math.min(unknown, items.size() - met)));
            }
        }
        return codes;
    }

    /// The judgement with its reasons: the waist, then, when it is met, each item.
    public Decision<MetabolicCode> decide(Explanation explanation) {
        var values = explanation.values();
        var result = result(values);
        waist.explain(explanation);
        if (waist.test(values) == Truth.TRUE) {
            items.forEach(item -> item.explain(explanation));
        }
        explanation.add(result.conclusion());
        var isCertain = result.code() != MetabolicCode.UNDETERMINED;
        return new Decision<>(result.code(), isCertain, explanation.reasons(), isCertain ? List.of() : missing(values));
    }

    /// What to ask for: the waist, or what is missing in the categories that are lost.
    private List<String> missing(Gathered values) {
        var names = new LinkedHashSet<>(waist.missing(values));
        if (names.isEmpty()) {
            items.forEach(item -> names.addAll(item.missing(values)));
        }
        return List.copyOf(names);
    }
}
