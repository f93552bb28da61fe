package org.tsunagu.linkage.normal;

/// How alike two keys are (類似度).
public final class Similarity {

    private static final double PREFIX_WEIGHT = 0.1;
    private static final int PREFIX = 4;
    private static final int FAR = 3;
    private static final int LONGEST = 64;

    private Similarity() {}

    /// Jaro–Winkler similarity, 0 to 1, prefix weight 0.1 up to four characters.
    public static double jaroWinkler(String one, String other) {
        var jaro = jaro(one, other);
        var prefix = 0;
        var most = Math.min(PREFIX, Math.min(one.length(), other.length()));
        while (prefix < most && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        var a = one.length() > LONGEST ? one.substring(0, LONGEST) : one;
        var b = other.length() > LONGEST ? other.substring(0, LONGEST) : other;
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b) ? 1 : 0;
        }
        var window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        var usedOfA = 0L;
        var usedOfB = 0L;
        var matches = 0;
        for (var i = 0; i < a.length(); i++) {
            var to = Math.min(b.length(), i + window + 1);
            for (var j = Math.max(0, i - window); j < to; j++) {
                if ((usedOfB & (1L << j)) == 0 && a.charAt(i) == b.charAt(j)) {
                    usedOfA |= 1L << i;
                    usedOfB |= 1L << j;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        var m = (double) matches;
        var transposed = transposed(a, b, usedOfA, usedOfB) / 2;
        return (m / a.length() + m / b.length() + (m - transposed) / m) / 3;
    }

    private static int transposed(String a, String b, long usedOfA, long usedOfB) {
        var count = 0;
        var j = 0;
        for (var i = 0; i < a.length(); i++) {
            if ((usedOfA & (1L << i)) != 0) {
                while ((usedOfB & (1L << j)) == 0) {
                    j++;
                }
                count += a.charAt(i) == b.charAt(j) ? 0 : 1;
                j++;
            }
        }
        return count;
    }

    /// Damerau–Levenshtein distance (optimal string alignment), cut off at 3: whoever asks wants to know 0, 1 or 2.
    public static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2 || missing(one, other) > 2 || missing(other, one) > 2) {
            return FAR;
        }
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        var leastBefore = 0;
        for (var i = 1; i <= one.length(); i++) {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.length(); j++) {
                var cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            // A later row is reached from this one or, exchanging neighbours, from the one before.
            if (least > 2 && leastBefore > 2) {
                return FAR;
            }
            leastBefore = least;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.min(FAR, last[other.length()]);
    }

    /// At least so many characters of one are not in the other: each takes a change of its own.
    private static int missing(String one, String other) {
        return Long.bitCount(characters(one) & ~characters(other));
    }

    private static long characters(String text) {
        var characters = 0L;
        for (var i = 0; i < text.length(); i++) {
            characters |= 1L << text.charAt(i);
        }
        return characters;
    }
}
