package org.tsunagu.cli.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// CSV under construction as UTF-8 bytes (CSVのバイト列), RFC 4180 with LF. A document gives more than a hundred
/// rows, so cells go straight into one array and constant cells are encoded once. Values are written as they are,
/// also those that a spreadsheet would take for a formula: the file is data.
public final class CsvBytes {

    private static final int BEGINNING = 1 << 12;
    private static final int MOST_BYTES_A_CHARACTER = 6;
    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;
    private static final int SIX_BITS = 0x3f;

    private byte[] bytes = new byte[BEGINNING];
    private int length;
    private int cell;
    private boolean inRow;
    private boolean isSpecial;

    /// Adds a cell.
    public CsvBytes cell(String text) {
        return open().text(text).close();
    }

    /// Adds a cell of ASCII without separators, quotes and line breaks: our own words and codes, never what a file
    /// says.
    public CsvBytes word(String text) {
        return open().letters(text);
    }

    /// Adds ASCII without separators, quotes and line breaks to the open cell.
    @SuppressWarnings("deprecation") // cuts off what is beyond a byte, and here nothing is: a plain copy
    public CsvBytes letters(String text) {
        var size = text.length();
        reserve(size);
        text.getBytes(0, size, bytes, length);
        length += size;
        return this;
    }

    /// Adds a cell that holds a whole number.
    public CsvBytes cell(int number) {
        return cell(Integer.toString(number));
    }

    /// Adds an empty cell.
    public CsvBytes empty() {
        return open();
    }

    /// Adds cells that were encoded before by [#toByteArray], separators between them included.
    public CsvBytes cells(byte[] encoded) {
        open();
        return bytes(encoded, 0, encoded.length);
    }

    /// Begins a cell that is put together from several texts; [#close] ends it.
    public CsvBytes open() {
        if (inRow) {
            reserve(1);
            bytes[length++] = ',';
        }
        inRow = true;
        cell = length;
        isSpecial = false;
        return this;
    }

    /// Adds text to the open cell.
    public CsvBytes text(String text) {
        var size = text.length();
        reserve(size * MOST_BYTES_A_CHARACTER);
        for (var i = plain(text, size); i < size; i++) {
            var c = text.charAt(i);
            if (c >= ONE_BYTE) {
                i += wide(text, i);
            } else if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                special(c);
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return this;
    }

    /// Writes ASCII up to the first character that needs more; most texts have none.
    ///
    /// @return how many characters were written
    private int plain(String text, int size) {
        var to = bytes;
        var at = length;
        var i = 0;
        for (; i < size; i++) {
            var c = text.charAt(i);
            if (c >= ONE_BYTE || c == ',' || c == '"' || c == '\n' || c == '\r') {
                break;
            }
            to[at + i] = (byte) c;
        }
        length = at + i;
        return i;
    }

    private void special(char c) {
        isSpecial = true;
        bytes[length++] = (byte) c;
        if (c == '"') {
            bytes[length++] = '"';
        }
    }

    /// Writes a character beyond ASCII.
    ///
    /// @return how many further chars it took
    private int wide(String text, int index) {
        var c = text.charAt(index);
        if (c < TWO_BYTES) {
            bytes[length++] = (byte) (0xc0 | (c >> 6));
        } else if (!Character.isSurrogate(c)) {
            bytes[length++] = (byte) (0xe0 | (c >> 12));
            bytes[length++] = (byte) (ONE_BYTE | ((c >> 6) & SIX_BITS));
        } else {
            return pair(text, index);
        }
        bytes[length++] = (byte) (ONE_BYTE | (c & SIX_BITS));
        return 0;
    }

    private int pair(String text, int index) {
        var point = text.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(point)) {
            bytes[length++] = '?';
            return 0;
        }
        for (var encoded : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            bytes[length++] = encoded;
        }
        return 1;
    }

    /// Ends the open cell, in quotes when it needs them.
    public CsvBytes close() {
        if (isSpecial) {
            reserve(2);
            System.arraycopy(bytes, cell, bytes, cell + 1, length - cell);
            bytes[cell] = '"';
            length++;
            bytes[length++] = '"';
            isSpecial = false;
        }
        return this;
    }

    /// Ends the row.
    public void endRow() {
        reserve(1);
        bytes[length++] = '\n';
        inRow = false;
    }

    /// Adds bytes that another one has built.
    public CsvBytes bytes(byte[] other, int from, int count) {
        reserve(count);
        System.arraycopy(other, from, bytes, length, count);
        length += count;
        return this;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /// How many bytes there are.
    public int length() {
        return length;
    }

    /// Forgets everything, keeping the space.
    public void clear() {
        length = 0;
        inRow = false;
        isSpecial = false;
    }

    /// The array that holds the bytes, from 0 to [#length]; valid until the next change.
    public byte[] array() {
        return bytes;
    }

    /// A copy of the bytes.
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }
}
