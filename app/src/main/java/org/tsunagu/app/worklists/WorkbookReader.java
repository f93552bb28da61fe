package org.tsunagu.app.worklists;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Reads a workbook that came back (Excelの読み取り), line by line. Formulas are never worked out; workbooks with macros, or
/// that unpack to more than a list can be, are refused before anything of them is read.
final class WorkbookReader {

    static final int MOST_LINES = 200_000;

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_ENTRIES = 1000;
    /// What Excel itself allows in a cell.
    private static final int LONGEST_CELL = 32_767;
    /// The texts of all cells together: they are in the memory while the lines are compared.
    private static final long MOST_CHARACTERS = 20_000_000;
    /// The texts that cells share are held at once while the lines are read.
    private static final long MOST_SHARED_BYTES = 1L << 26;

    private WorkbookReader() {}

    /// Why a workbook is refused as a whole: a key of the message file.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String key) {
            super(key);
        }

        String key() {
            return String.valueOf(getMessage());
        }
    }

    /// A line as it came.
    ///
    /// @param number as Excel counts
    /// @param formula name of the first cell that holds a formula; empty for none
    record Line(int number, String key, TaskSheet.Cells cells, String formula) {}

    static UUID read(Path file, Consumer<Line> receiver) throws Refused {
        check(file);
        try (var book = new ReadableWorkbook(file.toFile());
                var rows = book.getFirstSheet().openStream()) {
            var all = rows.iterator();
            var export = all.hasNext()
                    ? TaskSheet.export(text(all.next(), TaskSheet.KEY))
                    : java.util.Optional.<UUID>empty();
            if (export.isEmpty()) {
                throw new Refused("worklists.excel.problem.form");
            }
            var lines = 0;
            var characters = 0L;
            while (all.hasNext()) {
                characters += line(all.next(), receiver);
                if (++lines > MOST_LINES || characters > MOST_CHARACTERS) {
                    throw new Refused("worklists.excel.problem.large");
                }
            }
            return export.get();
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IllegalStateException e) {
            throw new Refused("worklists.excel.problem.unreadable");
        }
    }

    /// Looks at the parts without holding them.
    private static void check(Path file) throws Refused {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Refused("worklists.excel.problem.large");
            }
            var left = MOST_BYTES;
            for (var entry : Collections.list(zip.entries())) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith(".bin") || name.contains("externallink") || name.contains("embeddings")) {
                    throw new Refused("worklists.excel.problem.macro");
                }
                left -= size(zip, entry, name.endsWith("sharedstrings.xml") ? MOST_SHARED_BYTES : left);
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new Refused("worklists.excel.problem.unreadable");
            }
        } catch (IOException e) {
            throw new Refused("worklists.excel.problem.unreadable");
        }
    }

    /// What an entry unpacks to: counted, because what it says of itself may be wrong.
    private static long size(ZipFile zip, ZipEntry entry, long most) throws IOException, Refused {
        var buffer = new byte[1 << 16];
        var total = 0L;
        try (var in = zip.getInputStream(entry)) {
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > most) {
                    throw new Refused("worklists.excel.problem.large");
                }
            }
        }
        return total;
    }

    /// Hands on a line, and says how many characters it holds.
    private static long line(Row row, Consumer<Line> receiver) throws Refused {
        var formula = "";
        for (var column : List.of(TaskSheet.KEY, TaskSheet.DUE, TaskSheet.OWNER, TaskSheet.STATE, TaskSheet.NOTE)) {
            var isFormula = row.getOptionalCell(column)
                    .filter(cell -> cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR)
                    .isPresent();
            if (isFormula && formula.isEmpty()) {
                formula = (char) ('A' + column) + Integer.toString(row.getRowNum());
            }
        }
        var cells = new ArrayList<String>();
        for (var column = TaskSheet.DUE; column <= TaskSheet.NOTE; column++) {
            cells.add(formula.isEmpty() ? text(row, column) : "");
        }
        if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw new Refused("worklists.excel.problem.large");
        }
        var line = new Line(
                row.getRowNum(),
                formula.isEmpty() ? text(row, TaskSheet.KEY) : rawKey(row),
                new TaskSheet.Cells(cells.get(0), cells.get(1), cells.get(2), cells.get(3)),
                formula);
        var isEmpty =
                line.key().isEmpty() && formula.isEmpty() && cells.stream().allMatch(String::isEmpty);
        if (!isEmpty) {
            receiver.accept(line);
        }
        return line.key().length() + cells.stream().mapToLong(String::length).sum();
    }

    private static String rawKey(Row row) {
        return row.getOptionalCell(TaskSheet.KEY)
                .filter(cell -> cell.getType() == CellType.STRING)
                .map(WorkbookReader::text)
                .orElse("");
    }

    private static String text(Row row, int column) {
        return row.getOptionalCell(column).map(WorkbookReader::text).orElse("");
    }

    /// A day that Excel keeps as a number becomes ISO; whatever else is a number is text as Excel keeps it.
    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case STRING -> String.valueOf(cell.getValue()).strip();
            case NUMBER ->
                cell.getColumnIndex() == TaskSheet.DUE
                        ? cell.asDate().toLocalDate().toString()
                        : String.valueOf(cell.getRawValue());
            case BOOLEAN -> String.valueOf(cell.getRawValue());
            case FORMULA, ERROR, EMPTY -> "";
        };
    }
}
