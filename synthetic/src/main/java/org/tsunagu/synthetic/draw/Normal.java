package org.tsunagu.synthetic.draw;

/// The standard normal distribution (標準正規分布) in strict arithmetic.
public final class Normal {
    private static final double SQRT_2PI = StrictMath.sqrt(2 * StrictMath.PI);
    private static final double TAIL = 7.07106781186547;
    private static final double FAR = 37;
    private static final double[] CDF_UP = {
        0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
        220.206867912376
    };
    private static final double[] CDF_DOWN = {
        0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
        793.826512519948, 440.413735824752
    };
    private static final double[] MIDDLE_UP = {
        2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
        13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608
    };
    private static final double[] MIDDLE_DOWN = {
        5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
        5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1
    };
    private static final double[] NEAR_UP = {
        7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
        3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734
    };
    private static final double[] NEAR_DOWN = {
        1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
        0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1
    };
    private static final double[] FAR_UP = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
        0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772
    };
    private static final double[] FAR_DOWN = {
        2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
        0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1
    };

    private Normal() {}

    /// Probability below z (Hart's approximation, good to 14 digits).
    public static double cdf(double z) {
        var x = StrictMath.abs(z);
        var tail = 0.0;
        if (x <= FAR) {
            var e = StrictMath.exp(-x * x / 2);
            if (x < TAIL) {
                tail = e * polynomial(CDF_UP, x) / polynomial(CDF_DOWN, x);
            } else {
                tail = e / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / SQRT_2PI;
            }
        }
        return z > 0 ? 1 - tail : tail;
    }

    /// The z below which a share p lies (Wichura's AS 241, good to 16 digits).
    public static double quantile(double p) {
        var q = p - 0.5;
        if (StrictMath.abs(q) <= 0.425) {
            var r = 0.180625 - q * q;
            return q * polynomial(MIDDLE_UP, r) / polynomial(MIDDLE_DOWN, r);
        }
        var r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        var z = r <= 5
                ? polynomial(NEAR_UP, r - 1.6) / polynomial(NEAR_DOWN, r - 1.6)
                : polynomial(FAR_UP, r - 5) / polynomial(FAR_DOWN, r - 5);
        return q < 0 ? -z : z;
    }

    /// Density at z.
    public static double density(double z) {
        return StrictMath.exp(-z * z / 2) / SQRT_2PI;
    }

    private static double polynomial(double[] highestFirst, double x) {
        var sum = 0.0;
        for (var coefficient : highestFirst) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
