package org.tsunagu.checkupformat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvFuzzTest {

    static final List<byte[]> SAMPLES = List.of(
            CheckupCsvTest.SAMPLE.getBytes(StandardCharsets.UTF_8),
            CheckupCsvTest.SAMPLE.getBytes(Charset.forName("windows-31j")),
            RecordLayoutTest.SAMPLE.getBytes(StandardCharsets.UTF_8),
            RecordLayoutTest.SAMPLE.getBytes(Charset.forName("windows-31j")));

    @Test
    void no_content_is_an_exception() {
        var random = new Random(20240401);
        for (var i = 0; i < 4000; i++) {
            var sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
            var bytes = mutated(sample, random);
            var map = random.nextBoolean() ? CheckupCsvTest.JAPANESE : RecordLayoutTest.RECORDS;
            assertThatCode(() -> Csv.read(map, bytes, CsvSettings.employer()))
                    .as("round %d: %s", i, Arrays.toString(bytes))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void random_bytes_are_refused_or_read_without_an_exception() {
        var random = new Random(7);
        for (var i = 0; i < 300; i++) {
            var bytes = new byte[random.nextInt(5000)];
            random.nextBytes(bytes);
            assertThat(Csv.read(CheckupCsvTest.JAPANESE, bytes, CsvSettings.employer())
                            .problems())
                    .isNotEmpty();
        }
    }

    static byte[] mutated(byte[] sample, Random random) {
        var bytes = Arrays.copyOf(sample, sample.length - (random.nextInt(4) == 0 ? random.nextInt(sample.length) : 0));
        for (var n = random.nextInt(6); n > 0 && bytes.length > 0; n--) {
            var at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "\",\n\r=-9１".charAt(random.nextInt(7));
                default -> {
                    var length = random.nextInt(Math.min(60, bytes.length - at) + 1);
                    var to = random.nextInt(bytes.length - length + 1);
                    System.arraycopy(bytes, at, bytes, to, length);
                }
            }
        }
        return bytes;
    }
}
