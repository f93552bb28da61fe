package org.tsunagu.checkupformat.csv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Answers.Acceptance;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.item.ValueType;

/// Reads the cells that hold results (結果のセル). What cannot be read is reported and kept as written.
final class ItemCells {

    private static final char UNREADABLE = '\ufffd';
    private static final LocalDate ANY_DAY = LocalDate.EPOCH;

    private final Items items;
    private final CsvProblems problems;
    private final Words words = Words.shipped();
    private final Answers answers = Answers.shipped();

    ItemCells(Items items, CsvProblems problems) {
        this.items = items;
        this.problems = problems;
    }

    /// What a cell says: not performed, or values as a document writes them.
    record Result(boolean negated, List<WrittenValue> values) {

        static Result of(WrittenValue... values) {
            return new Result(false, List.of(values));
        }
    }

    /// Reads a cell.
    ///
    /// @param bound the column; its item is empty for a code the master does not have
    /// @param examDate by whose tables codes are looked up, if it is known
    Optional<Result> read(Bound bound, Cell cell, Optional<LocalDate> examDate) {
        var column = bound.column();
        var text = column.translated(cell.plain());
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(bound.item()
                        .map(item -> known(column, item, cell, examDate))
                        .orElseGet(() -> unknown(column, cell, text)));
    }

    private Result known(Column column, Item item, Cell cell, Optional<LocalDate> examDate) {
        return switch (item.type()) {
            case PQ -> number(column, item, cell);
            case CD, CO -> code(column, item, cell, examDate);
            case ST -> Result.of(new WrittenValue("ST", text(column, cell), "", "", ""));
        };
    }

    private Result number(Column column, Item item, Cell cell) {
        var text = column.translated(cell.plain());
        if (Cell.number(text).isPresent()) {
            return Result.of(quantity(scaled(text, column), item));
        }
        var state = state(cell, "PQ");
        if (state.isPresent()) {
            return state.get();
        }
        var marked = words.marked(cell);
        if (marked.isPresent()) {
            var number = quantity(scaled(marked.get().number(), column), item);
            return Result.of(mark(marked.get().state()), number);
        }
        problems.value(column, cell);
        return Result.of(quantity(cell.written(), item));
    }

    private static WrittenValue quantity(String text, Item item) {
        return new WrittenValue("PQ", text, item.unit(), "", "");
    }

    private static String scaled(String number, Column column) {
        return column.factor()
                .flatMap(factor -> Cell.number(number).map(factor::multiply))
                .map(BigDecimal::toPlainString)
                .orElse(number);
    }

    private Result code(Column column, Item item, Cell cell, Optional<LocalDate> examDate) {
        var type = item.type() == ValueType.CO ? "CO" : "CD";
        var text = column.translated(cell.plain());
        var isTranslated = column.values().containsKey(cell.plain());
        if (!isTranslated) {
            var state = state(cell, type);
            if (state.isPresent()) {
                return state.get();
            }
        }
        var system = examDate.map(date -> items.codeSystem(item, date)).orElse(item.codeSystem());
        var isCode = isTranslated || isCode(system, text);
        if (!isCode) {
            problems.value(column, cell);
        }
        return Result.of(new WrittenValue(type, isCode ? text : cell.written(), "", system, ""));
    }

    /// Whether a code can be told from a dirty cell. A code of another period is left to the reception checks.
    private boolean isCode(String system, String text) {
        return answers.of(system).isEmpty()
                ? isShort(text)
                : answers.accept(system, text, ANY_DAY) != Acceptance.UNKNOWN_CODE;
    }

    private static boolean isShort(String text) {
        return text.length() <= 2 && text.chars().allMatch(Character::isLetterOrDigit);
    }

    /// A word in place of a value. Marks stand for a value only where a number is expected.
    private Optional<Result> state(Cell cell, String type) {
        return words.state(cell)
                .filter(state -> type.equals("PQ") || !state.isValue())
                .map(state -> switch (state) {
                    case NOT_PERFORMED -> new Result(true, List.of());
                    case ABOVE_RANGE, BELOW_RANGE -> Result.of(mark(state));
                    default -> Result.of(new WrittenValue(type, "", "", "", "NI"));
                });
    }

    private static WrittenValue mark(ValueState state) {
        var letter = state == ValueState.ABOVE_RANGE ? "H" : "L";
        return new WrittenValue("CD", letter, "", WrittenValue.RANGE_MARK_SYSTEM, "");
    }

    private String text(Column column, Cell cell) {
        if (cell.written().indexOf(UNREADABLE) >= 0) {
            problems.value(column, cell);
        }
        return cell.written();
    }

    /// Of a code the master does not have, only the look of the value tells its type.
    private Result unknown(Column column, Cell cell, String text) {
        var state = state(cell, "PQ")
                .filter(result ->
                        result.negated() || !result.values().getFirst().isRangeMark());
        return state.orElseGet(() -> Result.of(
                Cell.number(text).isEmpty()
                        ? new WrittenValue("ST", text(column, cell), "", "", "")
                        : new WrittenValue("PQ", text, "", "", "")));
    }
}
