package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.table.Table;

/// Items that mean the same to a check (同じ意味の項目), `item-families.tsv`: the methods of fasting glucose, the three
/// readings of the pressure in the order a reader prefers, and so on.
final class ItemFamilies {

    private static final ItemFamilies SHIPPED = new ItemFamilies(
            Table.read("problems/item-families", ItemFamilies.class.getResourceAsStream("item-families.tsv")));

    private final Table table;

    private ItemFamilies(Table table) {
        this.table = table;
    }

    /// The families as shipped; read once.
    static ItemFamilies shipped() {
        return SHIPPED;
    }

    /// The codes of a family that count on a checkup date, in table order.
    List<String> codes(String family, LocalDate checkup) {
        return table.on(checkup).stream()
                .filter(row -> row.text("family").equals(family))
                .map(row -> row.text("item"))
                .toList();
    }

    /// The same as indexes into the master.
    ///
    /// @throws IllegalArgumentException if the family has no item at all: a slip in a program
    int[] indexes(String family, LocalDate checkup, Items items) {
        if (table.rows().stream().noneMatch(row -> row.text("family").equals(family))) {
            throw new IllegalArgumentException("no family %s in item-families.tsv".formatted(family));
        }
        return codes(family, checkup).stream()
                .mapToInt(code -> items.get(code).index())
                .toArray();
    }

    /// The days on which a family changes.
    Stream<LocalDate> changeDays() {
        return table.rows().stream().flatMap(row -> row.validity().changeDays());
    }
}
