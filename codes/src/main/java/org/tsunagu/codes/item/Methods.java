package org.tsunagu.codes.item;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tsunagu.codes.table.Table;

/// Test methods (検査方法), `methods.tsv`. A method code means something only together with its item.
public final class Methods {

    private final Map<String, Set<String>> byItem = new HashMap<>();

    private Methods(Table table) {
        table.rows()
                .forEach(row -> byItem.computeIfAbsent(row.text("item"), item -> new HashSet<>())
                        .add(row.text("method")));
    }

    /// The table as shipped; read once.
    public static Methods shipped() {
        return Shipped.METHODS;
    }

    /// The methods of an item; empty when the table names none, and then any method is accepted.
    public Set<String> of(Item item) {
        return byItem.getOrDefault(item.code(), Set.of());
    }

    private static final class Shipped {
        private static final Methods METHODS =
                new Methods(Table.read("item/methods", Methods.class.getResourceAsStream("methods.tsv")));
    }
}
