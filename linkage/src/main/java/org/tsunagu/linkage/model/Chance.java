package org.tsunagu.linkage.model;

import java.util.List;
import java.util.SplittableRandom;
import org.tsunagu.linkage.field.Field;
import org.tsunagu.linkage.field.Level;

/// How often two records that do not belong together agree by chance (u 確率), by field and level: equal values from
/// their
/// frequencies, the other levels from random pairs.
final class Chance {

    private static final int SAMPLE = 300_000;
    /// Added to what was counted, so that nothing that was not seen is impossible.
    private static final double UNSEEN = 0.5;

    /// Of the pairs that are equal in the only field at least so many are so by chance.
    private static final double LEAST_BY_CHANCE = 0.1;

    private static final long SEED = 14;

    private Chance() {}

    static double[][] of(List<Field> fields, boolean isOneFile) {
        var seen = sample(fields, isOneFile);
        var u = new double[fields.size()][];
        for (var i = 0; i < u.length; i++) {
            u[i] = withEqual(seen[i], equal(fields.get(i), isOneFile, fields.size() == 1));
        }
        return u;
    }

    private static double[][] sample(List<Field> fields, boolean isOneFile) {
        var seen = new double[fields.size()][1 << Level.BITS];
        var random = new SplittableRandom(SEED);
        var leftSize = fields.getFirst().leftSize();
        var rightSize = fields.getFirst().rightSize();
        for (var n = 0; n < SAMPLE; n++) {
            var left = random.nextInt(leftSize);
            var right = random.nextInt(rightSize);
            if (isOneFile && left == right) {
                continue;
            }
            var pattern = Pattern.of(fields, left, right);
            for (var i = 0; i < seen.length; i++) {
                seen[i][Pattern.code(pattern, i)]++;
            }
        }
        return seen;
    }

    private static double[] withEqual(double[] seen, double equal) {
        var u = seen.clone();
        u[Level.MISSING.code()] = 0;
        u[Level.EQUAL.code()] = 0;
        var rest = 0.0;
        for (var level = Level.EXCHANGED.code(); level < u.length; level++) {
            u[level] += UNSEEN;
            rest += u[level];
        }
        for (var level = Level.EXCHANGED.code(); level < u.length; level++) {
            u[level] *= (1 - equal) / rest;
        }
        u[Level.EQUAL.code()] = equal;
        return u;
    }

    /// Probability that two random records with a value have the same.
    ///
    /// @param isAlone whether nothing else is compared: then equal values are all there is to know matches by, and
    /// one partner of each record is none by chance
    private static double equal(Field field, boolean isOneFile, boolean isAlone) {
        var same = 0.0;
        var left = 0L;
        var right = 0L;
        for (var key = 0; key < field.keys(); key++) {
            left += field.leftCount(key);
            right += field.rightCount(key);
            same += (double) field.leftCount(key) * (field.rightCount(key) - (isOneFile ? 1 : 0));
        }
        var all = (double) left * (right - (isOneFile ? 1 : 0));
        if (isAlone) {
            same = Math.max(same - Math.min(left, right), same * LEAST_BY_CHANCE);
        }
        var smallest = 1 / Math.max(2, all);
        return all <= 0 ? smallest : Math.clamp(same / all, smallest, 1 - 1e-6);
    }
}
