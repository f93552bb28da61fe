package org.tsunagu.app.exchange.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// In which encoding a CSV was saved (文字コード), for people: the names of message keys.
final class Encoding {

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private Encoding() {}

    static String of(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            if (Arrays.equals(MARK, Arrays.copyOf(bytes, MARK.length))) {
                return "UTF8_MARK";
            }
            return isUtf8(bytes) ? "UTF8" : "WINDOWS31J";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
