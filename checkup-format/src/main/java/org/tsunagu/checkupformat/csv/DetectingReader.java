package org.tsunagu.checkupformat.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decodes a stream whose encoding nobody says (文字コード判別): UTF-8 with or without byte order mark, or windows-31j.
///
/// ASCII is the same in both, so the decision waits for the first other byte and is made once, on the 64 KB that begin
/// there. An encoding reads the text when at most one character in sixteen beyond ASCII is damaged. UTF-8 is taken when
/// it reads the text and finds characters from U+0800 on, as Japanese text has, or when windows-31j does not read it:
/// two
/// half-width katakana of windows-31j can look like one Latin letter of UTF-8. Where neither reads the text, as in
/// UTF-16, the stream ends and is [#refused]. A byte that is unreadable later becomes U+FFFD.
public final class DetectingReader extends Reader {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final int WINDOW = 1 << 16;
    private static final int TOLERATED = 16;
    private static final char UNREADABLE = '\ufffd';
    private static final char FIRST_EAST_ASIAN = '\u0800';

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(WINDOW).flip();
    private @Nullable CharsetDecoder decoder;
    private boolean begun;
    private boolean ended;
    private boolean refused;
    private boolean damaged;
    private Optional<Character> held = Optional.empty();

    /// Reads a stream.
    ///
    /// @param chosen the encoding, when somebody says it after all
    public DetectingReader(InputStream in, Optional<Charset> chosen) {
        this.in = in;
        this.decoder = chosen.map(DetectingReader::decoder).orElse(null);
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /// Whether the stream ended because its encoding could not be told.
    public boolean refused() {
        return refused;
    }

    /// Whether bytes were unreadable in the encoding.
    public boolean damaged() {
        return damaged;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
        if (length == 1) {
            return one(chars, offset);
        }
        begin();
        var out = CharBuffer.wrap(chars, offset, length).slice();
        held.ifPresent(out::put);
        held = Optional.empty();
        while (out.position() == 0 && length > 0) {
            if (refused || (!fill() && !bytes.hasRemaining() && ended)) {
                return -1;
            }
            if (decoder == null) {
                ascii(out);
            } else {
                decode(decoder, out);
            }
        }
        return out.position();
    }

    /// One character: a pair of surrogates does not fit, so its second half is held for the next call.
    private int one(char[] chars, int offset) throws IOException {
        var two = new char[2];
        var count = held.isPresent() ? 1 : read(two, 0, two.length);
        chars[offset] = held.orElse(two[0]);
        held = count == 2 ? Optional.of(two[1]) : Optional.empty();
        return Math.min(count, 1);
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        fill();
        if (startsWith(0xef, 0xbb, 0xbf)) {
            bytes.position(3);
            decoder = decoder == null ? decoder(StandardCharsets.UTF_8) : decoder;
        }
        refused = decoder == null && (startsWith(0xfe, 0xff) || startsWith(0xff, 0xfe));
    }

    private boolean startsWith(int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (bytes.limit() <= i || (bytes.get(i) & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// Fills the window; false when nothing was added.
    private boolean fill() throws IOException {
        if (ended || bytes.remaining() > WINDOW / 2) {
            return false;
        }
        bytes.compact();
        var more = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        ended = bytes.hasRemaining() && more < bytes.remaining();
        bytes.position(bytes.position() + more).flip();
        return more > 0;
    }

    private void ascii(CharBuffer out) throws IOException {
        while (bytes.hasRemaining() && out.hasRemaining()) {
            var next = bytes.get(bytes.position());
            if (next <= 0) {
                decide();
                return;
            }
            out.put((char) bytes.get());
        }
    }

    private void decide() throws IOException {
        if (bytes.position() > 0) {
            bytes.compact();
            var more = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
            ended |= more < bytes.remaining();
            bytes.position(bytes.position() + more).flip();
        }
        var unicode = sample(StandardCharsets.UTF_8);
        var japanese = sample(WINDOWS_31J);
        var isUnicode = unicode.reads() && (unicode.eastAsian() || !japanese.reads());
        refused = !isUnicode && !japanese.reads();
        decoder = decoder(isUnicode ? StandardCharsets.UTF_8 : WINDOWS_31J);
    }

    /// How the window reads in an encoding; a sequence cut by its end does not count.
    private Sample sample(Charset charset) {
        var text = CharBuffer.allocate(WINDOW);
        decoder(charset).decode(bytes.duplicate(), text, ended);
        text.flip();
        var others = text.chars().filter(c -> c > 0x7f).count();
        var unreadable = text.chars().filter(c -> c == UNREADABLE || c == 0).count();
        var eastAsian = text.chars().anyMatch(c -> c >= FIRST_EAST_ASIAN && c != UNREADABLE);
        return new Sample(unreadable * TOLERATED <= others, eastAsian);
    }

    private record Sample(boolean reads, boolean eastAsian) {}

    private void decode(CharsetDecoder chosen, CharBuffer out) {
        var from = out.position();
        chosen.decode(bytes, out, ended);
        for (var i = from; i < out.position(); i++) {
            damaged |= out.get(i) == UNREADABLE;
        }
        if (ended && out.position() == from && bytes.hasRemaining() && out.hasRemaining()) {
            bytes.position(bytes.limit());
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
