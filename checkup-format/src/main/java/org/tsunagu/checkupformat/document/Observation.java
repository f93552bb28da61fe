package org.tsunagu.checkupformat.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.ValueState;

/// One result of a document as written (検査結果), whatever its item.
///
/// @param section code of the section it stands in, `01010`, `01990` and so on
/// @param code 17-digit item code as written
/// @param item the item of the master, or null for a code the master does not have
/// @param group number of the series (一連検査グループ) within the document, from 1; 0 for a result that stands alone
/// @param relation `COMP` or `RSON` inside a series; empty outside
/// @param negated `negationInd="true"`: not performed (未実施)
/// @param values every `value`, in the order written
/// @param method method code; empty for none
/// @param interpretation `H`, `L`, `N`; empty for none
/// @param range reference range of the facility, or null
/// @param doctorName name of the doctor in `author`; empty for none
/// @param line and `column`: where the observation begins
public record Observation(
        String section,
        String code,
        @Nullable Item item,
        int group,
        String relation,
        boolean negated,
        List<WrittenValue> values,
        String method,
        String interpretation,
        @Nullable ReferenceRange range,
        String doctorName,
        int line,
        int column) {

    /// The value that carries the result: the one that is not the mark H or L; the mark itself when it stands alone;
    /// null
    /// when there is no value.
    public @Nullable WrittenValue result() {
        if (values.size() == 1) {
            return values.getFirst();
        }
        for (var value : values) {
            if (!value.isRangeMark()) {
                return value;
            }
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /// What became of the item.
    public ValueState state() {
        if (negated) {
            return ValueState.NOT_PERFORMED;
        }
        if (values.size() == 1) {
            return values.getFirst().alone().state();
        }
        for (var value : values) {
            if (value.isRangeMark()) {
                return value.text().equals("H") ? ValueState.ABOVE_RANGE : ValueState.BELOW_RANGE;
            }
        }
        var result = result();
        if (result == null) {
            return ValueState.EMPTY;
        }
        if (!result.nullFlavor().isEmpty()) {
            return ValueState.NOT_MEASURABLE;
        }
        return result.text().isEmpty() ? ValueState.EMPTY : ValueState.MEASURED;
    }

    /// The result as the rules see it. A number that cannot be read has no decimal.
    public ItemValue toItemValue() {
        if (!negated && values.size() == 1) {
            return values.getFirst().alone();
        }
        var state = state();
        var result = result();
        return result == null ? ItemValue.of(state) : result.toItemValue(state);
    }
}
