package org.tsunagu.synthetic.draw;

import java.util.List;
import java.util.SplittableRandom;

/// Random numbers for one purpose about one thing (乱数): the same seed, purpose and ids give the same numbers whatever
/// was drawn before, by whom and in which order. Only strict arithmetic is used, so that machines agree to the last
/// bit.
public final class Draw {
    private static final double TWO_TO_53 = 0x1.0p53;
    private static final double HALF_STEP = 0x1.0p-54;

    private final SplittableRandom random;

    private Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /// The numbers for a purpose and the ids of what it is about, for example a person and a year.
    public static Draw of(long seed, String purpose, long... ids) {
        var mixed = mix(seed ^ mix(purpose.hashCode()));
        for (var id : ids) {
            mixed = mix(mixed + id);
        }
        return new Draw(mixed);
    }

    /// Strictly between 0 and 1.
    public double uniform() {
        return (random.nextLong() >>> 11) / TWO_TO_53 + HALF_STEP;
    }

    /// Standard normal.
    public double normal() {
        return Normal.quantile(uniform());
    }

    /// A whole number from 0 to below the bound.
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /// Whether something of this probability happens.
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /// One of the list, all equally likely.
    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    // The finaliser of SplitMix64: neighbouring ids give unrelated numbers.
    private static long mix(long value) {
        var z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
