package org.tsunagu.charts;

/// How a value of a map lies to the reference (地図の階級), each with a fill of its own.
public enum MapClass {
    FAR_BELOW,
    BELOW,
    /// As the reference.
    NEAR,
    ABOVE,
    FAR_ABOVE,
    /// Too few people to say, or not shown.
    NOTHING;

    Fill fill() {
        return Fill.valueOf(name());
    }
}
