package org.tsunagu.fhir.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.item.ValueType;

/// Texts of findings (所見), which the guide writes as a part of the result that says whether there are any.
final class Findings {

    private final List<Observation> results;
    private final Map<String, List<Integer>> byCode = new HashMap<>();
    private final Map<Integer, List<Observation>> texts = new HashMap<>();
    private final Set<Integer> parts = new HashSet<>();

    Findings(List<Observation> results) {
        this.results = results;
        for (var i = 0; i < results.size(); i++) {
            byCode.computeIfAbsent(results.get(i).code(), code -> new ArrayList<>())
                    .add(i);
        }
        for (var i = 0; i < results.size(); i++) {
            var parent = isText(results.get(i)) ? parent(results.get(i)) : -1;
            if (parent >= 0) {
                texts.computeIfAbsent(parent, index -> new ArrayList<>()).add(results.get(i));
                parts.add(i);
            }
        }
    }

    /// The texts that go into the result at a place.
    List<Observation> of(int index) {
        return texts.getOrDefault(index, List.of());
    }

    /// Whether the result at a place goes into another.
    boolean isPartOfAnother(int index) {
        return parts.contains(index);
    }

    private static boolean isText(Observation result) {
        var item = result.item();
        return item != null
                && !item.dependsOn().isEmpty()
                && item.type() == ValueType.ST
                && result.state() == ValueState.MEASURED
                && result.values().size() == 1
                && result.values().getFirst().type().equals("ST")
                && result.method().isEmpty()
                && result.interpretation().isEmpty()
                && result.range() == null;
    }

    /// The only result this one depends on, in the same section and series; -1 when there is none or more.
    private int parent(Observation text) {
        var item = text.item();
        var parents = item == null ? List.<Integer>of() : byCode.getOrDefault(item.dependsOn(), List.of());
        var isAlone = byCode.getOrDefault(text.code(), List.of()).size() == 1;
        return isAlone && parents.size() == 1 && isBeside(results.get(parents.getFirst()), text)
                ? parents.getFirst()
                : -1;
    }

    private static boolean isBeside(Observation parent, Observation text) {
        return parent.state() == ValueState.MEASURED
                && parent.section().equals(text.section())
                && parent.group() == text.group()
                && parent.relation().equals(text.relation())
                && !isText(parent);
    }
}
