package org.tsunagu.claimsformat.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/// What the proportional distribution has to know of all claims (比例配分の母集団統計), by sex and
/// class: how dear a day with a disease of the class is, beside how many others, over how many days.
/// Its size does not grow with the claims, and the order of the claims does not matter.
public final class PdmStatistics {

    /// Unknown, men, women.
    static final int SEXES = 3;

    private final PdmRounding rounding;
    private final int classes;
    private final Sex[] sexes = new Sex[SEXES];

    /// Nothing seen yet.
    ///
    /// @param classes how many classes there are; they are counted from 0
    public PdmStatistics(PdmRounding rounding, int classes) {
        this.rounding = rounding;
        this.classes = classes;
        Arrays.setAll(sexes, i -> new Sex(classes, rounding.mostDiseases()));
    }

    /// Sums of one sex (性別の合計).
    private static final class Sex {
        private final BigInteger[] w;
        private final long[] rows;
        private final long[] diseases;
        private final long[] days;
        private final long[] daysByDiseases;
        private long points;

        Sex(int classes, int mostDiseases) {
            w = new BigInteger[classes];
            Arrays.fill(w, BigInteger.ZERO);
            rows = new long[classes];
            diseases = new long[classes];
            days = new long[classes];
            daysByDiseases = new long[mostDiseases + 1];
        }
    }

    /// Takes a claim with at least one disease.
    ///
    /// @param sex 1 men, 2 women, 0 unknown
    /// @param points of the claim with the dispensing joined to it
    /// @param days of care; 0 counts as 1
    /// @param ofRows the class of each disease row
    public void add(int sex, long points, int days, int[] ofRows) {
        var sums = sexes[sex];
        var number = Math.min(ofRows.length, rounding.mostDiseases());
        var whole = Math.max(1, days);
        var w = rounding.w().units(points / (whole * (1 + StrictMath.log(number))));
        sums.points += points;
        sums.daysByDiseases[number] += whole;
        for (var one : ofRows) {
            sums.w[one] = sums.w[one].add(BigInteger.valueOf(w));
            sums.rows[one]++;
            sums.diseases[one] += number;
            sums.days[one] += whole;
        }
    }

    /// The weights that follow.
    public PdmWeights weights() {
        var points = new long[SEXES][];
        var days = new long[SEXES][];
        for (var sex = 0; sex < SEXES; sex++) {
            points[sex] = new long[classes];
            days[sex] = new long[classes];
            var mean = mean(sexes[sex]);
            for (var one = 0; one < classes; one++) {
                points[sex][one] = weight(sexes[sex], one, mean);
                days[sex][one] = sexes[sex].rows[one] == 0 ? 0 : days(sexes[sex], one);
            }
        }
        return new PdmWeights(points, days);
    }

    /// Points of a day and disease over all claims of a sex. The logarithms are added up by number of
    /// diseases, so that the sum is the same in every order of the claims.
    private static double mean(Sex sums) {
        var whole = 0.0;
        for (var number = 1; number < sums.daysByDiseases.length; number++) {
            whole += sums.daysByDiseases[number] * (1 + StrictMath.log(number));
        }
        return sums.points / whole;
    }

    private long days(Sex sums, int one) {
        return rounding.d().mean(BigInteger.valueOf(sums.days[one]), 0, sums.rows[one]);
    }

    /// A weight that is not finite or negative is 0.
    private long weight(Sex sums, int one, double all) {
        if (sums.rows[one] == 0) {
            return 0;
        }
        var units = rounding.m().mean(sums.w[one], rounding.w().decimals(), sums.rows[one]);
        var m = units / rounding.m().factor();
        var n = rounding.n().mean(BigInteger.valueOf(sums.diseases[one]), 0, sums.rows[one])
                / rounding.n().factor();
        var exponent = m >= all ? StrictMath.log(n) : n - 1;
        var weight = m * StrictMath.pow(m / all, exponent);
        return Double.isFinite(weight) && weight > 0 ? rounding.weight().units(weight) : 0;
    }
}
