package org.tsunagu.claimsformat.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncodingTest {

    static TextEncoding detect(byte[] bytes) throws IOException {
        return TextEncoding.detect(new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, 試験　太郎, UTF-8",
        "UTF-8, 𠮷野, UTF-8",
        "UTF-8, é, UTF-8",
        "windows-31j, 試験　太郎, windows-31j",
        "windows-31j, 髙①㈱, windows-31j",
        "windows-31j, ｱｲｳ, windows-31j",
        "UTF-8, only ASCII, windows-31j"
    })
    void a_file_is_utf_8_when_all_of_it_is_valid_and_some_of_it_is_not_ascii(
            Charset written, String text, String detected) throws IOException {
        assertThat(detect(text.getBytes(written)).charset()).isEqualTo(Charset.forName(detected));
    }

    @Test
    void one_wrong_byte_at_the_end_makes_it_windows_31j() throws IOException {
        var text = "試".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        var wrong = java.util.Arrays.copyOf(text, text.length + 1);
        wrong[text.length] = (byte) 0x93;

        assertThat(detect(text)).isEqualTo(TextEncoding.UTF_8);
        assertThat(detect(wrong)).isEqualTo(TextEncoding.WINDOWS_31J);
    }

    @Test
    void a_character_that_is_cut_off_is_not_utf_8() throws IOException {
        var text = "試".getBytes(StandardCharsets.UTF_8);

        assertThat(detect(java.util.Arrays.copyOf(text, 2))).isEqualTo(TextEncoding.WINDOWS_31J);
    }

    @Test
    void a_byte_order_mark_decides() throws IOException {
        assertThat(detect(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'R', 'E'}))
                .isEqualTo(new TextEncoding(StandardCharsets.UTF_8, 3));
    }
}
