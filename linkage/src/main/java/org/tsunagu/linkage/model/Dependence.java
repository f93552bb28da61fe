package org.tsunagu.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;
import org.tsunagu.linkage.field.Field;
import org.tsunagu.linkage.field.Level;

/// Which fields say the same thing once more (項目間の従属): whoever has the same postal code lives in the same town, and the
/// same kana are mostly written with the same characters. Of such fields the second is weighed by what it adds to the
/// first; added up as if they were independent, neighbours and namesakes would look like one person.
///
/// Every field depends on at most one other, and only where that other is equal; no field depends on itself by a
/// detour.
final class Dependence {

    /// Pairs that are equal in a field, drawn to see what else is equal in them.
    private static final int SAMPLE = 20_000;
    /// Where such a share of the drawn pairs do not look like matches, what is equal in them says how far fields
    /// depend.
    private static final double MOSTLY_OTHERS = 0.5;
    /// Where only such a share does, matches with many errors are among them, and only a field that is nearly always
    /// equal depends for certain.
    private static final double SOME_OTHERS = 0.15;

    private static final double NEARLY_ALWAYS = 0.75;
    /// What is seen counts against so many pairs of which nothing is known but chance.
    private static final double UNSEEN = 20;
    /// Bits by which one field must tell of another.
    private static final double LEAST_BITS = 0.5;

    private static final long SEED = 41;
    private static final int NONE = -1;

    private final int[] parents;
    private final double[][] chances;

    private Dependence(int size) {
        this.parents = new int[size];
        Arrays.fill(parents, NONE);
        this.chances = new double[size][];
    }

    private record Link(int parent, int child, double bits, List<Double> chance) {}

    /// Nothing depends on anything.
    static Dependence none(int size) {
        return new Dependence(size);
    }

    /// Finds the dependences.
    ///
    /// @param chance how often each level comes by chance, by field
    /// @param probability of a pattern to be a match, as far as is known before anything was learned
    static Dependence of(List<Field> fields, boolean isOneFile, double[][] chance, LongToDoubleFunction probability) {
        var links = new ArrayList<Link>();
        var random = new SplittableRandom(SEED);
        for (var parent = 0; parent < fields.size(); parent++) {
            links.addAll(links(fields, parent, isOneFile, chance, probability, random));
        }
        links.sort(Comparator.comparingDouble(Link::bits)
                .reversed()
                .thenComparingInt(Link::child)
                .thenComparingInt(Link::parent));
        var found = new Dependence(fields.size());
        links.forEach(found::add);
        return found;
    }

    private void add(Link link) {
        if (parents[link.child()] == NONE && !isBehind(link.parent(), link.child())) {
            parents[link.child()] = link.parent();
            chances[link.child()] =
                    link.chance().stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private boolean isBehind(int field, int wanted) {
        var at = field;
        while (at != NONE && at != wanted) {
            at = parents[at];
        }
        return at == wanted;
    }

    private static List<Link> links(
            List<Field> fields,
            int parent,
            boolean isOneFile,
            double[][] chance,
            LongToDoubleFunction probability,
            SplittableRandom random) {
        var seen = new double[fields.size()][1 << Level.BITS];
        var equals = new EqualPairs(fields.get(parent), isOneFile);
        for (var n = 0; n < SAMPLE && equals.isAny(); n++) {
            equals.draw(random, (left, right) -> {
                var pattern = Pattern.of(fields, left, right);
                var isNone = 1 - probability.applyAsDouble(pattern);
                for (var i = 0; i < seen.length; i++) {
                    seen[i][Pattern.code(pattern, i)] += isNone;
                }
            });
        }
        return IntStream.range(0, fields.size())
                .filter(child -> child != parent)
                .mapToObj(child -> link(parent, child, seen[child], chance[child]))
                .filter(link -> link.bits() > LEAST_BITS)
                .toList();
    }

    private static Link link(int parent, int child, double[] seen, double[] chance) {
        var known = IntStream.range(1, seen.length)
                .mapToDouble(level -> seen[level])
                .sum();
        var given = new double[seen.length];
        var bits = 0.0;
        for (var level = 1; level < seen.length; level++) {
            given[level] = (seen[level] + UNSEEN * chance[level]) / (known + UNSEEN);
            bits += given[level] <= 0 ? 0 : given[level] * Math.log(given[level] / chance[level]) / Math.log(2);
        }
        var isKnown = known >= MOSTLY_OTHERS * SAMPLE
                || (known >= SOME_OTHERS * SAMPLE && given[Level.EQUAL.code()] >= NEARLY_ALWAYS);
        return new Link(
                parent, child, isKnown ? bits : 0, Arrays.stream(given).boxed().toList());
    }

    /// Whether a field has to be weighed by what it adds, in a pair of this pattern.
    boolean isGiven(int field, long pattern) {
        return parents[field] != NONE && Pattern.code(pattern, parents[field]) == Level.EQUAL.code();
    }

    /// How often each level comes by chance where the other field is equal.
    ///
    /// @param otherwise what holds when the field depends on nothing
    double[] chance(int field, double[] otherwise) {
        return parents[field] == NONE ? otherwise : chances[field];
    }
}
