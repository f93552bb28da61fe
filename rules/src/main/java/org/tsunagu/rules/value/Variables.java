package org.tsunagu.rules.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The names that conditions may use (変数), numbered from 0: the key of [Gathered].
public final class Variables {

    private final List<String> names;
    private final Set<String> standIns;
    private final Map<String, Integer> indexes = new HashMap<>();

    /// Numbers the names in their order; a name that occurs again keeps its number.
    ///
    /// @param standIns names that only stand in for another one: nobody is asked for them when they are missing
    ///
    /// @throws IllegalArgumentException if there are more names than fit a set of bits
    public Variables(List<String> names, Set<String> standIns) {
        this.standIns = Set.copyOf(standIns);
        this.names = names.stream().distinct().toList();
        if (this.names.size() >= Long.SIZE) {
            throw new IllegalArgumentException("%d variables, at most %d".formatted(this.names.size(), Long.SIZE - 1));
        }
        this.names.forEach(name -> indexes.put(name, indexes.size()));
    }

    /// The number of a name.
    ///
    /// @throws IllegalArgumentException if there is no such variable
    public int index(String name) {
        var index = indexes.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no variable %s, only %s".formatted(name, names));
        }
        return index;
    }

    /// The name of a number.
    public String name(int index) {
        return names.get(index);
    }

    /// Whether a variable only stands in for another one.
    public boolean isStandIn(int index) {
        return standIns.contains(name(index));
    }

    /// How many there are.
    public int size() {
        return names.size();
    }
}
