package org.tsunagu.synthetic.draw;

/// The standard normal distribution (標準正規分布) in strict arithmetic.
public final class Normal {
    private static final double SQRT_2PI = StrictMath.sqrt(2 * StrictMath.PI);
    private static final double TAIL = 7.07106781186547;
    private static final double FAR = 37;
    private static final double[] CDF_UP = {
        0.0352624965998911,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };
    private static final double[] CDF_DOWN = {
        0.0883883476483184,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };
    private static final double[] MIDDLE_UP = {
        2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
        13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665
    };
    private static final double[] MIDDLE_DOWN = {
        5226.495278852546,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1
    };
    private static final double[] NEAR_UP = {
        0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
        3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835
    };
    private static final double[] NEAR_DOWN = {
        1.0507500716444169e-9,
        0.0005475938084995345,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1
    };
    private static final double[] FAR_UP = {
        2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
        0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103
    };
    private static final double[] FAR_DOWN = {
        2.0442631033899397e-15,
        1.421511758316446e-7,
        1.8463183175100548e-5,
        0.0007868691311456133,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
        1
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
