package org.tsunagu.cli.excel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes the CSV files of a run as one workbook (Excelファイル), a sheet a file and more when there are more rows
/// than a sheet holds. Every value is text, so that no number loses its zeros and nothing becomes a formula. Rows
/// are streamed.
public final class CheckWorkbook {

    /// Rows a sheet can hold, the heading included.
    public static final int MOST_ROWS = 1 << 20;

    private static final int MOST_CHARACTERS = 32_767;
    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook workbook;
    private final int mostRows;

    private CheckWorkbook(OutputStream out, int mostRows) {
        this.workbook = new Workbook(out, "Tsunagu", "1.0");
        this.mostRows = mostRows;
    }

    /// A CSV file and the name of its sheet (シート).
    public record Sheet(String name, Path csv) {}

    /// Writes the sheets one after the other.
    public static void write(List<Sheet> sheets, OutputStream out, int mostRows) throws IOException {
        var book = new CheckWorkbook(out, mostRows);
        for (var sheet : sheets) {
            book.add(sheet);
        }
        book.workbook.finish();
    }

    private void add(Sheet sheet) throws IOException {
        try (var reader = CsvReader.builder().build(CsvRecordHandler.of(), sheet.csv())) {
            var records = reader.iterator();
            var heading = records.next();
            var number = 1;
            do {
                var name = number == 1 ? sheet.name() : "%s-%d".formatted(sheet.name(), number);
                fill(workbook.newWorksheet(name), heading, records);
                number++;
            } while (records.hasNext());
        }
    }

    private void fill(Worksheet worksheet, CsvRecord heading, Iterator<CsvRecord> records) throws IOException {
        worksheet.freezePane(0, 1);
        row(worksheet, 0, heading);
        for (var row = 1; row < mostRows && records.hasNext(); row++) {
            row(worksheet, row, records.next());
            if (row % ROWS_IN_MEMORY == 0) {
                worksheet.flush();
            }
        }
        worksheet.finish();
    }

    private static void row(Worksheet worksheet, int row, CsvRecord record) {
        for (var column = 0; column < record.getFieldCount(); column++) {
            var text = record.getField(column);
            if (!text.isEmpty()) {
                worksheet.inlineString(
                        row, column, text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text);
            }
        }
    }
}
