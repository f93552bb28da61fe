package org.tsunagu.rules.value;

import java.util.List;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Item;

/// The BMI as reported, else computed from height and weight.
record BmiReading(int variable, Item item, int height, int weight, Formulas formulas) implements Reading {

    @Override
    public long targets() {
        return Reading.bit(variable);
    }

    @Override
    public long needs() {
        return Reading.bit(height) | Reading.bit(weight);
    }

    @Override
    public void read(CheckupValues values, Gathered into) {
        var number = Reading.number(item, values.get(item));
        if (number != null) {
            into.put(variable, number, item);
        } else if (into.knows(height)
                && into.knows(weight)
                && into.number(height).signum() > 0) {
            formulas.bmi(into.number(height), into.number(weight)).ifPresent(result -> into.compute(variable, result));
        }
    }

    @Override
    public List<Unused> unused(int asked, CheckupValues values) {
        return Reading.unused(item, values.get(item), "unreadable");
    }
}
