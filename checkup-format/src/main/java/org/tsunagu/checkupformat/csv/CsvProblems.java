package org.tsunagu.checkupformat.csv;

import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Reports what is wrong with a CSV (CSVの不備) with line and column. Cells with personal data are described by their
/// length, never quoted.
final class CsvProblems {

    private static final int LONGEST_QUOTE = 40;

    private final Place place;
    private final Reporter reporter;

    CsvProblems(Place place, Reporter reporter) {
        this.place = place;
        this.reporter = reporter;
    }

    /// A value that cannot be read and is kept as written.
    void value(Column column, Cell cell) {
        var where = place.at(cell.line(), cell.column());
        var named = column.itemCode().isEmpty() ? where : where.item(column.itemCode());
        reporter.report("CSV-VALUE", named, "actual", column.heading(), "reason", shown(column, cell));
    }

    private static String shown(Column column, Cell cell) {
        var open = !column.itemCode().isEmpty()
                || column.is(Target.SEX)
                || column.is(Target.BIRTH_DATE)
                || column.is(Target.EXAM_DATE)
                || column.is(Target.CREATED_DATE);
        return open && cell.written().length() <= LONGEST_QUOTE
                ? cell.written()
                : "… (%d)".formatted(cell.written().length());
    }

    void unknownColumn(Cell heading) {
        reporter.report(
                "CSV-COLUMN-UNKNOWN", place.at(heading.line(), heading.column()), "actual", quoted(heading.written()));
    }

    void doubledColumn(Cell heading) {
        reporter.report(
                "CSV-COLUMN-DOUBLE", place.at(heading.line(), heading.column()), "actual", quoted(heading.written()));
    }

    void missingColumn(Column column, int line) {
        reporter.report("CSV-COLUMN-MISSING", place.at(line, 1), "expected", column.heading());
    }

    void cells(int line, int actual, int expected) {
        reporter.report(
                "CSV-CELLS", place.at(line, 1), "actual", String.valueOf(actual), "expected", String.valueOf(expected));
    }

    /// @param reason in signs and numbers that read the same in every language
    void layout(int line, String reason) {
        reporter.report("CSV-LAYOUT", place.at(line, 1), "reason", reason);
    }

    void encoding() {
        reporter.report("CSV-ENCODING", place);
    }

    private static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
