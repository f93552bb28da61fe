package org.tsunagu.letters.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes the objects of a PDF one after the other and forgets them (PDFの書き出し): of each only its place stays in
/// memory, eight bytes, so that a run of any length needs no more than a letter. PDF 1.7 with object streams.
final class PdfFile {

    private static final int BATCH = 200;
    private static final int BITS = 16;
    private static final int MASK = 0xffff;
    private static final int OFFSET_BYTES = 5;
    private static final int BYTE = 8;
    private static final int FIRST_PLACES = 1024;

    private final OutputStream out;
    private final StringBuilder batch = new StringBuilder();
    private final StringBuilder heads = new StringBuilder();

    private long written;
    private long[] places = new long[FIRST_PLACES];
    private int next = 1;
    private int inBatch;
    private int batchNumber;

    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A number for an object that is written later.
    int reserve() {
        if (next == places.length) {
            places = Arrays.copyOf(places, next * 2);
        }
        return next++;
    }

    /// An object that is no stream; it goes into the next batch.
    ///
    /// @param body PDF syntax in ASCII
    void put(int number, String body) throws IOException {
        if (inBatch == 0) {
            batchNumber = reserve();
        }
        heads.append(number).append(' ').append(batch.length()).append(' ');
        batch.append(body).append('\n');
        // Negative: the batch and the place in it.
        places[number] = -(((long) batchNumber << BITS) | inBatch) - 1;
        inBatch++;
        if (inBatch == BATCH) {
            endBatch();
        }
    }

    /// Writes what was put so far.
    void endBatch() throws IOException {
        if (inBatch > 0) {
            var entries = "/Type/ObjStm/N %d/First %d".formatted(inBatch, heads.length());
            stream(batchNumber, entries, heads.append(batch).toString().getBytes(StandardCharsets.ISO_8859_1));
            heads.setLength(0);
            batch.setLength(0);
            inBatch = 0;
        }
    }

    /// A stream, compressed.
    ///
    /// @param entries further entries of its dictionary
    void stream(int number, String entries, byte[] content) throws IOException {
        rawStream(number, entries + "/Filter/FlateDecode", deflated(content));
    }

    /// A stream whose content is as its dictionary says.
    void rawStream(int number, String entries, byte[] content) throws IOException {
        places[number] = written;
        write("%d 0 obj\n<<%s/Length %d>>\nstream\n".formatted(number, entries, content.length)
                .getBytes(StandardCharsets.ISO_8859_1));
        write(content);
        write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    }

    /// Writes the index of all objects and ends the file.
    void finish(int root, int info) throws IOException {
        endBatch();
        var number = reserve();
        var start = written;
        places[number] = start;
        var index = new ByteArrayOutputStream();
        entry(index, 0, 0, MASK);
        for (var i = 1; i < next; i++) {
            if (places[i] < 0) {
                var place = -(places[i] + 1);
                entry(index, 2, place >>> BITS, (int) (place & MASK));
            } else {
                entry(index, 1, places[i], 0);
            }
        }
        var entries = "/Type/XRef/Size %d/W[1 %d 2]/Root %d 0 R/Info %d 0 R".formatted(next, OFFSET_BYTES, root, info);
        stream(number, entries, index.toByteArray());
        write("startxref\n%d\n%%%%EOF\n".formatted(start).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void entry(ByteArrayOutputStream index, int kind, long place, int last) {
        index.write(kind);
        for (var i = OFFSET_BYTES - 1; i >= 0; i--) {
            index.write((int) (place >>> (i * BYTE)));
        }
        index.write(last >>> BYTE);
        index.write(last);
    }

    private static byte[] deflated(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream(content.length / 2);
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var compressed = new DeflaterOutputStream(bytes, deflater)) {
            compressed.write(content);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }
}
