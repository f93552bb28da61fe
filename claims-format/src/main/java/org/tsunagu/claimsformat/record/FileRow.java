package org.tsunagu.claimsformat.record;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One row of a claim file (レコードの行): bytes with the places of their fields. Nothing is decoded until it is asked for.
/// Columns are counted from the record's two letters; a column beyond the end of the row is empty, because producers
/// cut trailing empty fields.
public final class FileRow {

    /// What [#number] gives for a field that is not a whole number.
    public static final long NOT_A_NUMBER = Long.MIN_VALUE;

    private static final int MOST_DIGITS = 18;
    private static final int TEN = 10;

    private byte[] bytes = {};
    private int[] ends = {};
    private int start;
    private int firstEnd;
    private int fields;
    private int prefix;
    private int fileLine;
    private int code = -1;
    private Charset charset = StandardCharsets.UTF_8;

    FileRow() {}

    void set(byte[] bytes, int start, int[] ends, int firstEnd, int fields) {
        this.bytes = bytes;
        this.start = start;
        this.ends = ends;
        this.firstEnd = firstEnd;
        this.fields = fields;
    }

    void describe(int prefix, int fileLine, Charset charset) {
        this.prefix = prefix;
        this.fileLine = fileLine;
        this.charset = charset;
        this.code = readCode();
    }

    void describeLike(FileRow other) {
        describe(other.prefix, other.fileLine, other.charset);
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return start + ends[firstEnd + fields - 1];
    }

    void copyEnds(int[] target, int at) {
        System.arraycopy(ends, firstEnd, target, at, fields);
    }

    int fields() {
        return fields;
    }

    private int from(int field) {
        return field == 0 ? start : start + ends[firstEnd + field - 1] + 1;
    }

    private int to(int field) {
        return start + ends[firstEnd + field];
    }

    /// Whether the text is in windows-31j, so that bytes are what widths count.
    public boolean isWindows() {
        return charset.equals(TextEncoding.WINDOWS_31J.charset());
    }

    /// Line of the file, from 1.
    public int fileLine() {
        return fileLine;
    }

    /// Columns of the record, without the prefix.
    public int size() {
        return fields - prefix;
    }

    /// What the record is, see [RecordCode]; -1 when the first column is not two bytes.
    public int code() {
        return code;
    }

    private int readCode() {
        if (fields <= prefix) {
            return -1;
        }
        var from = from(prefix);
        return to(prefix) - from == 2 ? ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff) : -1;
    }

    /// Who wrote the row (データ識別): 1 the provider, 2 the review body; 1 in provider files, -1 when unreadable.
    public int dataKind() {
        return prefix == 0 ? 1 : (int) prefixNumber(0, -1);
    }

    /// Number of the row in its claim (行番号); 0 in provider files.
    public int line() {
        return prefix == 0 ? 0 : (int) prefixNumber(1, 0);
    }

    /// Branch of the row (枝番号); 0 in provider files.
    public int branch() {
        return prefix == 0 ? 0 : (int) prefixNumber(2, 0);
    }

    private long prefixNumber(int field, long otherwise) {
        var number = field < fields ? parse(from(field), to(field)) : NOT_A_NUMBER;
        return number < 0 || number > Integer.MAX_VALUE ? otherwise : number;
    }

    /// Whether a column is empty or beyond the end of the row.
    public boolean isBlank(int column) {
        return length(column) == 0;
    }

    /// The first column, from one on, with more bytes than a layout allows; -1 when there is none.
    public int tooLong(RecordLayout layout, int fromColumn) {
        var last = Math.min(fields, layout.size() + prefix);
        var before = fromColumn + prefix == 0 ? -1 : ends[firstEnd + fromColumn + prefix - 1];
        for (var field = fromColumn + prefix; field < last; field++) {
            var end = ends[firstEnd + field];
            if (end - before - 1 > layout.width(field - prefix)) {
                return field - prefix;
            }
            before = end;
        }
        return -1;
    }

    /// Bytes of a column; 0 beyond the end of the row and for [RecordLayout#NONE].
    public int length(int column) {
        var field = column + prefix;
        return column < 0 || field >= fields ? 0 : to(field) - from(field);
    }

    /// A byte of a column that is not blank.
    public int byteAt(int column, int index) {
        return bytes[from(column + prefix) + index] & 0xff;
    }

    /// A column as text; empty when blank.
    public String text(int column) {
        var length = length(column);
        if (length == 0) {
            return "";
        }
        var from = from(column + prefix);
        for (var i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return new String(bytes, from, length, charset);
            }
        }
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /// A column as a whole number, a leading minus allowed; [#NOT_A_NUMBER] when blank or anything else.
    public long number(int column) {
        var length = length(column);
        if (length == 0) {
            return NOT_A_NUMBER;
        }
        var from = from(column + prefix);
        return parse(from, from + length);
    }

    /// A column as a whole number; the other value when blank or anything else.
    public long number(int column, long otherwise) {
        var number = number(column);
        return number == NOT_A_NUMBER ? otherwise : number;
    }

    private long parse(int from, int to) {
        var at = from < to && bytes[from] == '-' ? from + 1 : from;
        if (at == to || to - at > MOST_DIGITS) {
            return NOT_A_NUMBER;
        }
        var number = 0L;
        for (var i = at; i < to; i++) {
            var digit = bytes[i] - '0';
            if (digit < 0 || digit >= TEN) {
                return NOT_A_NUMBER;
            }
            number = number * TEN + digit;
        }
        return at == from ? number : -number;
    }

    /// A column as an exact decimal number; empty when blank or anything else.
    public Optional<BigDecimal> decimal(int column) {
        var length = length(column);
        if (length == 0) {
            return Optional.empty();
        }
        var from = from(column + prefix);
        var point = -1;
        var number = 0L;
        for (var i = from; i < from + length; i++) {
            var digit = bytes[i] - '0';
            if (bytes[i] == '.' && point < 0) {
                point = i;
            } else if (digit < 0 || digit >= TEN || i - from > MOST_DIGITS) {
                return Optional.empty();
            } else {
                number = number * TEN + digit;
            }
        }
        var digits = length - (point < 0 ? 0 : 1);
        return digits == 0 || digits > MOST_DIGITS
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(number, point < 0 ? 0 : from + length - 1 - point));
    }
}
