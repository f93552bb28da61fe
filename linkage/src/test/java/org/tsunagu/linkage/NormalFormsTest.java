package org.tsunagu.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.linkage.normal.DateForms;
import org.tsunagu.linkage.normal.Names;
import org.tsunagu.linkage.normal.Numbers;
import org.tsunagu.linkage.normal.Phrases;
import org.tsunagu.linkage.normal.Similarity;

class NormalFormsTest {

    @ParameterizedTest
    @CsvSource({
        "ｻﾄｳ ﾊﾅｺ, サトウ　ハナコ",
        "さとう はなこ, サトウハナコ",
        "髙橋, 高橋",
        "𠮷田, 吉田",
        "山﨑, 山崎",
        "渡邉, 渡辺",
        "ミヅキ, ミズキ",
        "ヴァイオレット, バイオレツト",
        "O'Brien, obrien",
        "Müller, MULLER"
    })
    void spellings_of_one_name_have_one_key(String one, String other) {
        assertThat(Names.key(one)).isEqualTo(Names.key(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"サトウ, カトウ", "高橋, 高田", "ユキ, ユミ"})
    void different_names_have_different_keys(String one, String other) {
        assertThat(Names.key(one)).isNotEqualTo(Names.key(other));
    }

    @Test
    void long_vowels_are_a_second_chance() {
        assertThat(Names.withoutLongVowels("ユウコ"))
                .isEqualTo(Names.withoutLongVowels("ユーコ"))
                .isEqualTo("ユコ");
    }

    @ParameterizedTest
    @CsvSource({
        "1975-04-01, 19750401",
        "1975/4/1, 19750401",
        "19750401, 19750401",
        "昭和50年4月1日, 19750401",
        "S50.4.1, 19750401",
        "Ｓ５０．４．１, 19750401",
        "3500401, 19750401",
        "令和元年5月1日, 20190501",
        "31/12/1990, 19901231",
        "20240231, 20240231",
        "unknown, ''"
    })
    void dates_in_the_ways_of_registers(String text, String key) {
        assertThat(DateForms.of(List.of("31/12/1990")).key(text)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"００１２３, 123", "12-34, 1234", "0, 0", "'', ''"})
    void numbers_lose_signs_and_left_zeros(String text, String key) {
        assertThat(Numbers.key(text)).isEqualTo(key);
    }

    @Test
    void japanese_text_is_pairs_of_neighbouring_characters() {
        assertThat(Phrases.words("静岡県 Main-Street")).containsExactly("静岡", "岡県", "main", "street");
    }

    /// The worked examples of the literature.
    @ParameterizedTest
    @CsvSource({"MARTHA, MARHTA, 0.961", "DIXON, DICKSONX, 0.813", "DWAYNE, DUANE, 0.840"})
    void jaro_winkler(String one, String other, double expected) {
        assertThat(Similarity.jaroWinkler(one, other)).isCloseTo(expected, org.assertj.core.data.Offset.offset(0.001));
    }

    @ParameterizedTest
    @CsvSource({"1234, 1234, 0", "1234, 1243, 1", "1234, 123, 1", "1234, 1256, 2", "1234, 9876, 3", "1, 12345678, 3"})
    void distance_counts_neighbours_exchanged_as_one(String one, String other, int expected) {
        assertThat(Similarity.distance(one, other)).isEqualTo(expected);
    }

    /// The short ways out change nothing: against the plain table of the definition.
    @Test
    void distance_is_that_of_the_definition() {
        var random = new Random(11);
        for (var n = 0; n < 20_000; n++) {
            var one = word(random);
            var other = random.nextBoolean() ? word(random) : changed(one, random);
            assertThat(Similarity.distance(one, other))
                    .as(one + " " + other)
                    .isEqualTo(Math.min(3, defined(one, other)));
        }
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(9), '0', '6')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String changed(String word, Random random) {
        var changed = new StringBuilder(word);
        for (var n = random.nextInt(4); n > 0; n--) {
            var at = random.nextInt(changed.length() + 1);
            if (random.nextBoolean()) {
                changed.insert(at, (char) ('0' + random.nextInt(6)));
            } else if (at + 1 < changed.length()) {
                var c = changed.charAt(at);
                changed.deleteCharAt(at).insert(at + 1, c);
            }
        }
        return changed.toString();
    }

    private static int defined(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                var cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
