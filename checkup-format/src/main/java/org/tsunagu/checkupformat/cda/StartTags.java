package org.tsunagu.checkupformat.cda;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The start tags seen lately, by their bytes (開始タグ表): documents repeat the same few thousand tags, and what was read
/// once is not read again. Of fixed size, so that strange documents cannot make it grow.
///
/// Two places for each tag, so that the many numbers that come once do not push out what comes in every document.
final class StartTags {

    private static final int PAIRS = 1 << 13;
    private static final int LONGEST = 256;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;
    private static final int FOLD = 40;
    private static final int LAST_BYTE = 56;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ENDS = ONES * '>';
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final @Nullable StartTag[] tags = new StartTag[PAIRS * 2];
    private final TagParser parser;

    StartTags(TagParser parser) {
        this.parser = parser;
    }

    /// The tag that begins at a place.
    StartTag at(byte[] bytes, int start) throws NotPlain {
        var hash = 0L;
        var i = start;
        while (true) {
            if (i > bytes.length - Long.BYTES) {
                throw new NotPlain();
            }
            var eight = (long) LONG.get(bytes, i);
            var different = eight ^ ENDS;
            var ends = (different - ONES) & ~different & HIGH_BITS;
            if (ends != 0) {
                var bits = Long.numberOfTrailingZeros(ends) - (Byte.SIZE - 1);
                return find(bytes, start, i + bits / Byte.SIZE + 1, mix(hash, (eight << (LAST_BYTE - bits))));
            }
            hash = mix(hash, eight);
            i += Long.BYTES;
        }
    }

    private static long mix(long hash, long eight) {
        var mixed = (hash ^ eight) * FACTOR;
        return mixed ^ (mixed >>> FOLD);
    }

    private StartTag find(byte[] bytes, int start, int end, long hash) throws NotPlain {
        var slot = (int) hash & (PAIRS - 1);
        var first = tags[2 * slot];
        if (first != null && isSame(first, bytes, start, end)) {
            return first;
        }
        var second = tags[2 * slot + 1];
        if (second != null && isSame(second, bytes, start, end)) {
            tags[2 * slot] = second;
            tags[2 * slot + 1] = first;
            return second;
        }
        var tag = parser.parse(bytes, start, end);
        if (end - start <= LONGEST) {
            tags[2 * slot + 1] = tag;
        }
        return tag;
    }

    private static boolean isSame(StartTag tag, byte[] bytes, int start, int end) {
        var known = tag.bytes();
        return Arrays.equals(known, 0, known.length, bytes, start, end);
    }
}
