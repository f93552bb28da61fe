package org.tsunagu.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tsunagu.cli.csv.CsvBytes;

/// A result that is still being written (書き込み中のファイル), under its name and `.partial`.
public final class PartialFile {

    private static final int BUFFER = 1 << 16;

    private final Path partial;
    private final OutputStream out;

    PartialFile(Path partial) {
        this.partial = partial;
        try {
            this.out = new BufferedOutputStream(Files.newOutputStream(partial), BUFFER);
        } catch (IOException e) {
            throw new OutputFailed(partial, e);
        }
    }

    /// Appends rows.
    public void write(CsvBytes rows) {
        write(rows.array(), 0, rows.length());
    }

    /// Appends bytes.
    ///
    /// @throws OutputFailed if they cannot be written
    public void write(byte[] bytes, int from, int count) {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw new OutputFailed(partial, e);
        }
    }

    void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new OutputFailed(partial, e);
        }
    }
}
