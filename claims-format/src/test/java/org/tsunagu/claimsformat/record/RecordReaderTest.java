package org.tsunagu.claimsformat.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    static List<List<String>> read(InputStream in, TextEncoding encoding, Family family) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var reader = new RecordReader(in, encoding, family)) {
            while (reader.next()) {
                var cells = new ArrayList<String>();
                for (var i = 0; i < reader.row().size(); i++) {
                    cells.add(reader.row().text(i));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    static List<List<String>> read(String text) throws IOException {
        var bytes = text.getBytes(TextEncoding.WINDOWS_31J.charset());
        return read(new ByteArrayInputStream(bytes), TextEncoding.WINDOWS_31J, Family.PROVIDER);
    }

    static FileRow row(String text, Family family) throws IOException {
        var in = new ByteArrayInputStream(text.getBytes(TextEncoding.WINDOWS_31J.charset()));
        var reader = new RecordReader(in, TextEncoding.WINDOWS_31J, family);
        assertThat(reader.next()).isTrue();
        return reader.row();
    }

    @Test
    void rows_end_with_lf_or_cr_lf_and_the_last_one_with_1a_or_nothing() throws IOException {
        var expected = List.of(List.of("RE", "1", "試験"), List.of("HO", "", ""));

        assertThat(read("RE,1,試験\r\nHO,,\r\n\u001a")).isEqualTo(expected);
        assertThat(read("RE,1,試験\nHO,,\n")).isEqualTo(expected);
        assertThat(read("RE,1,試験\nHO,,")).isEqualTo(expected);
        assertThat(read("RE,1,試験\r\n\r\nHO,,\u001a")).isEqualTo(expected);
        assertThat(read("\u001aRE,1,試験\nHO,,\n")).isEqualTo(expected);
    }

    @Test
    void trailing_bytes_of_japanese_that_look_like_ascii_cut_nothing() throws IOException {
        // 表 is 955C, ソ 835C, ポ 837C: their second bytes are a backslash and a bar.
        assertThat(read("CO,表ソポ,ーアミ\n")).containsExactly(List.of("CO", "表ソポ", "ーアミ"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void it_does_not_matter_in_what_pieces_the_bytes_come(int piece) throws IOException {
        var text = "RE,1,試験　太郎\r\n\"HO\",\"a,b\",x\"y\r\n".repeat(20_000);
        var bytes = text.getBytes(TextEncoding.WINDOWS_31J.charset());
        var slow = new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, piece));
            }
        };

        var rows = read(slow, TextEncoding.WINDOWS_31J, Family.PROVIDER);

        assertThat(rows).hasSize(40_000);
        assertThat(rows.stream().distinct())
                .containsExactly(List.of("RE", "1", "試験　太郎"), List.of("HO", "\"a", "b\"", "x\"y"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_row() throws IOException {
        var bytes = "\ufeffRE,試験\n".getBytes(StandardCharsets.UTF_8);
        var encoding = TextEncoding.detect(new ByteArrayInputStream(bytes));

        assertThat(read(new ByteArrayInputStream(bytes), encoding, Family.PROVIDER))
                .containsExactly(List.of("RE", "試験"));
    }

    @Test
    void the_prefix_of_insurer_files_is_read_apart() throws IOException {
        var row = row("12,345,6,RE,1\n", Family.INSURER);

        assertThat(row.dataKind()).isEqualTo(12);
        assertThat(row.line()).isEqualTo(345);
        assertThat(row.branch()).isEqualTo(6);
        assertThat(row.code()).isEqualTo(RecordCode.RE);
        assertThat(row.number(1)).isEqualTo(1);
        assertThat(row.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"x, 1", "'', 1", "-1, 1"})
    void a_prefix_that_is_no_number_has_no_data_kind(String kind, String line) throws IOException {
        assertThat(row(kind + "," + line + ",0,RE\n", Family.INSURER).dataKind())
                .isEqualTo(-1);
    }

    @Test
    void a_column_beyond_the_end_is_blank() throws IOException {
        var row = row("RE,1\n", Family.PROVIDER);

        assertThat(row.isBlank(7)).isTrue();
        assertThat(row.text(7)).isEmpty();
        assertThat(row.number(7)).isEqualTo(FileRow.NOT_A_NUMBER);
        assertThat(row.isBlank(RecordLayout.NONE)).isTrue();
        assertThat(row("R\n", Family.PROVIDER).code()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"007, 7", "-12, -12", "999999999999999999, 999999999999999999"})
    void whole_numbers_are_read(String text, long number) throws IOException {
        assertThat(row("GT," + text + "\n", Family.PROVIDER).number(1)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "1.5", "1 ", "１", "9999999999999999999", "1e3"})
    void anything_else_is_no_number(String text) throws IOException {
        assertThat(row("GT," + text + "\n", Family.PROVIDER).number(1)).isEqualTo(FileRow.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @CsvSource({"1.50000, 1.50000", "0.125, 0.125", "12, 12", ".5, 0.5", "99999.99999, 99999.99999"})
    void quantities_are_exact(String text, BigDecimal number) throws IOException {
        assertThat(row("IY," + text + "\n", Family.PROVIDER).decimal(1)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "1.2.3", "-1", "x", "12345678901234567890"})
    void what_is_no_quantity_is_empty(String text) throws IOException {
        assertThat(row("IY," + text + "\n", Family.PROVIDER).decimal(1)).isEmpty();
    }
}
