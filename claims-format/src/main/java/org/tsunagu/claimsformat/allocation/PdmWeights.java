package org.tsunagu.claimsformat.allocation;

/// How much of a claim a disease of a class draws, by sex (比例配分の重み): whole numbers for
/// [LargestRemainder]. A weight is 0 where nothing is known or where it would be invalid.
public final class PdmWeights {

    private final long[][] points;
    private final long[][] days;

    PdmWeights(long[][] points, long[][] days) {
        this.points = points;
        this.days = days;
    }

    /// The weights of a claim's disease rows.
    ///
    /// @param sex 1 men, 2 women, 0 unknown
    public long[] of(int sex, int[] classes) {
        return of(points[sex], classes);
    }

    /// The weights for splitting its days.
    public long[] daysOf(int sex, int[] classes) {
        return of(days[sex], classes);
    }

    private static long[] of(long[] weights, int[] classes) {
        var chosen = new long[classes.length];
        for (var i = 0; i < classes.length; i++) {
            chosen[i] = weights[classes[i]];
        }
        return chosen;
    }
}
