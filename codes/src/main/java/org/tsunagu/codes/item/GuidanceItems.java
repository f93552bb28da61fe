package org.tsunagu.codes.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsunagu.codes.table.Table;

/// The items of the guidance document (特定保健指導情報の項目表, 付属3), `guidance-items.tsv`: of the fourth period, the only
/// one whose list is known. Documents of earlier periods keep their codes without an item.
public final class GuidanceItems {

    private final List<GuidanceItem> all;
    private final Map<String, Map<String, GuidanceItem>> bySection = new HashMap<>();
    private final Map<String, GuidanceItem> byCode = new HashMap<>();
    private final Map<String, GuidanceItem> byRole = new HashMap<>();

    private GuidanceItems(Table table) {
        var items = new ArrayList<GuidanceItem>();
        table.rows().forEach(row -> items.add(GuidanceItem.of(items.size(), row)));
        this.all = List.copyOf(items);
        for (var item : all) {
            bySection
                    .computeIfAbsent(item.section(), section -> new HashMap<>())
                    .put(item.code(), item);
            byCode.putIfAbsent(item.code(), item);
            byRole.put(item.section() + item.actMood() + item.role(), item);
        }
    }

    /// The table as shipped; read once.
    public static GuidanceItems shipped() {
        return Shipped.ITEMS;
    }

    /// All items in the order of the table.
    public List<GuidanceItem> all() {
        return all;
    }

    /// The item of a code in a section, or null.
    public @Nullable GuidanceItem lookUp(String section, String code) {
        return bySection.getOrDefault(section, Map.of()).get(code);
    }

    /// The item of a code wherever it stands, or null; of a code in several sections the first.
    public @Nullable GuidanceItem lookUp(String code) {
        return byCode.get(code);
    }

    /// The item with a role in a section.
    ///
    /// @param actMood `EVN` for what was done, `INT` for what is planned, empty in the section of facilities
    /// @throws IllegalArgumentException if the table has no such item
    public GuidanceItem get(String section, String actMood, String role) {
        var item = byRole.get(section + actMood + role);
        if (item == null) {
            throw new IllegalArgumentException(
                    "no role %s of %s in section %s in guidance-items.tsv".formatted(role, actMood, section));
        }
        return item;
    }

    /// The items of a section in the order of the table.
    public List<GuidanceItem> of(String section) {
        return all.stream().filter(item -> item.section().equals(section)).toList();
    }

    private static final class Shipped {
        private static final GuidanceItems ITEMS = new GuidanceItems(
                Table.read("item/guidance-items", GuidanceItems.class.getResourceAsStream("guidance-items.tsv")));
    }
}
