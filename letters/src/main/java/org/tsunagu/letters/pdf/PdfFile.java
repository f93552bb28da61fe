package org.tsunagu.letters.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes the objects of a PDF one after the other and forgets them (PDFの書き出し): only the index of the objects stays
/// in memory, compressed, so that a run of any length needs little more than a letter. PDF 1.7 with object streams.
final class PdfFile {

    private static final int BITS = 16;
    private static final int MASK = 0xffff;
    private static final int FIRST_PLACES = 1024;

    private final OutputStream out;
    private final StringBuilder batch = new StringBuilder();
    private final StringBuilder heads = new StringBuilder();
    private final Map<Integer, Long> shared = new TreeMap<>();
    private final PlaceIndex settled = new PlaceIndex();

    private long written;
    private long[] places = new long[FIRST_PLACES];
    private int settledEnd = 1;
    private int next = 1;
    private int inBatch;
    private int batchNumber;

    PdfFile(OutputStream out) throws IOException {
        this.out = out;
        write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A number for an object that is written later, before the next [#settle].
    int reserve() {
        if (next - settledEnd == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        return next++;
    }

    /// A number for an object that may be written at any time, such as what all letters share; before any other.
    ///
    /// @throws IllegalStateException if another object was reserved before
    int reserveShared() {
        if (next != settledEnd) {
            throw new IllegalStateException("shared objects are reserved first");
        }
        settledEnd++;
        return next++;
    }

    private void place(int number, long place) {
        if (number < settledEnd) {
            shared.put(number, place);
        } else {
            places[number - settledEnd] = place;
        }
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
        place(number, -(((long) batchNumber << BITS) | inBatch) - 1);
        inBatch++;
        if (inBatch == MASK) {
            endBatch();
        }
    }

    /// Forgets all objects reserved so far but the shared ones: they are written.
    void settle() throws IOException {
        endBatch();
        for (var number = settledEnd; number < next; number++) {
            entry(settled, places[number - settledEnd]);
        }
        settledEnd = next;
    }

    /// Writes what was put so far.
    private void endBatch() throws IOException {
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
        place(number, written);
        write("%d 0 obj\n<<%s/Length %d>>\nstream\n"
                .formatted(number, entries, content.length)
                .getBytes(StandardCharsets.ISO_8859_1));
        write(content);
        write("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
    }

    /// Writes the index and ends the file: first of the settled objects, then of the shared ones and the index itself.
    void finish(int root, int info) throws IOException {
        settle();
        var firstSettled = shared.size() + 1;
        var trailer = "/Type/XRef%s/Root %d 0 R/Info %d 0 R".formatted(PlaceIndex.WIDTHS, root, info);
        var number = reserve();
        var before = written;
        var entries = "%s/Size %d/Index[%d %d]/Filter/FlateDecode"
                .formatted(trailer, next, firstSettled, settledEnd - firstSettled);
        rawStream(number, entries, settled.end());
        var last = reserve();
        var start = written;
        var index = new PlaceIndex();
        index.free();
        for (var place : shared.values()) {
            entry(index, place);
        }
        index.at(before);
        index.at(start);
        rawStream(
                last,
                "%s/Size %d/Index[0 %d %d 2]/Prev %d/Filter/FlateDecode"
                        .formatted(trailer, next, firstSettled, number, before),
                index.end());
        write("startxref\n%d\n%%%%EOF\n".formatted(start).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void entry(PlaceIndex index, long place) throws IOException {
        if (place < 0) {
            index.in((int) (-(place + 1) >>> BITS), (int) (-(place + 1) & MASK));
        } else {
            index.at(place);
        }
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
