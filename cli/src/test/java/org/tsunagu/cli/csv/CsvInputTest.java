package org.tsunagu.cli.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;

/// A CSV is read in whatever encoding people save it; nothing is destroyed silently.
class CsvInputTest {

    private static final String MEMBERS =
            "id,birth_date,enrolled_from,enrolled_to,exclusion\n山田①高,1970-01-01,1990-04-01,,\n";

    @TempDir
    Path folder;

    private Path saved(String text, String charset, byte... mark) throws IOException {
        var bytes = text.getBytes(Charset.forName(charset));
        var all = new byte[mark.length + bytes.length];
        System.arraycopy(mark, 0, all, 0, mark.length);
        System.arraycopy(bytes, 0, all, mark.length, bytes.length);
        return Files.write(folder.resolve("in.csv"), all);
    }

    private Cli eligible(Path in) {
        return Cli.run("eligible", in, "--fiscal-year", "2024", "--out", folder.resolve("out.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j", "UTF-16"})
    void numbers_come_back_as_they_were_written(String charset) throws IOException {
        assertThat(eligible(saved(MEMBERS, charset)).status()).isZero();

        assertThat(Csv.read(folder.resolve("out.csv")).getFirst().getField("id"))
                .isEqualTo("山田①高");
    }

    @Test
    void the_mark_of_utf_8_and_of_little_endian_utf_16_is_no_part_of_the_heading() throws IOException {
        assertThat(eligible(saved(MEMBERS, "UTF-8", (byte) 0xef, (byte) 0xbb, (byte) 0xbf))
                        .status())
                .isZero();
        assertThat(eligible(saved(MEMBERS, "UTF-16LE", (byte) 0xff, (byte) 0xfe))
                        .status())
                .isZero();
    }

    @Test
    void a_text_in_no_known_encoding_is_refused_and_says_why() throws IOException {
        var call = eligible(saved(MEMBERS, "UTF-16LE"));

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("in.csv");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void a_damaged_character_is_told() throws IOException {
        var good = MEMBERS + "鈴木次郎佐藤三郎鈴木次郎佐藤三郎,1970-01-01,1990-04-01,,\n";
        var file = saved(good, "UTF-8");
        Files.write(file, new byte[] {'x', (byte) 0xff, ',', '1', '\n'}, java.nio.file.StandardOpenOption.APPEND);

        var call = eligible(file);

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).contains("読めない文字があります");
    }
}
