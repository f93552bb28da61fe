package org.tsunagu.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Reads the files of a run back.
public final class Csv {

    private Csv() {}

    public static List<NamedCsvRecord> read(Path file) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> column(Path file, String column) {
        return read(file).stream().map(row -> row.getField(column)).toList();
    }
}
