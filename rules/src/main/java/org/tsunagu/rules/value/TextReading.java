package org.tsunagu.rules.value;

import java.math.BigDecimal;
import java.util.List;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Item;

/// Whether one of the items has a text (文字列): known when it has.
record TextReading(int variable, List<Item> items) implements Reading {

    @Override
    public long targets() {
        return Reading.bit(variable);
    }

    @Override
    public void read(CheckupValues values, Gathered into) {
        for (var item : items) {
            var value = values.get(item);
            if (value.state().isValue() && !value.text().isBlank()) {
                into.put(variable, BigDecimal.ONE, item);
                return;
            }
        }
    }
}
