package org.tsunagu.checkupformat.cda;

import org.codehaus.stax2.typed.TypedValueDecoder;
import org.jspecify.annotations.Nullable;

/// The codes, units and numbers that come again in every document (頻出語): the parser's characters become a string only
/// when the word was not seen lately. Of fixed size, so that strange documents cannot make it grow.
final class Words extends TypedValueDecoder {

    private static final int SLOTS = 1 << 13;
    private static final int LONGEST = 64;
    private static final int FACTOR = 31;
    private static final int FOLD = 13;

    private final @Nullable String[] slots = new String[SLOTS];
    private String word = "";

    /// The word decoded last.
    String word() {
        return word;
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
        if (end - start > LONGEST) {
            word = new String(buffer, start, end - start);
            return;
        }
        var hash = end - start;
        for (var i = start; i < end; i++) {
            hash = hash * FACTOR + buffer[i];
        }
        var slot = (hash ^ (hash >>> FOLD)) & (SLOTS - 1);
        var known = slots[slot];
        if (known == null || !same(known, buffer, start, end)) {
            known = new String(buffer, start, end - start);
            slots[slot] = known;
        }
        word = known;
    }

    @Override
    public void decode(String input) {
        word = input;
    }

    @Override
    public void handleEmptyValue() {
        word = "";
    }

    private static boolean same(String known, char[] buffer, int start, int end) {
        if (known.length() != end - start) {
            return false;
        }
        for (var i = start; i < end; i++) {
            if (known.charAt(i - start) != buffer[i]) {
                return false;
            }
        }
        return true;
    }
}
