package org.tsunagu.checkupformat.cda;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What was read of a start tag, by the bytes of the tag (開始タグの控え): documents repeat the same codes and answers, and
/// equal bytes have equal attributes. Of fixed size, so that strange documents cannot make it grow.
final class TagCache<T> {

    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 256;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final int FOLD = 40;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[][] tags = new byte[SLOTS][];
    private final @Nullable Object[] contents = new Object[SLOTS];
    private int slot;
    private int from;
    private int to;

    TagCache() {
        Arrays.fill(tags, new byte[0]);
    }

    /// What was kept for the tag between two places of a file; null when it is not known.
    @SuppressWarnings("unchecked")
    @Nullable
    T find(byte[] bytes, int start, int end) {
        from = start;
        to = end;
        if (!isTag(bytes)) {
            to = from + LONGEST + 1;
            return null;
        }
        slot = slot(bytes, from, to);
        var known = tags[slot];
        return Arrays.equals(known, 0, known.length, bytes, from, to) ? (T) contents[slot] : null;
    }

    /// Keeps what was read of the tag looked for last.
    T keep(byte[] bytes, T content) {
        if (to - from <= LONGEST) {
            tags[slot] = Arrays.copyOfRange(bytes, from, to);
            contents[slot] = content;
        }
        return content;
    }

    /// Only whole tags have attributes to themselves.
    private boolean isTag(byte[] bytes) {
        return from >= 0 && from < to && to <= bytes.length && bytes[from] == '<' && bytes[to - 1] == '>';
    }

    private static int slot(byte[] bytes, int from, int to) {
        var hash = (long) to - from;
        var i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            hash = (hash ^ (long) LONG.get(bytes, i)) * FACTOR;
            hash ^= hash >>> FOLD;
        }
        for (; i < to; i++) {
            hash = (hash ^ bytes[i]) * FACTOR;
        }
        return (int) (hash >>> FOLD) & (SLOTS - 1);
    }
}
