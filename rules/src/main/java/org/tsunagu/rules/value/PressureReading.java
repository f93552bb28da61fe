package org.tsunagu.rules.value;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Item;

/// Both blood pressures (血圧): from the first measurement that has both, in the order other, second, first; when
/// none has both, each from the first measurement that has it.
record PressureReading(int systolic, int diastolic, List<Item> systolicItems, List<Item> diastolicItems)
        implements Reading {

    @Override
    public long targets() {
        return Reading.bit(systolic) | Reading.bit(diastolic);
    }

    @Override
    public void read(CheckupValues values, Gathered into) {
        for (var i = 0; i < systolicItems.size(); i++) {
            var upper = systolicItems.get(i);
            var high = Reading.number(upper, values.get(upper));
            if (high != null) {
                var lower = diastolicItems.get(i);
                var low = Reading.number(lower, values.get(lower));
                if (low != null) {
                    into.put(systolic, high, upper);
                    into.put(diastolic, low, lower);
                    return;
                }
            }
        }
        readEach(values, systolic, systolicItems, into);
        readEach(values, diastolic, diastolicItems, into);
    }

    private static void readEach(CheckupValues values, int variable, List<Item> items, Gathered into) {
        for (var item : items) {
            var number = Reading.number(item, values.get(item));
            if (number != null) {
                into.put(variable, number, item);
                return;
            }
        }
    }

    @Override
    public List<Unused> unused(CheckupValues values, Gathered gathered) {
        var unused = new ArrayList<Unused>();
        addUnused(values, gathered, systolic, systolicItems, unused);
        addUnused(values, gathered, diastolic, diastolicItems, unused);
        return unused;
    }

    /// Only what stands before the measurement that was used: that a later one was not used goes without saying.
    private static void addUnused(
            CheckupValues values, Gathered gathered, int variable, List<Item> items, List<Unused> into) {
        for (var item : items) {
            if (gathered.knows(variable) && gathered.itemCode(variable).equals(item.code())) {
                return;
            }
            var value = values.get(item);
            var why = Reading.number(item, value) == null ? "unreadable" : "other_measurement";
            into.addAll(Reading.unused(item, value, why));
        }
    }
}
