package org.tsunagu.codes.item;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The results of one checkup as the rules see them (健診結果): one [ItemValue] an item of the master. Where they came
/// from (CDA, CSV, FHIR, a database row) makes no difference. Immutable.
public final class CheckupValues {

    private final Items items;
    private final @Nullable ItemValue[] values;

    private CheckupValues(Items items, @Nullable ItemValue[] values) {
        this.items = items;
        this.values = values;
    }

    /// Starts an empty set of results over a master.
    public static Builder over(Items items) {
        return new Builder(items);
    }

    /// The value of an item, [ItemValue#ABSENT] when it is not there. Never null.
    public ItemValue get(Item item) {
        var value = values[item.index()];
        return value == null ? ItemValue.ABSENT : value;
    }

    /// The items that are there, in master order.
    public List<Item> present() {
        var present = new ArrayList<Item>();
        for (var item : items.all()) {
            if (values[item.index()] != null) {
                present.add(item);
            }
        }
        return present;
    }

    /// Collects results; the first value of an item stays.
    public static final class Builder {

        private final Items items;
        private final @Nullable ItemValue[] values;

        private boolean isBuilt;

        private Builder(Items items) {
            this.items = items;
            this.values = new ItemValue[items.all().size()];
        }

        /// Adds the value of an item unless the item has one already.
        public Builder put(Item item, ItemValue value) {
            if (isBuilt) {
                throw new IllegalStateException("the results are built");
            }
            if (values[item.index()] == null) {
                values[item.index()] = value;
            }
            return this;
        }

        /// Adds the value of an item by its code.
        ///
        /// @throws IllegalArgumentException if the master has no such item
        public Builder put(String code, ItemValue value) {
            return put(items.get(code), value);
        }

        /// The results collected so far; nothing can be added afterwards.
        public CheckupValues build() {
            isBuilt = true;
            return new CheckupValues(items, values);
        }
    }
}
