package org.tsunagu.codes.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WidthsTest {

    @Test
    void full_width_counts_two_bytes_and_half_width_one() {
        assertThat(Widths.bytes("アB１")).isEqualTo(5);
        assertThat(Widths.bytes("ｱ1")).isEqualTo(2);
    }

    @Test
    void mixed_widths_are_neither_all_full_nor_all_half() {
        assertThat(Widths.allFull("１３１")).isTrue();
        assertThat(Widths.allHalf("131")).isTrue();
        assertThat(Widths.allFull("１3")).isFalse();
        assertThat(Widths.allHalf("１3")).isFalse();
    }

    @Test
    void a_kana_name_holds_katakana_and_no_space() {
        assertThat(Widths.isKatakanaName("ケンシンテストサン")).isTrue();
        assertThat(Widths.isKatakanaName("ケンシン　テスト")).isFalse();
        assertThat(Widths.isKatakanaName("ｹﾝｼﾝ")).isFalse();
        assertThat(Widths.isKatakanaName("")).isFalse();
    }

    @Test
    void names_are_compared_after_nfkc_without_spaces() {
        assertThat(Widths.forMatching("ｹﾝｼﾝ ﾃｽﾄ")).isEqualTo(Widths.forMatching("ケンシン　テスト"));
    }
}
