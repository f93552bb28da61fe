package org.tsunagu.cli.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;

/// Opens a CSV that people or programs give us (CSVの入力): UTF-8 with or without byte order mark, short and long rows.
public final class CsvInput {

    private CsvInput() {}

    /// Opens a file; an open quote at its end is a [de.siegmar.fastcsv.reader.CsvParseException] of the reader.
    ///
    /// @throws IOException if it cannot be read
    public static CsvReader<CsvRecord> open(Path file) throws IOException {
        return CsvReader.builder()
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(CsvRecordHandler.of(), file);
    }
}
