package org.tsunagu.linkage.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keys numbered in the order in which they come (キーの番号付け); values repeat, so that a record costs one number a field.
final class Dictionary {

    /// The number of no key.
    static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> keys = new ArrayList<>();

    /// The number of a key; [#NONE] for an empty one.
    int add(String key) {
        if (key.isEmpty()) {
            return NONE;
        }
        return numbers.computeIfAbsent(key, unknown -> {
            keys.add(unknown);
            return keys.size() - 1;
        });
    }

    /// The number of a key that may not be here.
    int find(String key) {
        return numbers.getOrDefault(key, NONE);
    }

    String key(int number) {
        return keys.get(number);
    }

    int size() {
        return keys.size();
    }
}
