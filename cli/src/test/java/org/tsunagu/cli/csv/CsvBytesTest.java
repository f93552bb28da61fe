package org.tsunagu.cli.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvBytesTest {

    private static String text(CsvBytes csv) {
        return new String(csv.toByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void plain_cells_are_written_without_quotes() {
        var csv = new CsvBytes().cell("a").empty().cell(12).cell("腹囲");
        csv.endRow();

        assertThat(text(csv)).isEqualTo("a,,12,腹囲\n");
    }

    @Test
    void only_a_cell_that_needs_quotes_gets_them() {
        var csv = new CsvBytes()
                .cell("a,b")
                .cell("c\"d")
                .cell("e\nf")
                .cell("g\rh")
                .cell("i");
        csv.endRow();

        assertThat(text(csv)).isEqualTo("\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\",i\n");
    }

    @Test
    void characters_of_every_length_become_their_utf_8_bytes() {
        var text = "aéあ𠮷神󠄀";

        assertThat(text(new CsvBytes().cell(text))).isEqualTo(text);
        assertThat(text(new CsvBytes().cell("x\ud800y"))).isEqualTo("x?y");
    }

    @Test
    void values_that_look_like_a_formula_stay_as_they_are() {
        assertThat(text(new CsvBytes().cell("=1+1").cell("+x").cell("-5"))).isEqualTo("=1+1,+x,-5");
    }

    @Test
    void encoded_cells_and_pieces_join_as_written_ones_do() {
        var place = new CsvBytes().cell("a,b").cell("c").toByteArray();
        var csv = new CsvBytes()
                .cells(place)
                .open()
                .text("x")
                .text(":")
                .text("y,")
                .close()
                .cell("z");
        csv.endRow();

        assertThat(text(csv)).isEqualTo("\"a,b\",c,\"x:y,\",z\n");
    }

    @Test
    void whatever_is_written_is_read_back_the_same() {
        var random = new Random(1);
        var rows = new ArrayList<List<String>>();
        var csv = new CsvBytes();
        for (var row = 0; row < 500; row++) {
            var cells = new ArrayList<String>();
            for (var cell = 0; cell < 5; cell++) {
                cells.add(word(random));
            }
            cells.forEach(csv::cell);
            csv.endRow();
            rows.add(cells);
        }

        var read = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text(csv)).stream()
                .map(record -> record.getFields())
                .toList();
        assertThat(read).isEqualTo(rows);
    }

    private static String word(Random random) {
        var letters = "ab,\"\n\r;= 腹囲é𠮷";
        var word = new StringBuilder();
        for (var i = random.nextInt(6); i > 0; i--) {
            var at = letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())));
            word.appendCodePoint(letters.codePointAt(at));
        }
        return word.toString();
    }
}
