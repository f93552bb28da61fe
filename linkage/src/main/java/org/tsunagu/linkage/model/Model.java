package org.tsunagu.linkage.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tsunagu.linkage.field.Field;
import org.tsunagu.linkage.field.Level;

/// What agreement and disagreement are worth (フェレギ・サンターモデル): estimated from the pairs themselves by expectation and
/// maximisation (EM), without labelled examples, with the chance agreement fixed. A field that says what another has
/// said
/// is worth what it adds ([Dependence]).
final class Model {

    private static final double START_EQUAL = 0.9;
    private static final double UNSEEN = 0.001;
    private static final int MOST_ROUNDS = 60;
    private static final double SMALL_CHANGE = 1e-5;
    private static final double SMALL_SHARE = 1e-6;
    private static final double MOST_ODDS = 1e-12;
    private static final double RAREST = 1e-9;
    private static final double LN2 = Math.log(2);

    private static final int ALONE = 0;
    private static final int GIVEN = 1;

    private final List<Field> fields;
    private final double[][] u;
    /// By field, whether what it depends on is equal, and level.
    private final double[][][] m;
    private final double[][][] bits;
    private Dependence dependence;
    private double share;
    private int rounds;

    private Model(List<Field> fields, double[][] u, double share) {
        this.fields = fields;
        this.u = u;
        this.share = share;
        this.dependence = Dependence.none(u.length);
        this.m = new double[u.length][2][1 << Level.BITS];
        this.bits = new double[u.length][2][1 << Level.BITS];
        for (var field : m) {
            for (var levels : field) {
                Arrays.fill(levels, (1 - START_EQUAL) / (levels.length - 2));
                levels[Level.MISSING.code()] = 0;
                levels[Level.EQUAL.code()] = START_EQUAL;
            }
        }
        weigh();
    }

    /// Estimates from the candidate pairs.
    ///
    /// @param isOneFile whether a file is compared with itself
    static Model of(List<Field> fields, boolean isOneFile, Counted counted) {
        var left = (double) fields.getFirst().leftSize();
        var right = (double) fields.getFirst().rightSize();
        var all = isOneFile ? left * (left - 1) / 2 : left * right;
        var start = Math.min(left, right) / Math.max(2, all);
        var chance = Chance.of(fields, isOneFile);
        var model = new Model(fields, chance, Math.min(0.5, start));
        model.dependence = Dependence.of(fields, isOneFile, chance, pattern -> probability(model.weight(pattern)));
        model.weigh();
        model.estimate(counted.sorted(), all);
        return model;
    }

    private void estimate(Map<Long, Long> pairs, double all) {
        var isChanging = true;
        while (isChanging && rounds < MOST_ROUNDS) {
            rounds++;
            var sums = new double[m.length][2][1 << Level.BITS];
            var matches = 0.0;
            for (var pair : pairs.entrySet()) {
                var expected = probability(weight(pair.getKey())) * pair.getValue();
                matches += expected;
                for (var i = 0; i < sums.length; i++) {
                    sums[i][of(i, pair.getKey())][Pattern.code(pair.getKey(), i)] += expected;
                }
            }
            var newShare = Math.clamp(matches / all, MOST_ODDS, 0.5);
            var change = renew(sums);
            isChanging = change > SMALL_CHANGE || Math.abs(newShare - share) > SMALL_SHARE * share;
            share = newShare;
        }
    }

    private int of(int field, long pattern) {
        return dependence.isGiven(field, pattern) ? GIVEN : ALONE;
    }

    private double renew(double[][][] sums) {
        var most = 0.0;
        for (var i = 0; i < m.length; i++) {
            for (var given = ALONE; given <= GIVEN; given++) {
                most = Math.max(most, renew(m[i][given], sums[i][given]));
            }
        }
        weigh();
        return most;
    }

    private static double renew(double[] levels, double[] sums) {
        var most = 0.0;
        var known = 0.0;
        for (var level = 1; level < sums.length; level++) {
            known += sums[level];
        }
        var whole = 1 + UNSEEN * (sums.length - 1);
        for (var level = 1; level < sums.length; level++) {
            // A field that no match has keeps what it had.
            var value = known < 1 ? levels[level] : (sums[level] / known + UNSEEN) / whole;
            most = Math.max(most, Math.abs(value - levels[level]));
            levels[level] = value;
        }
        return most;
    }

    /// Logarithms are taken once, not for every pair.
    private void weigh() {
        for (var i = 0; i < m.length; i++) {
            weigh(bits[i][ALONE], m[i][ALONE], u[i]);
            weigh(bits[i][GIVEN], m[i][GIVEN], dependence.chance(i, u[i]));
        }
    }

    private static void weigh(double[] bits, double[] m, double[] u) {
        for (var level = 1; level < m.length; level++) {
            bits[level] = Math.log(m[level] / u[level]) / LN2;
        }
    }

    /// Bits for or against, of one field in a pair; nothing when a value is missing.
    double weight(int field, long pattern) {
        return bits[field][of(field, pattern)][Pattern.code(pattern, field)];
    }

    /// Bits of a pattern, the share of matches among all pairs counted in.
    double weight(long pattern) {
        var weight = Math.log(share / (1 - share)) / LN2;
        for (var i = 0; i < m.length; i++) {
            weight += weight(i, pattern);
        }
        return weight;
    }

    /// Bits that an equal value is worth more or less because it is rare or frequent (出現頻度の補正).
    ///
    /// @return 0 where the value is not equal, where it only repeats another field, and where it is the only one
    double rarity(int field, long pattern, int left) {
        if (fields.size() == 1
                || Pattern.code(pattern, field) != Level.EQUAL.code()
                || dependence.isGiven(field, pattern)) {
            return 0;
        }
        var of = fields.get(field);
        var key = of.left(left);
        var share = (double) (of.leftCount(key) + of.rightCount(key)) / (of.leftSize() + of.rightSize());
        return switch (of.kind()) {
            case NAME, NUMBER, DATE, TEXT -> Math.log(u[field][Level.EQUAL.code()] / Math.max(share, RAREST)) / LN2;
            case CODE, AMOUNT, IGNORE -> 0;
        };
    }

    /// Probability of a weight in bits, 0 to 1.
    static double probability(double weight) {
        return 1 / (1 + Math.exp(-weight * LN2));
    }
}
