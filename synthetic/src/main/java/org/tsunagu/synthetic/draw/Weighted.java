package org.tsunagu.synthetic.draw;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Choices with weights (重み付き抽選).
public final class Weighted<T> {
    private final List<T> choices;
    private final double[] cumulative;

    private Weighted(List<T> choices, double[] cumulative) {
        this.choices = choices;
        this.cumulative = cumulative;
    }

    /// Weights of any sum.
    ///
    /// @throws IllegalArgumentException if nothing has a weight
    public static <T> Weighted<T> of(List<T> choices, ToDoubleFunction<T> weight) {
        var total = choices.stream().mapToDouble(weight).sum();
        if (total <= 0) {
            throw new IllegalArgumentException("no choice has a weight");
        }
        var cumulative = new double[choices.size()];
        var sum = 0.0;
        for (var i = 0; i < cumulative.length; i++) {
            sum += weight.applyAsDouble(choices.get(i));
            cumulative[i] = sum / total;
        }
        return new Weighted<>(List.copyOf(choices), cumulative);
    }

    /// The choice at a share between 0 and 1.
    public T at(double share) {
        for (var i = 0; i < cumulative.length; i++) {
            if (share < cumulative[i]) {
                return choices.get(i);
            }
        }
        return choices.getLast();
    }
}
