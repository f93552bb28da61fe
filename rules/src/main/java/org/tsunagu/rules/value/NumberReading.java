package org.tsunagu.rules.value;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Item;

/// The first item that has a number (数値), unless the time of the blood draw contradicts the item.
///
/// @param drawTime variable of the blood-draw time (採血時間)
/// @param excludedDrawTimes its codes that make the number unusable, as a set of bits
record NumberReading(int variable, List<Item> items, int drawTime, long excludedDrawTimes) implements Reading {

    @Override
    public long targets() {
        return Reading.bit(variable);
    }

    @Override
    public long needs() {
        return excludedDrawTimes == 0 ? 0 : Reading.bit(drawTime);
    }

    @Override
    public void read(CheckupValues values, Gathered into) {
        for (var i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var number = Reading.number(item, values.get(item));
            if (number != null) {
                if (!isExcluded(into)) {
                    into.put(variable, number, item);
                }
                return;
            }
        }
    }

    private boolean isExcluded(Gathered gathered) {
        return excludedDrawTimes != 0
                && gathered.knows(drawTime)
                && (excludedDrawTimes & Reading.bit(gathered.number(drawTime).intValue())) != 0;
    }

    @Override
    public List<Unused> unused(int asked, CheckupValues values) {
        var unused = new ArrayList<Unused>();
        for (var item : items) {
            var value = values.get(item);
            var why = Reading.number(item, value) == null ? "unreadable" : "draw_time";
            unused.addAll(Reading.unused(item, value, why));
        }
        return unused;
    }
}
