package org.tsunagu.checkupformat.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/// A piece of a file in memory, read at a position (窓): little endian and unsigned, as the ZIP format counts.
final class Window {

    private static final int BYTE_BITS = 8;
    private static final int SHORT_MASK = 0xffff;
    private static final int BYTE_MASK = 0xff;
    private static final long INT_MASK = 0xffffffffL;

    private final ByteBuffer buffer;
    private int length;

    Window(int capacity) {
        buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    int capacity() {
        return buffer.capacity();
    }

    /// How many bytes of the file are in the window.
    int length() {
        return length;
    }

    byte[] bytes() {
        return buffer.array();
    }

    /// Fills the window from a position with as many bytes as are wanted and there are.
    void fill(FileChannel channel, long position, long wanted) throws IOException {
        buffer.clear().limit((int) Math.min(wanted, buffer.capacity()));
        var read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer, position + buffer.position());
        }
        length = buffer.position();
        buffer.clear();
    }

    int shortAt(int index) {
        return buffer.getShort(index) & SHORT_MASK;
    }

    int highByteAt(int index) {
        return (shortAt(index) >>> BYTE_BITS) & BYTE_MASK;
    }

    long intAt(int index) {
        return buffer.getInt(index) & INT_MASK;
    }

    long longAt(int index) {
        return buffer.getLong(index);
    }

    /// Whether a signature stands at an index.
    boolean has(int signature, int index) {
        return index >= 0 && index + Integer.BYTES <= length && buffer.getInt(index) == signature;
    }
}
