package org.tsunagu.letters.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The fonts that lie in this module (同梱フォント), unpacked once; both families under the SIL Open Font License.
enum FontFile {
    REGULAR("BIZUDPGothic-Regular.ttf.gz"),
    BOLD("BIZUDPGothic-Bold.ttf.gz"),
    /// For what BIZ UDPGothic lacks, such as 𠮷. Never the main font: text copied from it is not what was written.
    FALLBACK("NotoSansJP-Regular.ttf.gz");

    private static final ConcurrentHashMap<FontFile, byte[]> UNPACKED = new ConcurrentHashMap<>();

    private final String file;

    FontFile(String file) {
        this.file = file;
    }

    /// The font, ready for one run: a parsed font is not safe for two threads.
    TrueTypeFont parse() throws IOException {
        var font = new TTFParser().parse(new RandomAccessReadBuffer(bytes()));
        font.setEnableGsub(false); // nine times faster; without vertical writing and ligatures
        return font;
    }

    private byte[] bytes() {
        return UNPACKED.computeIfAbsent(this, FontFile::unpack);
    }

    private byte[] unpack() {
        var resource = FontFile.class.getResourceAsStream(file);
        if (resource == null) {
            throw new IllegalStateException("font %s is not in this module".formatted(file));
        }
        try (var unpacked = new GZIPInputStream(resource)) {
            return unpacked.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
