package org.tsunagu.claimsformat.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;

/// Writes a claim file as the state describes it (レセプトファイルの書き出し): windows-31j, CR LF, one
/// byte 0x1A at the end. Characters that windows-31j does not have are refused, never written as a
/// question mark.
public final class ClaimWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_BYTES_OF_A_CHARACTER = 2;
    private static final byte END_OF_FILE = 0x1a;
    // Java reads these as the second form but would write a question mark for the first.
    private static final String UNWRITABLE = "\u301c\u2212\u2016\u2014\u00a2\u00a3\u00ac";
    private static final String WRITABLE = "\uff5e\uff0d\u2225\u2015\uffe0\uffe1\uffe2";

    private final OutputStream out;
    private final Family family;
    private final StringBuilder text = new StringBuilder();
    private final CharsetEncoder encoder = TextEncoding.WINDOWS_31J
            .charset()
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private ByteBuffer bytes = ByteBuffer.allocate(BUFFER);

    /// Writes into a stream, which [#close] closes.
    public ClaimWriter(OutputStream out, Family family) {
        this.out = out;
        this.family = family;
    }

    /// Writes a record of a provider's file.
    ///
    /// @throws IllegalArgumentException for a character windows-31j does not have
    public void write(ClaimRow row) throws IOException {
        demand(Family.PROVIDER);
        put(row);
    }

    /// Writes a record of an insurer's file.
    ///
    /// @param dataKind who wrote it (データ識別), table `I01`
    /// @param line and `branch`: number of the row in its claim
    /// @throws IllegalArgumentException for a character windows-31j does not have
    public void write(int dataKind, int line, int branch, ClaimRow row) throws IOException {
        demand(Family.INSURER);
        text.append(dataKind)
                .append(',')
                .append(line)
                .append(',')
                .append(branch)
                .append(',');
        put(row);
    }

    private void demand(Family wanted) {
        if (family != wanted) {
            throw new IllegalArgumentException("a row of family %s in a file of %s".formatted(wanted, family));
        }
    }

    private void put(ClaimRow row) throws IOException {
        row.append(text);
        text.append("\r\n");
        for (var i = 0; i < text.length(); i++) {
            var which = text.charAt(i) < '\u0080' ? -1 : UNWRITABLE.indexOf(text.charAt(i));
            if (which >= 0) {
                text.setCharAt(i, WRITABLE.charAt(which));
            }
        }
        encode(row);
        text.setLength(0);
        if (bytes.position() > BUFFER / 2) {
            flush();
        }
    }

    private void encode(ClaimRow row) throws IOException {
        var needed = MOST_BYTES_OF_A_CHARACTER * text.length();
        if (bytes.remaining() < needed) {
            flush();
            bytes = bytes.capacity() < needed ? ByteBuffer.allocate(needed) : bytes;
        }
        try {
            encoder.reset();
            var result = encoder.encode(CharBuffer.wrap(text), bytes, true);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "record %s: a character that windows-31j does not have".formatted(row.name()), e);
        }
    }

    private void flush() throws IOException {
        out.write(bytes.array(), 0, bytes.position());
        bytes.clear();
    }

    /// Ends the file and closes the stream.
    @Override
    public void close() throws IOException {
        try (out) {
            bytes.put(END_OF_FILE);
            flush();
        }
    }
}
