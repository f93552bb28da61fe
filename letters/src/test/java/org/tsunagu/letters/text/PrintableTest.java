package org.tsunagu.letters.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void variation_selectors_and_invisible_marks_are_taken_out() {
        assertThat(Printable.line("葛\uDB40\uDD00飾\u200B区\uFEFF")).isEqualTo("葛飾区");
    }

    @Test
    void tabs_and_line_feeds_become_spaces_in_a_line() {
        assertThat(Printable.line("東京都\t港区\r\n1\u00A02\u20113")).isEqualTo("東京都 港区 1 2-3");
        assertThat(Printable.lines("一\r\n二\r三")).isEqualTo("一\n二\n三");
    }

    @Test
    void half_width_katakana_become_full_width_with_their_marks() {
        assertThat(Printable.line("ﾄﾞﾗｲﾊﾞｰ")).isEqualTo("ドライバー");
    }

    @Test
    void kanji_of_names_are_never_replaced_by_their_common_form() {
        assertThat(Printable.line("神﨑髙𠮷")).isEqualTo("神﨑髙𠮷");
    }
}
