package org.tsunagu.linkage.normal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Longer texts as words for comparing (語の並び): titles, addresses, descriptions.
public final class Phrases {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern IDEOGRAPHS = Pattern.compile("(?<=[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}])");

    private Phrases() {}

    /// The words of a text in their order: without case, accents and signs. Text without blanks between words, as in
    /// Japanese, gives pairs of neighbouring characters.
    public static List<String> words(String text) {
        var plain = MARKS.matcher(
                        Normalizer.normalize(Normalizer.normalize(text, Normalizer.Form.NFKC), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .flatMap(Phrases::parts)
                .toList();
    }

    private static Stream<String> parts(String word) {
        if (word.chars().allMatch(c -> c < 0x2e80)) {
            return Stream.of(word);
        }
        var characters = IDEOGRAPHS.splitAsStream(word).toArray(String[]::new);
        return characters.length < 2
                ? Stream.of(word)
                : Stream.iterate(0, i -> i + 1)
                        .limit(characters.length - 1L)
                        .map(i -> characters[i] + characters[i + 1]);
    }
}
