package org.tsunagu.claimsformat.allocation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Claims put aside on the disk until the whole population is known (一時ファイル), so that memory does
/// not grow with them. The file goes away when it is closed.
final class SpillFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final DataOutputStream out;
    private int count;

    SpillFile(Path file) {
        this.file = file;
        try {
            this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Spilled claim) {
        try {
            claim.write(out);
            count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return count;
    }

    /// Takes a claim with its number (1件の受け取り).
    @FunctionalInterface
    interface Reader {
        void claim(int number, Spilled claim);
    }

    /// Goes through all claims in the order in which they were added.
    void read(int kinds, Reader reader) {
        try {
            out.flush();
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
                for (var number = 0; number < count; number++) {
                    reader.claim(number, Spilled.read(in, kinds));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
