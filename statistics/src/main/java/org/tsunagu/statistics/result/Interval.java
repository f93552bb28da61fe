package org.tsunagu.statistics.result;

/// Within which limits the true value is likely to lie (信頼区間).
///
/// @param low lower limit, in the unit of the estimate
/// @param high upper limit, in the unit of the estimate; may be infinite
/// @param level between 0 and 1, for example 0.95
/// @param method how the limits were computed
public record Interval(double low, double high, double level, IntervalMethod method) {

    /// Whether a value lies inside, the limits included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /// The same interval in another unit: both limits multiplied by a positive factor.
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor, level, method);
    }
}
