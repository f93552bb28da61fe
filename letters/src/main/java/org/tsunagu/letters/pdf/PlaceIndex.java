package org.tsunagu.letters.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;

/// Where the objects of a file are (相互参照表), compressed while it grows.
final class PlaceIndex {

    /// The widths of the three columns, as the file names them.
    static final String WIDTHS = "/W[1 5 2]";

    private static final int OFFSET_BYTES = 5;
    private static final int LARGEST = 0xffff;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DeflaterOutputStream compressed = new DeflaterOutputStream(bytes);

    /// The object number 0, which every index has.
    void free() throws IOException {
        entry(0, 0, LARGEST);
    }

    /// An object of its own, so many bytes from the beginning.
    void at(long offset) throws IOException {
        entry(1, offset, 0);
    }

    /// An object within a batch.
    void in(int batch, int index) throws IOException {
        entry(2, batch, index);
    }

    private void entry(int kind, long place, int last) throws IOException {
        compressed.write(kind);
        for (var i = OFFSET_BYTES - 1; i >= 0; i--) {
            compressed.write((int) (place >>> (i * Byte.SIZE)));
        }
        compressed.write(last >>> Byte.SIZE);
        compressed.write(last);
    }

    /// The whole index; nothing can be added afterwards.
    byte[] end() throws IOException {
        compressed.close();
        return bytes.toByteArray();
    }
}
