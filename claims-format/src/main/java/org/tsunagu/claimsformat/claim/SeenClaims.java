package org.tsunagu.claimsformat.claim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The claims that came before in the same run (既読のレセプト), of which 128 bits each are remembered: 32 to 64 bytes a
/// claim.
public final class SeenClaims {

    private static final int BEGINNING = 1 << 12;
    private static final int HALF = 8;

    private final MessageDigest digest;
    private long[] slots = new long[2 * BEGINNING];
    private int size;

    /// None yet.
    public SeenClaims() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Adds a claim by its key.
    ///
    /// @return whether it was new
    boolean add(String key) {
        var hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
        if (!put(slots, number(hash, 0), number(hash, HALF) | 1)) {
            return false;
        }
        size++;
        if (4 * size > slots.length) {
            grow();
        }
        return true;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (var i = 0; i < slots.length; i += 2) {
            if (slots[i + 1] != 0) {
                put(larger, slots[i], slots[i + 1]);
            }
        }
        slots = larger;
    }

    /// A pair whose second number is 0 is an empty slot.
    private static boolean put(long[] slots, long high, long low) {
        var mask = slots.length / 2 - 1;
        var slot = (int) high & mask;
        while (slots[2 * slot + 1] != 0) {
            if (slots[2 * slot] == high && slots[2 * slot + 1] == low) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[2 * slot] = high;
        slots[2 * slot + 1] = low;
        return true;
    }

    private static long number(byte[] hash, int from) {
        var number = 0L;
        for (var b : Arrays.copyOfRange(hash, from, from + HALF)) {
            number = (number << Byte.SIZE) | (b & 0xff);
        }
        return number;
    }
}
