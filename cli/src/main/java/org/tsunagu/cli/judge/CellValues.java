package org.tsunagu.cli.judge;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Answers.Acceptance;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueState;

/// Makes values of cells (セルの値): numbers, codes that the item knows on the day of the checkup, texts. What a
/// code is worth is looked up once for each span of days in which the masters do not change.
final class CellValues {

    /// The cell cannot be read: it counts as missing.
    static final ItemValue UNREADABLE = ItemValue.of(ValueState.EMPTY);

    private static final int MOST_REMEMBERED = 100;

    private final Items items;
    private final Answers answers = Answers.shipped();
    private final long[] changes;
    private final List<HashMap<String, ItemValue>> remembered;

    CellValues(Items items) {
        this.items = items;
        this.changes = Stream.concat(items.changeDays(), answers.changeDays())
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .distinct()
                .toArray();
        var maps = (changes.length + 1) * items.all().size();
        this.remembered = Stream.generate(() -> new HashMap<String, ItemValue>(0))
                .limit(maps)
                .toList();
    }

    /// The number of the span of days a checkup falls into.
    int span(LocalDate exam) {
        var found = Arrays.binarySearch(changes, exam.toEpochDay());
        return found >= 0 ? found + 1 : -found - 1;
    }

    ItemValue read(Item item, String text, LocalDate exam, int span) {
        return switch (item.type()) {
            case PQ -> number(text);
            case CD, CO -> code(item, text, exam, span);
            case ST -> ItemValue.code(text);
        };
    }

    static ItemValue number(String text) {
        var value = ItemValue.number(text);
        return value.number() == null ? UNREADABLE : value;
    }

    private ItemValue code(Item item, String text, LocalDate exam, int span) {
        var known = remembered.get(span * items.all().size() + item.index());
        var value = known.get(text);
        if (value == null) {
            value = accepts(item, text, exam) ? ItemValue.code(text) : UNREADABLE;
            if (known.size() < MOST_REMEMBERED) {
                known.put(text, value);
            }
        }
        return value;
    }

    private boolean accepts(Item item, String code, LocalDate exam) {
        var acceptance = answers.accept(items.codeSystem(item, exam), code, exam);
        return acceptance != Acceptance.UNKNOWN_CODE && acceptance != Acceptance.OTHER_PERIOD;
    }
}
