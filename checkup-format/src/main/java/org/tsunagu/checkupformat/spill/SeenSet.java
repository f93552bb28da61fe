package org.tsunagu.checkupformat.spill;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// A set of texts that remembers only 128 bits of each (既出集合), for archives of any size: a small one lives on the heap,
/// a large one in a temporary file, so that the heap does not grow with the archive. It grows when more texts come than
/// were expected.
///
/// Two different texts are taken for the same only if 128 bits of their SHA-256 agree, which does not happen. The hash
/// is
/// salted anew for each set: the file tells nothing about the texts, and nobody can prepare texts that collide.
/// Not thread safe.
public final class SeenSet implements AutoCloseable {

    /// Entries up to which the set stays on the heap: four megabytes.
    static final long HEAP_ENTRIES = 1L << 17;

    private static final String ALGORITHM = "SHA-256";
    private static final int SALT_BYTES = 16;
    private static final int HALF = 8;

    private final MessageDigest digest;
    private final byte[] salt = new byte[SALT_BYTES];
    private final long heapEntries;
    private Slots slots;
    private long size;

    /// An empty set.
    ///
    /// @param expected texts that will probably come; a wrong guess costs time, nothing else
    /// @throws java.io.UncheckedIOException if the temporary file cannot be made, as when the disk is full
    public SeenSet(long expected) {
        this(expected, HEAP_ENTRIES);
    }

    /// An empty set that stays on the heap for longer, or less long.
    ///
    /// @param expected texts that will probably come; a wrong guess costs time, nothing else
    /// @param heapEntries entries up to which it stays there, 32 bytes each
    /// @throws java.io.UncheckedIOException if the temporary file cannot be made, as when the disk is full
    public SeenSet(long expected, long heapEntries) {
        try {
            digest = MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
        new SecureRandom().nextBytes(salt);
        this.heapEntries = heapEntries;
        this.slots = slots(expected);
    }

    private Slots slots(long entries) {
        return entries <= heapEntries ? new HeapSlots(entries) : new FileSlots(entries);
    }

    /// Adds a text.
    ///
    /// @return whether it was new
    /// @throws java.io.UncheckedIOException if the set must grow and the disk is full
    public boolean add(String text) {
        var hash = hash(text);
        if (!slots.put(high(hash), low(hash))) {
            return false;
        }
        size++;
        if (size >= slots.most()) {
            grow();
        }
        return true;
    }

    /// Whether a text was added.
    public boolean contains(String text) {
        var hash = hash(text);
        return slots.has(high(hash), low(hash));
    }

    /// Texts added.
    public long size() {
        return size;
    }

    @Override
    public void close() {
        slots.close();
    }

    private void grow() {
        var larger = slots(2 * size);
        slots.copyTo(larger);
        slots.close();
        slots = larger;
    }

    private byte[] hash(String text) {
        digest.update(salt);
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long high(byte[] hash) {
        return number(hash, 0);
    }

    // The lowest bit is set, so that no entry looks like an empty slot.
    private static long low(byte[] hash) {
        return number(hash, HALF) | 1;
    }

    private static long number(byte[] hash, int from) {
        var number = 0L;
        for (var i = from; i < from + HALF; i++) {
            number = (number << Byte.SIZE) | Byte.toUnsignedInt(hash[i]);
        }
        return number;
    }
}
