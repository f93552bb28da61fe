package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.Methods;
import org.tsunagu.codes.time.PlanPeriod;

/// The item master as it stands between two changes (その時点の項目表), spread into arrays by item index, so that a result
/// costs a few comparisons. Immutable.
final class ItemMaster {

    private static final int DIGITS = 10;

    private final Items items;
    private final LocalDate day;
    private final boolean[] exists;
    private final String[] codeSystem;
    private final int[] plainCodes;
    private final List<Set<String>> methods;
    private final Needs specific;
    private final Needs wideArea;

    private ItemMaster(Items items, LocalDate day) {
        var size = items.all().size();
        this.items = items;
        this.day = day;
        this.exists = new boolean[size];
        this.codeSystem = new String[size];
        this.plainCodes = new int[size];
        this.methods = items.all().stream().map(Methods.shipped()::of).toList();
        var known = new HashMap<String, Integer>();
        for (var item : items.all()) {
            var system = items.codeSystem(item, day);
            exists[item.index()] = item.existsOn(day);
            codeSystem[item.index()] = system;
            plainCodes[item.index()] = known.computeIfAbsent(system, of -> plainCodes(of, day));
        }
        this.specific = Needs.on(day, items, Needs.Profile.SPECIFIC);
        this.wideArea = Needs.on(day, items, Needs.Profile.WIDE_AREA);
    }

    /// The states of the master from its beginning, each from the first day on which it holds.
    static List<ItemMaster> all(Items items) {
        return items == Items.shipped() ? Shipped.MASTERS : build(items);
    }

    /// Built when first asked for, and only once: nothing in it changes.
    private static final class Shipped {
        private static final List<ItemMaster> MASTERS = build(Items.shipped());
    }

    private static List<ItemMaster> build(Items items) {
        var changes = Stream.of(
                        items.changeDays(),
                        Answers.shipped().changeDays(),
                        ItemFamilies.shipped().changeDays())
                .flatMap(days -> days);
        var days = Stream.concat(Stream.of(PlanPeriod.FIRST.firstDay()), changes)
                .distinct()
                .sorted()
                .filter(day -> !day.isBefore(PlanPeriod.FIRST.firstDay()))
                .toList();
        var all = new ArrayList<ItemMaster>();
        days.forEach(day -> all.add(new ItemMaster(items, day)));
        return List.copyOf(all);
    }

    private static int plainCodes(String codeSystem, LocalDate day) {
        var bits = 0;
        for (var digit = 0; digit < DIGITS && !codeSystem.isEmpty(); digit++) {
            var accepted = Answers.shipped().accept(codeSystem, String.valueOf(digit), day);
            bits |= accepted == Answers.Acceptance.VALID ? 1 << digit : 0;
        }
        return bits;
    }

    /// The day from which this state holds.
    LocalDate day() {
        return day;
    }

    boolean exists(Item item) {
        return exists[item.index()];
    }

    /// The code system of the item's answers; empty when it has none.
    String codeSystem(Item item) {
        return codeSystem[item.index()];
    }

    /// Whether this is one of the one-digit codes in force; `false` says nothing about longer codes.
    boolean isPlainCode(Item item, String code) {
        return code.length() == 1
                && code.charAt(0) >= '0'
                && code.charAt(0) <= '9'
                && (plainCodes[item.index()] & (1 << (code.charAt(0) - '0'))) != 0;
    }

    /// The methods of an item; empty when any is accepted.
    Set<String> methods(Item item) {
        return methods.get(item.index());
    }

    /// Whether an item belongs to a family of `item-families.tsv`.
    boolean isIn(String family, Item item) {
        return Arrays.stream(family(family)).anyMatch(index -> index == item.index());
    }

    /// The items of a family, as indexes. Families are asked for once, when a check is built.
    int[] family(String name) {
        return ItemFamilies.shipped().indexes(name, day, items);
    }

    Needs needs(Needs.Profile profile) {
        return profile == Needs.Profile.SPECIFIC ? specific : wideArea;
    }

    /// All items, whether they exist now or not.
    List<Item> items() {
        return items.all();
    }

    /// How many items there are: the length of arrays by item index.
    int size() {
        return items.all().size();
    }

    /// The item at an index.
    Item item(int index) {
        return items.all().get(index);
    }

    /// The item of a code.
    Item item(String code) {
        return items.get(code);
    }
}
