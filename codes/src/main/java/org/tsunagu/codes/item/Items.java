package org.tsunagu.codes.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.Validity;

/// The master of checkup items (健診項目マスタ), `items.tsv`: Annex 2 of the fourth period, what earlier periods had,
/// and items commonly added.
public final class Items {

    private final List<Item> all;
    private final Map<String, Item> byCode = new HashMap<>();
    private final Map<String, List<Row>> earlierCodeSystems = new HashMap<>();

    private Items(Table items, Table earlier) {
        var list = new ArrayList<Item>();
        items.rows().forEach(row -> list.add(Item.of(list.size(), row)));
        all = List.copyOf(list);
        all.forEach(item -> byCode.put(item.code(), item));
        earlier.rows()
                .forEach(row -> earlierCodeSystems
                        .computeIfAbsent(row.key(), code -> new ArrayList<>())
                        .add(row));
    }

    /// The master as shipped; read once.
    public static Items shipped() {
        return Shipped.ITEMS;
    }

    /// The master with cells corrected on this installation.
    public static Items with(List<Correction> corrections) {
        return new Items(
                table("items").with(corrections), table("earlier-code-systems").with(corrections));
    }

    private static Table table(String name) {
        return Table.read("item/" + name, Items.class.getResourceAsStream(name + ".tsv"));
    }

    /// All items, by index.
    public List<Item> all() {
        return all;
    }

    /// The item of a code; empty for a code that is not in the master.
    public Optional<Item> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// The item of a code or null: the same as [#find] for the reader's innermost loop.
    public @Nullable Item lookUp(String code) {
        return byCode.get(code);
    }

    /// The item of a code that a table or a program names.
    ///
    /// @throws IllegalArgumentException if the master has no such item
    public Item get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no item %s in items.tsv".formatted(code)));
    }

    /// The code system (OID) of an item's answers on a checkup date; empty when the item has none.
    public String codeSystem(Item item, LocalDate checkup) {
        for (var row : earlierCodeSystems.getOrDefault(item.code(), List.of())) {
            if (row.validity().includes(checkup)) {
                return row.text("code_system");
            }
        }
        return item.codeSystem();
    }

    /// The days on which the master changes, with repetitions: between two of them it is the same for every checkup.
    public Stream<LocalDate> changeDays() {
        var earlier = earlierCodeSystems.values().stream().flatMap(List::stream).map(Row::validity);
        return Stream.concat(all.stream().map(Item::validity), earlier).flatMap(Validity::changeDays);
    }

    private static final class Shipped {
        private static final Items ITEMS = Items.with(List.of());
    }
}
