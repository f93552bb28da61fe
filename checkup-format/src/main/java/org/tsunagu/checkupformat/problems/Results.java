package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.ValueState;

/// The results of one document by item (項目別の結果). Of an item that occurs twice the first that carries a value counts,
/// else the first. A result with a finding is spoiled: comparisons with others leave it out, so that one fault is one
/// finding.
final class Results {

    private final @Nullable Observation[] byItem;
    private final boolean[] repeated;
    private final boolean[] spoiled;

    Results(List<Observation> observations, int items) {
        this.byItem = new Observation[items];
        this.repeated = new boolean[items];
        this.spoiled = new boolean[items];
        for (var observation : observations) {
            var item = observation.item();
            if (item != null) {
                put(item.index(), observation);
            }
        }
    }

    private void put(int index, Observation observation) {
        var before = byItem[index];
        repeated[index] |= before != null;
        if (before == null || (!before.state().isValue() && observation.state().isValue())) {
            byItem[index] = observation;
        }
    }

    /// Whether an item occurs more than once.
    boolean isRepeated(int index) {
        return repeated[index];
    }

    /// The result of an item, or null.
    @Nullable
    Observation get(int index) {
        return byItem[index];
    }

    /// The first item of some that has a value, or -1.
    int firstValue(int[] indexes) {
        for (var index : indexes) {
            if (hasValue(index)) {
                return index;
            }
        }
        return -1;
    }

    /// What became of an item; `ABSENT` when it is not there.
    ValueState state(int index) {
        var observation = byItem[index];
        return observation == null ? ValueState.ABSENT : observation.state();
    }

    /// Whether the item is there with a value or a mark.
    boolean hasValue(int index) {
        return state(index).isValue();
    }

    /// Whether the item answers for a requirement: a value, not performed, not measurable, or a value with a finding of
    /// its own.
    boolean answers(int index) {
        var state = state(index);
        return (state != ValueState.ABSENT && state != ValueState.EMPTY) || spoiled[index];
    }

    /// Marks an item as having a finding.
    void spoil(int index) {
        spoiled[index] = true;
    }

    boolean isSpoiled(int index) {
        return spoiled[index];
    }

    /// The code or text of an item; empty when it has no value.
    String text(int index) {
        var observation = byItem[index];
        if (observation == null || !observation.state().isValue()) {
            return "";
        }
        var result = observation.result();
        return result == null || result.isRangeMark() ? "" : result.text();
    }

    /// The measured number of an item without finding; null when there is none, or only a mark beside it.
    @Nullable
    BigDecimal number(int index) {
        if (spoiled[index] || state(index) != ValueState.MEASURED) {
            return null;
        }
        var result = byItem[index] == null ? null : byItem[index].result();
        return result == null || result.isRangeMark() ? null : result.number();
    }
}
