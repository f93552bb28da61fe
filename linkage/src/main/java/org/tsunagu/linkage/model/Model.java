package org.tsunagu.linkage.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tsunagu.linkage.field.Field;
import org.tsunagu.linkage.field.Level;

/// What agreement and disagreement are worth (フェレギ・サンターモデル): estimated from the pairs themselves by expectation and
/// maximisation (EM), without labelled examples, with the chance agreement fixed.
final class Model {

    private static final double START_EQUAL = 0.9;
    private static final double UNSEEN = 0.001;
    private static final int MOST_ROUNDS = 60;
    private static final double SMALL_CHANGE = 1e-5;
    private static final double SMALL_SHARE = 1e-6;
    private static final double MOST_ODDS = 1e-12;
    private static final double RAREST = 1e-9;
    private static final double LN2 = Math.log(2);

    private final List<Field> fields;
    private final double[][] u;
    private final double[][] m;
    private final double[][] bits;
    private double share;
    private int rounds;

    private Model(List<Field> fields, double[][] u, double share) {
        this.fields = fields;
        this.u = u;
        this.share = share;
        this.m = new double[u.length][1 << Level.BITS];
        this.bits = new double[u.length][1 << Level.BITS];
        for (var field : m) {
            Arrays.fill(field, (1 - START_EQUAL) / (field.length - 2));
            field[Level.MISSING.code()] = 0;
            field[Level.EQUAL.code()] = START_EQUAL;
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
        var model = new Model(fields, Chance.of(fields, isOneFile), Math.min(0.5, start));
        model.estimate(counted.sorted(), all);
        return model;
    }

    private void estimate(Map<Long, Long> pairs, double all) {
        var isChanging = true;
        while (isChanging && rounds < MOST_ROUNDS) {
            rounds++;
            var sums = new double[m.length][1 << Level.BITS];
            var matches = 0.0;
            for (var pair : pairs.entrySet()) {
                var expected = probability(weight(pair.getKey())) * pair.getValue();
                matches += expected;
                for (var i = 0; i < sums.length; i++) {
                    sums[i][Pattern.code(pair.getKey(), i)] += expected;
                }
            }
            var newShare = Math.clamp(matches / all, MOST_ODDS, 0.5);
            var change = renew(sums);
            isChanging = change > SMALL_CHANGE || Math.abs(newShare - share) > SMALL_SHARE * share;
            share = newShare;
        }
    }

    private double renew(double[][] sums) {
        var most = 0.0;
        for (var i = 0; i < m.length; i++) {
            var known = 0.0;
            for (var level = 1; level < sums[i].length; level++) {
                known += sums[i][level];
            }
            var whole = 1 + UNSEEN * (sums[i].length - 1);
            for (var level = 1; level < sums[i].length; level++) {
                // A field that no match has keeps what it had.
                var value = known < 1 ? m[i][level] : (sums[i][level] / known + UNSEEN) / whole;
                most = Math.max(most, Math.abs(value - m[i][level]));
                m[i][level] = value;
            }
        }
        weigh();
        return most;
    }

    /// Logarithms are taken once, not for every pair.
    private void weigh() {
        for (var i = 0; i < m.length; i++) {
            for (var level = 1; level < m[i].length; level++) {
                bits[i][level] = Math.log(m[i][level] / u[i][level]) / LN2;
            }
        }
    }

    /// Bits for or against, of one field by itself; nothing when a value is missing.
    double weight(int field, Level level) {
        return bits[field][level.code()];
    }

    /// Bits of a pattern, the share of matches among all pairs counted in.
    double weight(long pattern) {
        var weight = Math.log(share / (1 - share)) / LN2;
        for (var i = 0; i < m.length; i++) {
            weight += bits[i][Pattern.code(pattern, i)];
        }
        return weight;
    }

    /// Bits that an equal value is worth more or less because it is rare or frequent (出現頻度の補正).
    double rarity(int field, int left) {
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
