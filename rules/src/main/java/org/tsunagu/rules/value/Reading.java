package org.tsunagu.rules.value;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.ValueState;

/// How one variable is read from the results (値の取り方).
interface Reading {

    /// The variables it sets, as a set of bits.
    long targets();

    /// The variables it looks at, as a set of bits.
    default long needs() {
        return 0;
    }

    void read(CheckupValues values, Gathered into);

    /// What is there for a variable that is not known, and why it was not used.
    default List<Unused> unused(int variable, CheckupValues values) {
        return List.of();
    }

    /// What is there for a variable but had to stand back behind the value that was used.
    default List<Unused> passedOver(int variable, CheckupValues values, Gathered gathered) {
        return List.of();
    }

    static long bit(int variable) {
        return 1L << variable;
    }

    /// The number of an item, or null when there is none to use. Beside a mark above or below the input range
    /// stands the number; when only the mark is there the limit of the range is enough, for it lies far beyond
    /// every cut-off.
    static @Nullable BigDecimal number(Item item, ItemValue value) {
        if (!value.state().isValue() || value.number() != null) {
            return value.state().isValue() ? value.number() : null;
        }
        return switch (value.state()) {
            case ABOVE_RANGE ->
                item.inputRange().high() == null
                        ? item.maxValue()
                        : item.inputRange().high();
            case BELOW_RANGE -> item.inputRange().low();
            default -> null;
        };
    }

    /// Why an item that is there gives no value: the word of its state, or `otherwise` for a value that cannot be
    /// used.
    static List<Unused> unused(Item item, ItemValue value, String otherwise) {
        if (value.state() == ValueState.ABSENT) {
            return List.of();
        }
        var why = value.state().isValue() ? otherwise : value.state().word();
        return List.of(new Unused(item.code(), value.text(), why));
    }
}
