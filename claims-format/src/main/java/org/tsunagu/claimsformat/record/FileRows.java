package org.tsunagu.claimsformat.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rows of one claim, copied out of the file (一件分の行). The space is used again for the next claim: a row is valid
/// until [#clear].
public final class FileRows {

    /// Most rows of a claim; the largest ones have a few thousand.
    public static final int MOST_ROWS = 200_000;

    private static final int MOST_BYTES = 1 << 26;
    private static final int BEGINNING = 1 << 14;

    private final List<FileRow> pool = new ArrayList<>();
    private byte[] bytes = new byte[BEGINNING];
    private int[] ends = new int[BEGINNING];
    private int length;
    private int fields;
    private int size;
    private boolean isFull;

    /// No rows yet.
    public FileRows() {
        // The space grows when it is needed.
    }

    /// Adds a copy of a row unless there is no room for more.
    public void add(FileRow row) {
        var count = row.end() - row.start();
        if (size == MOST_ROWS || length + count > MOST_BYTES) {
            isFull = true;
            return;
        }
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        if (ends.length - fields < row.fields()) {
            ends = Arrays.copyOf(ends, Math.max(ends.length * 2, fields + row.fields()));
        }
        System.arraycopy(row.bytes(), row.start(), bytes, length, count);
        row.copyEnds(ends, fields);
        if (size == pool.size()) {
            pool.add(new FileRow());
        }
        var copy = pool.get(size++);
        copy.set(bytes, length, ends, fields, row.fields());
        copy.describeLike(row);
        length += count;
        fields += row.fields();
    }

    /// FileRows there are.
    public int size() {
        return size;
    }

    /// A row, from 0.
    public FileRow get(int index) {
        return pool.get(index);
    }

    /// Whether rows were left out because the claim is larger than any claim can be.
    public boolean isFull() {
        return isFull;
    }

    /// Forgets all rows.
    public void clear() {
        size = 0;
        length = 0;
        fields = 0;
        isFull = false;
    }
}
