package org.tsunagu.rules.value;

import java.util.List;
import org.tsunagu.codes.item.CheckupValues;

/// The first of several variables that is known (優先順).
record FirstOfReading(int variable, List<Integer> parts) implements Reading {

    @Override
    public long targets() {
        return Reading.bit(variable);
    }

    @Override
    public long needs() {
        var bits = 0L;
        for (var part : parts) {
            bits |= Reading.bit(part);
        }
        return bits;
    }

    @Override
    public void read(CheckupValues values, Gathered into) {
        for (var part : parts) {
            if (into.knows(part)) {
                into.copy(part, variable);
                return;
            }
        }
    }
}
