package org.tsunagu.synthetic.checkups;

import java.math.BigDecimal;

/// What would be measured of a person in a year (身体の状態), every measure as it would be recorded.
public final class Body {
    private final double[] values;

    private Body(double[] values) {
        this.values = values;
    }

    /// A recorded value.
    public double get(Measure measure) {
        return values[measure.index()];
    }

    /// A recorded value as written.
    public String text(Measure measure) {
        var scaled = StrictMath.round(get(measure) * StrictMath.pow(10, measure.decimals()));
        return BigDecimal.valueOf(scaled, measure.decimals()).toPlainString();
    }

    static final class Builder {
        private final double[] values = new double[Measure.values().length];

        double get(Measure measure) {
            return values[measure.index()];
        }

        /// Sets a value, rounded half up to the digits it is recorded with.
        Builder set(Measure measure, double value) {
            var scale = StrictMath.pow(10, measure.decimals());
            values[measure.index()] = StrictMath.floor(value * scale + 0.5) / scale;
            return this;
        }

        Body build() {
            return new Body(values.clone());
        }
    }
}
