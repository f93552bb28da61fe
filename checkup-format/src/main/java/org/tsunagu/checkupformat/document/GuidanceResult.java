package org.tsunagu.checkupformat.document;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One observation of a guidance document as written (保健指導項目の記録).
///
/// @param code item code as written, ten digits in the fourth period
/// @param mood `EVN` done, `INT` planned, `GOL` target
/// @param negated `negationInd="true"`: not done
/// @param length minutes in `effectiveTime/width`
/// @param values every `value`, in the order written
/// @param line and `column`: where the observation begins
public record GuidanceResult(
        String code,
        String mood,
        boolean negated,
        GuidanceAct.Length length,
        List<WrittenValue> values,
        int line,
        int column) {

    /// The value; null when there is none.
    public @Nullable WrittenValue value() {
        return values.isEmpty() ? null : values.getFirst();
    }

    /// The number, code or text of the value; empty when there is none.
    public String text() {
        var value = value();
        return value == null ? "" : value.text();
    }

    /// The value as an exact decimal; null when it is none.
    public @Nullable BigDecimal number() {
        var value = value();
        return value == null ? null : value.number();
    }

    /// Whether neither a value nor minutes are written.
    public boolean isBlank() {
        return text().isEmpty() && length.isEmpty();
    }
}
