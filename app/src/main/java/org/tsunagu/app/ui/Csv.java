package org.tsunagu.app.ui;

import java.util.List;
import java.util.stream.Collectors;

/// Lines of CSV for people who open them in a spreadsheet (表計算ソフト向けCSV): a cell that would be taken for a formula gets
/// an apostrophe before it. A Japanese spreadsheet takes full-width signs for formulas as well.
public final class Csv {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /// A line with its end.
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        var needsQuotes = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needsQuotes ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
