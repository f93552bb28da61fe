package org.tsunagu.synthetic.realism;

/// Sums for a correlation of two years (二時点の相関).
final class Pairs {
    private long n;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    void add(double before, double now) {
        n++;
        x += before;
        y += now;
        xx += before * before;
        yy += now * now;
        xy += before * now;
    }

    void add(Pairs other) {
        n += other.n;
        x += other.x;
        y += other.y;
        xx += other.xx;
        yy += other.yy;
        xy += other.xy;
    }

    long people() {
        return n;
    }

    /// The correlation; 0 when there are too few pairs for one.
    double correlation() {
        var covariance = xy - x * y / n;
        var variances = (xx - x * x / n) * (yy - y * y / n);
        return n > 2 && variances > 0 ? covariance / StrictMath.sqrt(variances) : 0;
    }
}
