package org.tsunagu.claimsformat.master;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.time.Dates;

/// The usable rows of one file (ファイルの行), checked against the layout of their master.
final class RowSet {

    /// No date of abolition.
    static final String NEVER = "99999999";

    private static final Pattern ICD = Pattern.compile("[A-Z]\\d{2}[-0-9A-Za-z]{0,2}");
    private static final int LONGEST_QUOTE = 20;

    private final MasterKind kind;
    private final Layout layout;
    private final Place place;
    private final Reporter problems;
    private final List<Entry> rows = new ArrayList<>();
    private int width;
    private boolean hasUnchanged;
    private boolean isRefused;

    private RowSet(MasterKind kind, Place place, Reporter problems) {
        this.kind = kind;
        this.layout = Layout.of(kind);
        this.place = place;
        this.problems = problems;
    }

    /// A row with its line in the file.
    record Entry(int line, Change change, String code, List<String> cells) {}

    /// Reads and checks a file.
    static RowSet read(byte[] bytes, MasterKind kind, Place place, Reporter problems) {
        var set = new RowSet(kind, place, problems);
        new RowText(bytes, place, problems).read(set::row);
        if (!set.isRefused && set.rows.isEmpty()) {
            set.refuse("MST-EMPTY");
        }
        return set;
    }

    private void refuse(String check, String... arguments) {
        isRefused = true;
        problems.report(check, place, arguments);
    }

    private void row(int line, List<String> cells) {
        if (isRefused || (width == 0 && !isFirstRowRight(cells))) {
            return;
        }
        var at = place.at(line, 1);
        if (cells.size() != width) {
            problems.report("MST-ROW-COLUMNS", at, "actual", count(cells.size()), "expected", count(width));
            return;
        }
        var code = cells.get(layout.column(Field.CODE));
        if (!isCode(code)) {
            problems.report("MST-ROW-KEY", at, "actual", quote(code), "expected", count(layout.keyLength()));
            return;
        }
        var change = Change.of(cells.get(layout.column(Field.CHANGE)));
        if (change.isEmpty()) {
            problems.report("MST-ROW-CHANGE", at, "actual", quote(cells.get(layout.column(Field.CHANGE))));
            return;
        }
        hasUnchanged |= change.get() == Change.SAME;
        content(at, code, cells);
        rows.add(new Entry(line, change.get(), code, cells));
    }

    private boolean isFirstRowRight(List<String> cells) {
        width = cells.size();
        var letter = cells.size() > 1 ? cells.get(layout.column(Field.LETTER)) : "";
        if (!letter.equals(String.valueOf(kind.letter()))) {
            refuse("MST-NAME-CONTENT", "actual", quote(letter), "expected", String.valueOf(kind.letter()));
        } else if (width < layout.fewest()) {
            refuse("MST-COLUMNS-FEW", "actual", count(width), "expected", count(layout.fewest()));
        } else if (width > layout.most()) {
            problems.report("MST-COLUMNS-MORE", place, "actual", count(width), "expected", count(layout.most()));
        }
        return !isRefused;
    }

    private boolean isCode(String code) {
        if (code.length() != layout.keyLength()) {
            return false;
        }
        return kind == MasterKind.TOOTH || code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void content(Place at, String code, List<String> cells) {
        var abolished = cells.get(layout.column(Field.ABOLISHED_ON));
        if (!isDateOrNever(abolished)) {
            problems.report("MST-ROW-DATE", at, "code", code, "actual", quote(abolished));
        }
        if (layout.has(Field.ICD10)) {
            var icd = cells.get(layout.column(Field.ICD10));
            if (!icd.isEmpty() && !ICD.matcher(icd).matches()) {
                problems.report("MST-ROW-ICD", at, "code", code, "actual", quote(icd));
            }
        }
    }

    private static boolean isDateOrNever(String date) {
        return date.isEmpty()
                || date.equals(NEVER)
                || date.equals("0")
                || Dates.compact(date).isPresent();
    }

    /// The rows as those of a complete file, by code: without what is erased, half-empty or doubled.
    Map<String, String> whole() {
        var whole = new LinkedHashMap<String, String>();
        for (var row : rows) {
            var at = place.at(row.line(), 1);
            if (row.change() == Change.ERASED) {
                continue;
            }
            if (row.cells().get(layout.column(Field.NAME)).isEmpty()) {
                problems.report("MST-ROW-PARTIAL", at, "actual", row.code());
            } else if (whole.putIfAbsent(row.code(), String.join("\t", row.cells())) != null) {
                problems.report("MST-ROW-DOUBLE", at, "actual", row.code());
            }
        }
        return whole;
    }

    private static String count(int number) {
        return Integer.toString(number);
    }

    private static String quote(String text) {
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }

    List<Entry> rows() {
        return rows;
    }

    Place place() {
        return place;
    }

    Layout layout() {
        return layout;
    }

    /// Whether the file as a whole cannot be used.
    boolean isRefused() {
        return isRefused;
    }

    /// Whether the content is that of a complete file: a differential does not list what has not changed.
    boolean hasUnchanged() {
        return hasUnchanged;
    }

    /// Whether this is the list of abolished diseases (旧傷病名管理) with full rows: there change kind 9 is what every
    /// row has, so that a list without an edition before it is complete.
    boolean isListOfAbolished() {
        return kind == MasterKind.ABOLISHED_DISEASE
                && rows.stream()
                        .anyMatch(row -> row.change() == Change.ABOLISHED
                                && !row.cells().get(layout.column(Field.NAME)).isEmpty());
    }
}
