package org.tsunagu.letters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineBreakerTest {

    /// Full width 2, half width 1.
    static final LineBreaker BREAKER = new LineBreaker(Kinsoku.shipped(), character -> character < 0x2E80 ? 1 : 2);

    static List<String> lines(String text, int room) {
        return BREAKER.lines(text, room);
    }

    @Test
    void a_line_breaks_between_any_two_kanji_or_kana() {
        assertThat(lines("健康診査の結果", 6)).containsExactly("健康診", "査の結", "果");
    }

    @Test
    void a_stop_never_begins_a_line_but_takes_its_neighbour_along() {
        assertThat(lines("健診結果。次", 8)).containsExactly("健診結", "果。次");
        assertThat(lines("（受診）", 6)).containsExactly("（受", "診）");
    }

    @Test
    void an_opening_bracket_never_ends_a_line() {
        assertThat(lines("結果「受診」", 6)).containsExactly("結果", "「受", "診」");
    }

    @Test
    void small_kana_and_the_long_vowel_mark_stay_with_what_they_belong_to() {
        assertThat(lines("あああっか", 6)).containsExactly("ああ", "あっか");
        assertThat(lines("センター", 6)).containsExactly("セン", "ター");
    }

    @Test
    void numbers_with_their_units_and_latin_words_are_not_torn_apart() {
        assertThat(lines("血圧は164/98mmHgです", 12)).containsExactly("血圧は", "164/98mmHgで", "す");
        assertThat(lines("Please see a doctor", 8)).containsExactly("Please", "see a", "doctor");
    }

    @Test
    void a_word_longer_than_a_line_is_cut_rather_than_lost() {
        assertThat(lines("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void a_line_feed_begins_a_new_line_and_an_empty_text_is_one_line() {
        assertThat(lines("一\n\n二", 10)).containsExactly("一", "", "二");
        assertThat(lines("", 10)).containsExactly("");
    }

    @Test
    void whatever_the_text_nothing_is_lost_and_every_line_fits() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var alphabet = "健診ー。、（）「」っA1b %𠮷様々".codePoints().toArray();
            var text = IntStream.range(0, random.nextInt(60))
                    .map(i -> alphabet[random.nextInt(alphabet.length)])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var room = 2 + random.nextInt(20);
            var lines = lines(text, room);

            assertThat(String.join("", lines).replace(" ", ""))
                    .as("seed %d", seed)
                    .isEqualTo(text.replace(" ", ""));
            assertThat(lines).as("seed %d: %s", seed, text).allMatch(line -> width(line) <= room);
        }
    }

    private static int width(String line) {
        return line.codePoints().map(character -> character < 0x2E80 ? 1 : 2).sum();
    }
}
