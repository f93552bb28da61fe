package org.tsunagu.checkupformat.spill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Slots in a temporary file mapped into memory (一時ファイル上の表), deleted when closed.
///
/// The file is written full of zeros before it is mapped: a full disk then is an exception here, and not a crash of the
/// process at the first touch of a page.
final class FileSlots extends Slots {

    private static final int PAIR = 2 * Long.BYTES;
    private static final int CHUNK = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment numbers;

    FileSlots(long entries) {
        super(entries);
        try {
            file = Files.createTempFile("tsunagu-seen-", ".tmp");
            channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            numbers = map(PAIR * capacity(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MemorySegment map(long bytes) throws IOException {
        try {
            var zeros = ByteBuffer.allocate(CHUNK);
            for (var written = 0L; written < bytes; ) {
                zeros.clear().limit((int) Math.min(CHUNK, bytes - written));
                written += channel.write(zeros);
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    long high(long slot) {
        return numbers.get(ValueLayout.JAVA_LONG, PAIR * slot);
    }

    @Override
    long low(long slot) {
        return numbers.get(ValueLayout.JAVA_LONG, PAIR * slot + Long.BYTES);
    }

    @Override
    void set(long slot, long high, long low) {
        numbers.set(ValueLayout.JAVA_LONG, PAIR * slot, high);
        numbers.set(ValueLayout.JAVA_LONG, PAIR * slot + Long.BYTES, low);
    }

    /// Where the file lies.
    Path file() {
        return file;
    }

    @Override
    public void close() {
        arena.close();
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
