package org.tsunagu.app.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Whether a file has the end that its kind must have (ファイル末尾の確認): a ZIP the record of its end,
/// XML a bracket, claims their end of file.
final class FileEnds {

    private static final int MOST = 22 + 0xFFFF;
    private static final byte[] ZIP_BEGINS = {'P', 'K'};
    private static final byte[] ZIP_ENDS = {'P', 'K', 5, 6};

    private static final byte END_OF_FILE = 0x1a;

    private FileEnds() {}

    static boolean isWhole(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var begin = bytes(channel, 0, ZIP_BEGINS.length);
            var end = bytes(channel, Math.max(0, channel.size() - MOST), MOST);
            return java.util.Arrays.equals(begin, ZIP_BEGINS) ? contains(end, ZIP_ENDS) : endsWithBracket(end);
        }
    }

    private static byte[] bytes(FileChannel channel, long from, int most) throws IOException {
        var buffer = ByteBuffer.allocate(most);
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
        return java.util.Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (var i = bytes.length - wanted.length; i >= 0; i--) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    /// White space and the zero bytes of UTF-16 may follow.
    private static boolean endsWithBracket(byte[] bytes) {
        var last = bytes.length - 1;
        while (last >= 0 && bytes[last] <= ' ' && bytes[last] >= 0) {
            last--;
        }
        var isClaims = bytes.length > 0 && bytes[bytes.length - 1] == END_OF_FILE;
        return isClaims || (last >= 0 && bytes[last] == '>');
    }
}
