package org.tsunagu.checkupformat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectingReaderTest {

    static final Charset WINDOWS = Charset.forName("windows-31j");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
    void the_first_other_byte_may_come_anywhere(int before) throws IOException {
        var text = "a".repeat(before) + "氏名、ｶﾅ①" + "b".repeat(100_000) + "髙";

        assertThat(read(text.getBytes(WINDOWS))).isEqualTo(text);
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void two_half_width_katakana_are_not_taken_for_a_latin_letter() throws IOException {
        assertThat(read("ﾃｽ".getBytes(WINDOWS))).isEqualTo("ﾃｽ");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() throws IOException {
        assertThat(read("﻿氏名".getBytes(StandardCharsets.UTF_8))).isEqualTo("氏名");
    }

    @Test
    void pairs_of_surrogates_survive_small_buffers() throws IOException {
        var text = "𠮷野家𠮷".repeat(1000);
        var reader =
                new DetectingReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Optional.empty());
        var read = new StringBuilder();
        var random = new Random(1);
        var chars = new char[3];
        for (var n = 0; n >= 0; n = reader.read(chars, 0, 1 + random.nextInt(3))) {
            read.append(chars, 0, n);
        }

        assertThat(read.toString()).isEqualTo(text);
    }

    @Test
    void the_users_choice_goes_before_detection() throws IOException {
        var reader = new DetectingReader(
                new ByteArrayInputStream("é".getBytes(StandardCharsets.ISO_8859_1)),
                Optional.of(StandardCharsets.ISO_8859_1));

        assertThat(reader.readAllAsString()).isEqualTo("é");
    }

    @Test
    void a_damaged_byte_in_the_text_is_shown_and_remembered() throws IOException {
        var bytes = ("氏名".repeat(50)).getBytes(StandardCharsets.UTF_8);
        bytes[30] = (byte) 0xff;
        var reader = new DetectingReader(new ByteArrayInputStream(bytes), Optional.empty());

        assertThat(reader.readAllAsString()).contains("\ufffd").contains("氏名");
        assertThat(reader.damaged()).isTrue();
        assertThat(reader.refused()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void wide_encodings_are_refused(String encoding) throws IOException {
        var reader = new DetectingReader(
                new ByteArrayInputStream("氏名,a\n".getBytes(Charset.forName(encoding))), Optional.empty());
        reader.readAllAsString();

        assertThat(reader.refused()).isTrue();
    }

    static String read(byte[] bytes) throws IOException {
        var reader = new DetectingReader(new ByteArrayInputStream(bytes), Optional.empty());
        var text = reader.readAllAsString();
        assertThat(reader.refused()).isFalse();
        assertThat(reader.damaged()).isFalse();
        return text;
    }
}
