package org.tsunagu.synthetic.checkups;

import org.tsunagu.codes.table.Row;
import org.tsunagu.synthetic.draw.Normal;

/// A smooth distribution fitted to published counts and means (分布曲線), a row of `curves.tsv`: a lognormal one that
/// begins at a shift, or its mirror image.
record Curve(boolean reflected, double shift, double mu, double sigma) {
    static Curve of(Row row) {
        var mean = Double.parseDouble(row.text("mean"));
        var shift = Double.parseDouble(row.text("shift"));
        var sigma = Double.parseDouble(row.text("sigma"));
        var reflected = row.text("distribution").equals("REFLECTED");
        var distance = reflected ? shift - mean : mean - shift;
        return new Curve(reflected, shift, StrictMath.log(distance) - sigma * sigma / 2, sigma);
    }

    double quantile(double share) {
        var z = Normal.quantile(share);
        return reflected ? shift - StrictMath.exp(mu - sigma * z) : shift + StrictMath.exp(mu + sigma * z);
    }

    double cdf(double value) {
        var distance = reflected ? shift - value : value - shift;
        if (distance <= 0) {
            return reflected ? 1 : 0;
        }
        var z = (StrictMath.log(distance) - mu) / sigma;
        return reflected ? 1 - Normal.cdf(z) : Normal.cdf(z);
    }
}
