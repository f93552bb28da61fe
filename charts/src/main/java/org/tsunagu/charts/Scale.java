package org.tsunagu.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Turns values into places on an axis (目盛): ends are round numbers, and every value lies between them.
///
/// @param low value at the beginning of the axis
/// @param high value at its end, always above `low`
/// @param step distance of the marks
record Scale(double low, double high, double step) {

    /// Beyond this a figure is a mistake of the data; the picture stays whole.
    private static final double LARGEST = 1e15;

    private static final double TEN = 10;
    private static final double FIVE = 5;
    private static final int STEPS = 5;
    private static final double SLACK = 1e-9;

    /// A number for drawing; what is too large for a picture is drawn at the edge.
    static double drawn(BigDecimal value) {
        return Math.clamp(value.doubleValue(), -LARGEST, LARGEST);
    }

    /// The axis of these values; from 0 to 1 when there are none.
    static Scale around(Collection<BigDecimal> values) {
        var low = values.stream().mapToDouble(Scale::drawn).min().orElse(0);
        var high = values.stream().mapToDouble(Scale::drawn).max().orElse(1);
        var room = Math.max((high - low) / TEN, Math.max(Math.abs(high), 1) * 1e-3);
        return of(low - room, high + room);
    }

    /// The axis from zero to the largest of these values: what bars need.
    static Scale fromZero(Collection<BigDecimal> values) {
        var high = values.stream().mapToDouble(Scale::drawn).max().orElse(1);
        return of(0, high > 0 ? high : 1);
    }

    private static Scale of(double low, double high) {
        var step = roundStep((high - low) / STEPS);
        return new Scale(Math.floor(low / step + SLACK) * step, Math.ceil(high / step - SLACK) * step, step);
    }

    private static double roundStep(double rough) {
        var power = Math.pow(TEN, Math.floor(Math.log10(rough)));
        var times = rough / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= FIVE ? FIVE : TEN);
    }

    /// The place of a value between two ends, which may run either way; never outside them.
    double place(double value, double from, double to) {
        return from + (Math.clamp(value, low, high) - low) / (high - low) * (to - from);
    }

    /// The values to mark, both ends included.
    List<Double> marks() {
        var marks = new ArrayList<Double>();
        var count = (int) Math.round((high - low) / step);
        for (var i = 0; i <= count; i++) {
            marks.add(low + i * step);
        }
        return marks;
    }
}
