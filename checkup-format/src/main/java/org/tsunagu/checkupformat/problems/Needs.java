package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.Requirement;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What a kind of checkup must hold on a day (必須項目): single items, and groups of which one item is enough, by
/// `items.tsv` and `one-of-groups.tsv`.
final class Needs {

    private static final Table GROUPS =
            Table.read("problems/one-of-groups", Needs.class.getResourceAsStream("one-of-groups.tsv"));

    private final List<Need> all;
    private final boolean[] needed;

    private Needs(List<Need> all, int items) {
        this.all = List.copyOf(all);
        this.needed = new boolean[items];
        for (var need : all) {
            for (var index : need.items()) {
                needed[index] = true;
            }
        }
    }

    /// The required set of a kind of checkup (健診の種類別の必須項目).
    enum Profile {
        /// The specific checkup (特定健診).
        SPECIFIC,
        /// The checkup of the wide-area union for people of 75 and over (広域連合の健診).
        WIDE_AREA;

        private static final String REQUIRED = "1";

        private boolean requires(Item item) {
            return switch (this) {
                case SPECIFIC -> item.requirement() == Requirement.REQUIRED;
                case WIDE_AREA -> item.row().text("wide_area").equals(REQUIRED);
            };
        }

        private String group(Item item) {
            return switch (this) {
                case SPECIFIC -> item.oneOf();
                case WIDE_AREA -> item.row().text("wide_area");
            };
        }
    }

    /// One need: any of some items (いずれか必須).
    static final class Need {

        private final String check;
        private final String shownAs;
        private final int[] items;

        private Need(String check, String shownAs, int... items) {
            this.check = check;
            this.shownAs = shownAs;
            this.items = items;
        }

        /// What is reported when none is there.
        String check() {
            return check;
        }

        /// The item that the finding names.
        String shownAs() {
            return shownAs;
        }

        /// Indexes of the items; not to be changed.
        int[] items() {
            return items;
        }
    }

    /// The needs of a profile on a checkup date.
    static Needs on(LocalDate checkup, Items items, Profile profile) {
        var needs = new ArrayList<Need>();
        for (var item : items.all()) {
            var stands = item.existsOn(checkup) && profile.requires(item);
            if (stands && item.dependsOn().isEmpty() && !item.isDoctorName()) {
                needs.add(new Need("CHK-ITM-001", item.code(), item.index()));
            }
        }
        var groups = new LinkedHashMap<String, List<Row>>();
        GROUPS.on(checkup)
                .forEach(row -> groups.computeIfAbsent(row.text("requirement"), name -> new ArrayList<>())
                        .add(row));
        for (var rows : groups.values()) {
            var members = members(rows, checkup, items, profile);
            if (members.length > 0) {
                var first = rows.getFirst();
                needs.add(new Need(first.text("check"), first.text("shown_as"), members));
            }
        }
        return new Needs(needs, items.all().size());
    }

    // Items of another period count as well: that they do not belong here is a finding of its own (CHK-ITM-034).
    private static int[] members(List<Row> rows, LocalDate checkup, Items items, Profile profile) {
        var letters = new HashSet<String>();
        var codes = new HashMap<String, Set<String>>();
        for (var row : rows) {
            var family = row.text("family");
            if (family.isEmpty()) {
                letters.add(row.text("letter"));
            } else {
                codes.computeIfAbsent(row.text("letter"), letter -> new HashSet<>())
                        .addAll(ItemFamilies.shipped().codes(family, checkup));
            }
        }
        return items.all().stream()
                .filter(item -> letters.contains(profile.group(item))
                        || codes.getOrDefault(profile.group(item), Set.of()).contains(item.code()))
                .mapToInt(Item::index)
                .toArray();
    }

    /// The single items as groups of one, then the groups.
    List<Need> all() {
        return all;
    }

    /// Whether an item can satisfy a need.
    boolean isNeeded(int index) {
        return needed[index];
    }
}
