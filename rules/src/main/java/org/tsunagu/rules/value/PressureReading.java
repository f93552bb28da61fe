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
    public List<Unused> unused(int asked, CheckupValues values) {
        var unused = new ArrayList<Unused>();
        for (var item : items(asked)) {
            unused.addAll(Reading.unused(item, values.get(item), "unreadable"));
        }
        return unused;
    }

    /// A measurement that comes first in the order but has only one of the two pressures.
    @Override
    public List<Unused> passedOver(int asked, CheckupValues values, Gathered gathered) {
        var items = items(asked);
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (gathered.itemCode(asked).equals(item.code())) {
                return List.of();
            }
            if (Reading.number(item, values.get(item)) != null) {
                return Reading.unused(item, values.get(item), "other_measurement");
            }
        }
        return List.of();
    }

    private List<Item> items(int asked) {
        return asked == systolic ? systolicItems : diastolicItems;
    }
}
