package org.tsunagu.checkupformat.cda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.Findings;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.codes.item.Items;

/// Damaged documents never make the reader throw, and a document that is refused always says why.
class DocumentFuzzTest {

    private static final int ROUNDS = 12_000;
    private static final long SEED = 20_240_510;
    private static final String[] PIECES = {
        "<",
        ">",
        "&",
        "&#0;",
        "&#x110000;",
        "&lt",
        "]]>",
        "<![CDATA[",
        "<!--",
        "<!-- 注記 -->",
        "<!-- a > b -->",
        "\r\n",
        "\n",
        " ",
        "&amp;",
        "&quot;",
        "𠮷",
        "xml:lang='ja' ",
        "xmlns:b='urn:b' ",
        "xsi:type='ST' ",
        "<empty/>",
        "--",
        "<?",
        "?>",
        "<!DOCTYPE",
        "\"",
        "'",
        "xmlns:a=''",
        "a:b:c",
        "/>",
        "\u0000",
        "\uFFFE",
        "</observation>",
        "<observation>",
        "<value xsi:type=\"PQ\">"
    };

    private final Random random = new Random(SEED);

    @Test
    void damaged_documents_are_read_or_refused_but_never_throw() {
        var sound = Documents.bytes(Documents.checkup(Documents.number("9N001000000000001", "170", "cm")
                + Documents.entry(Documents.observation("9N511000000000049", "<value xsi:type=\"ST\">所見</value>"))));
        var reader = new DocumentReader(Items.shipped(), XmlLimits.standard());
        for (var round = 0; round < ROUNDS; round++) {
            var damaged = damaged(sound);
            var findings = new Findings();
            assertThatCode(() -> {
                        var read = reader.read(damaged, Documents.PLACE, findings.reporter());
                        assertThat(read.isPresent() || !findings.problems().isEmpty())
                                .isTrue();
                        var inFull = new Findings();
                        assertThat(read).isEqualTo(readInFull(damaged, inFull));
                        assertThat(findings.problems()).isEqualTo(inFull.problems());
                    })
                    .as("round %d: %s", round, Base64.getEncoder().encodeToString(damaged))
                    .doesNotThrowAnyException();
        }
    }

    /// What the full parser makes of it, in a reader that has seen nothing else. Reading plain documents directly and
    /// remembering tags must never change what is read or found.
    private static Optional<ReceivedFile> readInFull(byte[] damaged, Findings findings) {
        return DocumentReader.alwaysInFull(Items.shipped(), XmlLimits.standard())
                .read(damaged, Documents.PLACE, findings.reporter());
    }

    private byte[] damaged(byte[] sound) {
        var bytes = sound.clone();
        for (var i = random.nextInt(4); i >= 0; i--) {
            bytes = switch (random.nextInt(5)) {
                case 0 -> flipped(bytes);
                case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
                case 2 -> inserted(bytes, Documents.bytes(PIECES[random.nextInt(PIECES.length)]));
                case 3 -> without(bytes);
                default -> inserted(bytes, new byte[] {(byte) random.nextInt(256), (byte) random.nextInt(256)});
            };
        }
        return bytes;
    }

    private byte[] flipped(byte[] bytes) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] inserted(byte[] bytes, byte[] piece) {
        var at = random.nextInt(bytes.length + 1);
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(piece);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private byte[] without(byte[] bytes) {
        var from = random.nextInt(bytes.length);
        var to = Math.min(bytes.length, from + random.nextInt(20));
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.write(bytes, to, bytes.length - to);
        return out.size() == 0 ? bytes : out.toByteArray();
    }
}
