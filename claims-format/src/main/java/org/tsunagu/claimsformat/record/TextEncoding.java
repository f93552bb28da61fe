package org.tsunagu.claimsformat.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How the text of a file is written (文字コード). Claims are windows-31j; files that were saved again are UTF-8, with or
/// without a byte order mark.
///
/// @param skipped bytes of the byte order mark
public record TextEncoding(Charset charset, int skipped) {

    /// What claim files are officially written in; Java's `Shift_JIS` would lose characters such as 髙 and ①.
    public static final TextEncoding WINDOWS_31J = new TextEncoding(Charset.forName("windows-31j"), 0);
    /// UTF-8 without a byte order mark.
    public static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, 0);

    private static final int BUFFER = 1 << 16;
    private static final int THREE_MORE = 3;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final int LEAD_OF_TWO = 0xc2;
    private static final int LEAD_OF_THREE = 0xe0;
    private static final int LEAD_OF_FOUR = 0xf0;
    private static final int AFTER_LEADS = 0xf5;
    private static final int CONTINUATION = 0x80;
    private static final int AFTER_CONTINUATION = 0xc0;

    /// UTF-8 when the whole file is valid UTF-8 and holds a character beyond ASCII, else windows-31j. A windows-31j
    /// file
    /// is known after its first Japanese word; only a UTF-8 file is read to its end.
    ///
    /// @throws IOException if the file cannot be read
    public static TextEncoding detect(InputStream in) throws IOException {
        var bytes = new byte[BUFFER];
        var count = in.readNBytes(bytes, 0, BUFFER);
        if (count >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2]) {
            return new TextEncoding(StandardCharsets.UTF_8, MARK.length);
        }
        var wide = false;
        var expected = 0;
        while (count > 0) {
            for (var i = 0; i < count; i++) {
                var b = bytes[i];
                if (b >= 0 && expected == 0) {
                    continue;
                }
                wide = true;
                expected = expected(b & 0xff, expected);
                if (expected < 0) {
                    return WINDOWS_31J;
                }
            }
            count = in.readNBytes(bytes, 0, BUFFER);
        }
        return wide && expected == 0 ? UTF_8 : WINDOWS_31J;
    }

    /// Continuation bytes still to come after a byte; -1 when it cannot stand there.
    private static int expected(int b, int before) {
        if (before > 0) {
            return b >= CONTINUATION && b < AFTER_CONTINUATION ? before - 1 : -1;
        }
        if (b < LEAD_OF_TWO || b >= AFTER_LEADS) {
            return -1;
        }
        return b < LEAD_OF_THREE ? 1 : b < LEAD_OF_FOUR ? 2 : THREE_MORE;
    }
}
