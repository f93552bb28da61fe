package org.tsunagu.checkupformat.cda;

import java.util.Arrays;
import org.codehaus.stax2.typed.TypedValueDecoder;

/// The codes, units and numbers that come again in every document (頻出語): the parser's characters become a string only
/// when the word was not seen lately. Of fixed size, so that strange documents cannot make it grow.
final class Words extends TypedValueDecoder {

    private static final int SLOTS = 1 << 13;
    private static final int LONGEST = 64;
    private static final int STRIDE = 4;
    private static final int FACTOR = 31;
    private static final int FACTOR2 = FACTOR * FACTOR;
    private static final int FACTOR3 = FACTOR2 * FACTOR;
    private static final int FACTOR4 = FACTOR3 * FACTOR;
    private static final int FOLD = 13;

    private final String[] words = new String[SLOTS];
    private final char[][] characters = new char[SLOTS][];
    private String word = "";

    Words() {
        Arrays.fill(words, "");
        Arrays.fill(characters, new char[0]);
    }

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
        var hash = hash(buffer, start, end);
        var slot = (hash ^ (hash >>> FOLD)) & (SLOTS - 1);
        var known = characters[slot];
        if (!Arrays.equals(known, 0, known.length, buffer, start, end)) {
            characters[slot] = Arrays.copyOfRange(buffer, start, end);
            words[slot] = new String(buffer, start, end - start);
        }
        word = words[slot];
    }

    /// Four characters at a time: a chain of one multiplication for each character would take longer than the rest.
    private static int hash(char[] buffer, int start, int end) {
        var hash = end - start;
        var i = start;
        for (; i <= end - STRIDE; i += STRIDE) {
            var four = buffer[i] * FACTOR3 + buffer[i + 1] * FACTOR2 + buffer[i + 2] * FACTOR + buffer[i + STRIDE - 1];
            hash = hash * FACTOR4 + four;
        }
        for (; i < end; i++) {
            hash = hash * FACTOR + buffer[i];
        }
        return hash;
    }

    @Override
    public void decode(String input) {
        word = input;
    }

    @Override
    public void handleEmptyValue() {
        word = "";
    }
}
