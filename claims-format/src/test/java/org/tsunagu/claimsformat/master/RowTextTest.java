package org.tsunagu.claimsformat.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;

class RowTextTest {

    final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"1\",\"B\",\"\"      | 1/B/",
                "1,B,              | 1/B/",
                "\"a,b\",\"c\"       | a,b/c",
                "\"say \"\"x\"\"\",2 | say \"x\"/2",
                "\"open,2          | none",
                "\"a\"b,2          | none",
                "a\"b,2            | none",
            })
    void cells_are_cut_at_commas_outside_quotes(String line, String cells) {
        assertThat(String.join("/", RowText.cells(line.strip()))).isEqualTo(cells.equals("none") ? "" : cells);
    }

    @Test
    void the_text_is_windows_31j_with_crlf_or_lf_and_an_end_mark() {
        assertThat(read("\"①髙\"\r\n\"二\"\n\u001a".getBytes(MasterBytes.WINDOWS)))
                .containsExactly(List.of("①髙"), List.of("二"));
        assertThat(problems).isEmpty();
    }

    @Test
    void a_file_saved_again_as_utf_8_is_read_and_said_so() {
        assertThat(read("\ufeff\"病\"\n".getBytes(StandardCharsets.UTF_8))).containsExactly(List.of("病"));
        assertThat(read("\"病\"\n".getBytes(StandardCharsets.UTF_8))).containsExactly(List.of("病"));
        assertThat(problems).extracting(Problem::code).containsExactly("MST-ENCODING-UTF8", "MST-ENCODING-UTF8");
    }

    @Test
    void a_row_of_another_encoding_is_reported_and_the_others_are_read() {
        var bytes = "\"病\"\n\"?\"\n\"薬\"\n".getBytes(MasterBytes.WINDOWS);
        bytes[6] = (byte) 0xfd;

        assertThat(read(bytes)).containsExactly(List.of("病"), List.of("薬"));
        assertThat(problems).extracting(Problem::code).containsExactly("MST-ENCODING");
        assertThat(problems.getFirst().place().line()).isEqualTo(2);
    }

    @Test
    void control_characters_become_spaces() {
        assertThat(RowText.cells("\"a\tb\"")).containsExactly("a b");
    }

    private List<List<String>> read(byte[] bytes) {
        var rows = new ArrayList<List<String>>();
        new RowText(bytes, Place.of("b.txt"), MasterChecks.reporter(problems::add))
                .read((line, cells) -> rows.add(cells));
        return rows;
    }
}
