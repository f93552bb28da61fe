package org.tsunagu.rules.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tsunagu.rules.condition.Explanation;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Gatherer;

/// Why a person is on a list or cannot be judged (該当理由), with where each value was found.
record Reasons(Gathered gathered, Findings findings) {

    /// The reasons of the steps that hold, or, when one cannot be told, of those that cannot.
    List<Reason> of(List<PeopleList.Step> steps, List<Truth> truths) {
        var isOpen = truths.contains(Truth.UNKNOWN);
        var reasons = new ArrayList<Reason>();
        for (var i = 0; i < truths.size(); i++) {
            if (!isOpen || truths.get(i) == Truth.UNKNOWN) {
                var explanation = new Explanation(gathered, Gatherer.NONE);
                steps.get(i).condition().explain(explanation);
                explanation.reasons().stream()
                        .filter(reason -> !isOpen || reason.code() == ReasonCode.CONDITION_UNKNOWN)
                        .map(this::located)
                        .forEach(reasons::add);
            }
        }
        return List.copyOf(reasons);
    }

    private Reason located(Reason reason) {
        var finding = findings.of(reason.facts().getOrDefault("variable", ""));
        var facts = new LinkedHashMap<>(finding.details());
        facts.putAll(reason.facts());
        if (!finding.why().isEmpty()) {
            facts.put("why", finding.why());
        }
        return new Reason(
                reason.code(),
                reason.about(),
                reason.outcome(),
                reason.basis(),
                finding.item(),
                finding.shown().isEmpty() ? reason.value() : finding.shown(),
                facts);
    }
}
