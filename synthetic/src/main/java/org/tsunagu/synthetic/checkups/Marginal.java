package org.tsunagu.synthetic.checkups;

import java.util.List;
import org.tsunagu.synthetic.draw.Normal;

/// The distribution of one measure in one class (周辺分布): the fitted curve, bent so that after rounding the published
/// share of every category is met exactly.
final class Marginal {
    private static final double EDGE = 1e-6;

    private final Measure measure;
    private final Curve curve;
    /// Published share below each cut, from 0 to 1.
    private final double[] published;
    /// Share of the curve below each cut, for each way of rounding.
    private final double[][] fitted;

    Marginal(Measure measure, Curve curve, List<Shares.Category> categories, List<Double> shares) {
        this.measure = measure;
        this.curve = curve;
        this.published = new double[shares.size() + 1];
        for (var i = 0; i < shares.size(); i++) {
            published[i + 1] = published[i] + shares.get(i);
        }
        published[shares.size()] = 1;
        this.fitted = new double[measure.roundings()][];
        for (var rounding = 0; rounding < fitted.length; rounding++) {
            fitted[rounding] = fit(categories, measure.step(rounding));
        }
    }

    private double[] fit(List<Shares.Category> categories, double step) {
        var fit = new double[published.length];
        for (var i = 1; i < categories.size(); i++) {
            var cut = categories.get(i).lower().orElseThrow();
            // The least value that is rounded to the cut or above.
            var least = StrictMath.ceil(cut / step - EDGE) * step - step / 2;
            fit[i] = Math.clamp(curve.cdf(least), fit[i - 1] + EDGE / published.length, 1 - EDGE);
        }
        fit[categories.size()] = 1;
        return fit;
    }

    /// The recorded value at a share of the people.
    double quantile(double share, int rounding) {
        var bent = bend(share, published, fitted[rounding]);
        var step = measure.step(rounding);
        var value = StrictMath.floor(curve.quantile(Math.clamp(bent, EDGE, 1 - EDGE)) / step + 0.5) * step;
        var scale = StrictMath.pow(10, measure.decimals());
        return StrictMath.round(value * scale) / scale;
    }

    /// The standard normal value a recorded value stands for.
    double score(double value) {
        var share = bend(curve.cdf(value), fitted[0], published);
        return Normal.quantile(Math.clamp(share, EDGE, 1 - EDGE));
    }

    private static double bend(double x, double[] from, double[] to) {
        for (var i = 1; i < from.length; i++) {
            if (x <= from[i] && from[i] > from[i - 1]) {
                return to[i - 1] + (to[i] - to[i - 1]) * (x - from[i - 1]) / (from[i] - from[i - 1]);
            }
        }
        return 1;
    }
}
