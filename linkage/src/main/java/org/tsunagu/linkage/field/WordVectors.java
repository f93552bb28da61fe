package org.tsunagu.linkage.field;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Texts as weighted words (語の重みベクトル): a rare word says more than a frequent one (inverse document frequency). The
/// words
/// of a text stand in one order, the rarest first.
public final class WordVectors {

    private static final double CLOSE = 0.8;
    private static final double SIMILAR = 0.6;
    private static final double PART = 0.4;
    private static final double WEAK = 0.2;

    private final int[][] words;
    private final double[][] weights;
    private final int[] texts;

    WordVectors(Dictionary keys) {
        var dictionary = new Dictionary();
        var plain = new int[keys.size()][];
        for (var i = 0; i < plain.length; i++) {
            plain[i] = Arrays.stream(keys.key(i).split(" "))
                    .mapToInt(dictionary::add)
                    .distinct()
                    .toArray();
        }
        this.texts = new int[dictionary.size()];
        for (var text : plain) {
            for (var word : text) {
                texts[word]++;
            }
        }
        this.words = new int[plain.length][];
        this.weights = new double[plain.length][];
        for (var i = 0; i < plain.length; i++) {
            words[i] = rarestFirst(plain[i]);
            weights[i] = weights(words[i], plain.length);
        }
    }

    private int[] rarestFirst(int[] text) {
        return IntStream.of(text)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(word -> texts[word]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[] weights(int[] text, int size) {
        var weight = IntStream.of(text)
                .mapToDouble(word -> Math.log(1 + (double) size / texts[word]))
                .toArray();
        var length = Math.sqrt(Arrays.stream(weight).map(w -> w * w).sum());
        return Arrays.stream(weight).map(w -> w / length).toArray();
    }

    /// The words of a text, the rarest first.
    public int[] words(int text) {
        return words[text].clone();
    }

    /// In how many different texts a word stands.
    public int texts(int word) {
        return texts[word];
    }

    /// How many different words there are.
    public int size() {
        return texts.length;
    }

    Level compare(int one, int other) {
        var cosine = cosine(one, other);
        if (cosine >= CLOSE) {
            return Level.CLOSE;
        }
        if (cosine >= SIMILAR) {
            return Level.SIMILAR;
        }
        return cosine >= PART ? Level.PART : cosine >= WEAK ? Level.WEAK : Level.DIFFERENT;
    }

    private double cosine(int one, int other) {
        var sum = 0.0;
        var i = 0;
        var j = 0;
        while (i < words[one].length && j < words[other].length) {
            var a = words[one][i];
            var b = words[other][j];
            if (a == b) {
                sum += weights[one][i++] * weights[other][j++];
            } else if (texts[a] < texts[b] || (texts[a] == texts[b] && a < b)) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
