package org.tsunagu.cli.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.tsunagu.checkupformat.csv.DetectingReader;

/// A CSV that people or programs give us (CSVの入力): UTF-8 with or without byte order mark, UTF-16 with it, or
/// Shift_JIS (windows-31j) as Excel saves it; short and long rows.
public final class CsvInput implements Closeable {

    private static final int FIRST_OF_MARK = 0xfe;
    private static final int SECOND_OF_MARK = 0xff;

    private final DetectingReader text;
    private final CsvReader<CsvRecord> csv;

    private CsvInput(DetectingReader text) throws IOException {
        this.text = text;
        this.csv = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(CsvRecordHandler.of(), refusing(text));
    }

    /// The encoding of a file cannot be told (文字コードが判別できない).
    public static final class UnknownEncoding extends IOException {

        private static final long serialVersionUID = 1;

        UnknownEncoding() {
            super("unknown encoding");
        }
    }

    /// Opens a file; an open quote at its end is a [de.siegmar.fastcsv.reader.CsvParseException] of the reader.
    ///
    /// @throws IOException if it cannot be read
    public static CsvInput open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        try {
            in.mark(2);
            var mark = in.readNBytes(2);
            in.reset();
            return new CsvInput(new DetectingReader(in, marked(mark)));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /// UTF-16 is known by its mark alone; all else is found out by the text.
    private static Optional<Charset> marked(byte[] mark) {
        if (mark.length < 2) {
            return Optional.empty();
        }
        var first = mark[0] & 0xff;
        var second = mark[1] & 0xff;
        var isWide = (first == FIRST_OF_MARK && second == SECOND_OF_MARK)
                || (first == SECOND_OF_MARK && second == FIRST_OF_MARK);
        return isWide ? Optional.of(StandardCharsets.UTF_16) : Optional.empty();
    }

    /// A text that cannot be decoded must not look like one that ends.
    private static Reader refusing(DetectingReader text) {
        return new FilterReader(text) {
            @Override
            public int read(char[] chars, int offset, int length) throws IOException {
                var count = super.read(chars, offset, length);
                if (text.refused()) {
                    throw new UnknownEncoding();
                }
                return count;
            }
        };
    }

    /// The rows, the heading included.
    public Iterator<CsvRecord> records() {
        return csv.iterator();
    }

    /// Whether characters read so far were damaged: they stand as U+FFFD.
    public boolean isDamaged() {
        return text.damaged();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
