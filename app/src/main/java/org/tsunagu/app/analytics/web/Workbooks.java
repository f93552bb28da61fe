package org.tsunagu.app.analytics.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.tsunagu.app.analytics.figures.FigureSheet;

/// Writes a figure as a workbook (図表のExcel): numbers as numbers, everything else as text, so that nothing
/// becomes a formula.
public final class Workbooks {

    private static final double NAME_WIDTH = 28;
    private static final double WIDTH = 14;

    private Workbooks() {}

    /// Title, notes, headings, rows.
    static List<List<String>> lines(FigureSheet sheet, List<String> notes) {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of(sheet.title()));
        notes.forEach(note -> lines.add(List.of(note)));
        lines.add(sheet.headings());
        sheet.rows().forEach(row -> lines.add(row.cells()));
        return lines;
    }

    /// Writes it to a stream, which stays open.
    public static void write(FigureSheet sheet, List<String> notes, OutputStream out) throws IOException {
        var book = new Workbook(out, "Tsunagu", "1.0");
        var page = book.newWorksheet("Tsunagu");
        var row = 0;
        for (var line : lines(sheet, notes)) {
            for (var column = 0; column < line.size(); column++) {
                var text = line.get(column);
                var number = line.size() > 1 && column >= sheet.names() ? number(text) : Optional.<BigDecimal>empty();
                if (number.isPresent()) {
                    page.value(row, column, number.get());
                } else {
                    page.inlineString(row, column, text);
                }
            }
            row++;
        }
        for (var column = 0; column < sheet.headings().size(); column++) {
            page.width(column, column < sheet.names() ? NAME_WIDTH : WIDTH);
        }
        page.freezePane(0, 2 + notes.size());
        page.finish();
        book.finish();
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9,]+(\\.[0-9]+)?")
                ? Optional.of(new BigDecimal(text.replace(",", "")))
                : Optional.empty();
    }
}
