package org.tsunagu.claimsformat.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads a claim file row by row (レコードの読み取り). FileRows are cut at commas and line ends before anything is decoded,
/// which
/// is safe in windows-31j because no trailing byte is smaller than 40 hex, and in UTF-8. CR LF and LF are accepted, a
/// final 1A is dropped, and fields in double quotes lose them. Holds one row in memory.
public final class RecordReader implements AutoCloseable {

    private static final int BEGINNING = 1 << 17;
    private static final int LONGEST_ROW = 1 << 20;
    private static final int END_OF_FILE = 0x1a;

    private final InputStream in;
    private final TextEncoding encoding;
    private final FileRow row = new FileRow();
    private final int prefix;
    private byte[] buffer = new byte[BEGINNING];
    private int[] ends = new int[1 << 10];
    private int position;
    private int limit;
    private int line;
    private int quotedFields;
    private boolean isAtEnd;
    private boolean isTooLong;
    private boolean isUnfinished;

    /// Reads from a stream, which [#close] closes.
    public RecordReader(InputStream in, TextEncoding encoding, Family family) {
        this.in = in;
        this.encoding = encoding;
        this.prefix = family.prefix();
    }

    /// Goes on to the next row that is not empty.
    ///
    /// @return whether there is one
    /// @throws IOException if the file cannot be read on
    public boolean next() throws IOException {
        while (!isTooLong) {
            if (line == 0 && position == 0 && limit == 0) {
                fill(0);
                position = encoding.skipped();
            }
            if (!nextLine()) {
                return false;
            }
            if (row.fields() > 1 || row.end() > row.start()) {
                return true;
            }
        }
        return false;
    }

    private boolean nextLine() throws IOException {
        var from = position;
        var at = from;
        var fields = 0;
        var quotes = false;
        while (true) {
            var bytes = buffer;
            var to = limit;
            while (at < to) {
                var b = bytes[at++];
                if (b > ',' || b < 0) {
                    continue;
                }
                if (b == ',') {
                    if (fields + 1 >= ends.length) {
                        ends = Arrays.copyOf(ends, ends.length * 2);
                    }
                    ends[fields++] = at - 1 - from;
                } else if (b == '\n') {
                    position = at;
                    line++;
                    finish(from, at - 1, fields, quotes);
                    return true;
                } else if (b == '"') {
                    quotes = true;
                }
            }
            if (isAtEnd) {
                return last(from, at, fields, quotes);
            }
            at -= from;
            fill(from);
            from = 0;
            if (isTooLong) {
                return false;
            }
        }
    }

    private boolean last(int from, int at, int fields, boolean quotes) {
        position = at;
        if (at == from) {
            return false;
        }
        line++;
        finish(from, at, fields, quotes);
        isUnfinished = row.fields() > 1 || row.end() > row.start();
        return true;
    }

    /// Keeps what stands from an index on and reads more behind it.
    private void fill(int from) throws IOException {
        var kept = limit - from;
        if (kept >= LONGEST_ROW) {
            isTooLong = true;
            return;
        }
        var target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
        System.arraycopy(buffer, from, target, 0, kept);
        buffer = target;
        limit = kept;
        position = 0;
        var read = in.read(buffer, limit, buffer.length - limit);
        isAtEnd = read < 0;
        limit += Math.max(read, 0);
    }

    private void finish(int from, int to, int fields, boolean quotes) {
        var start = from;
        var end = to;
        while (end > start && (buffer[end - 1] == '\r' || buffer[end - 1] == END_OF_FILE)) {
            end--;
        }
        if (end > start && buffer[start] == END_OF_FILE) {
            start++;
            for (var i = 0; i < fields; i++) {
                ends[i]--;
            }
        }
        ends[fields] = end - start;
        if (quotes) {
            unquote(start, fields + 1);
        }
        row.set(buffer, start, ends, 0, fields + 1);
        row.describe(prefix, line, encoding.charset());
    }

    /// Takes the quotes off the fields that stand in them, moving the rest of the row to the left.
    private void unquote(int start, int fields) {
        var read = start;
        var write = start;
        for (var i = 0; i < fields; i++) {
            var end = start + ends[i];
            var isQuoted = end - read >= 2 && buffer[read] == '"' && buffer[end - 1] == '"';
            var first = isQuoted ? read + 1 : read;
            var count = (isQuoted ? end - 1 : end) - first;
            System.arraycopy(buffer, first, buffer, write, count);
            quotedFields += isQuoted ? 1 : 0;
            write += count;
            ends[i] = write - start;
            if (i + 1 < fields) {
                buffer[write++] = ',';
            }
            read = end + 1;
        }
    }

    /// The row [#next] has come to; valid until the next call.
    public FileRow row() {
        return row;
    }

    /// Lines read so far.
    public int line() {
        return line;
    }

    /// Fields that stood in double quotes.
    public int quotedFields() {
        return quotedFields;
    }

    /// Whether the file ends in the middle of a line.
    public boolean isUnfinished() {
        return isUnfinished;
    }

    /// Whether reading ended at a row longer than any row can be.
    public boolean isTooLong() {
        return isTooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
