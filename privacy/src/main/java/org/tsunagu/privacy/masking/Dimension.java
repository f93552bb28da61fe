package org.tsunagu.privacy.masking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One direction of a table (表側・表頭) with the sub-totals and the total that are shown along it.
///
/// @param name what the direction is, for example `employer`
/// @param labels the single rows or columns, in order
/// @param groups sub-totals: name to labels, for example a prefecture to its areas; a label in at most one
///     of them
/// @param isSummed whether there is a total over all; not for years, in which the same persons come again
public record Dimension(String name, List<String> labels, Map<String, List<String>> groups, boolean isSummed) {

    /// The label of the total over all.
    public static final String TOTAL = "TOTAL";

    /// Keeps the groups in the order of their names, and refuses unknown and doubled labels.
    public Dimension {
        groups = new TreeMap<>(groups);
        var grouped = groups.values().stream().flatMap(List::stream).toList();
        if (!labels.containsAll(grouped) || new HashSet<>(grouped).size() != grouped.size()) {
            throw new IllegalArgumentException("groups of %s: each label once, of %s".formatted(name, labels));
        }
        var all = Stream.concat(labels.stream(), Stream.concat(groups.keySet().stream(), Stream.of(TOTAL)))
                .toList();
        if (new HashSet<>(all).size() != all.size()) {
            throw new IllegalArgumentException("labels of %s: used twice in %s".formatted(name, all));
        }
    }

    /// Labels with a total.
    public static Dimension summed(String name, List<String> labels) {
        return new Dimension(name, labels, Map.of(), true);
    }

    /// Labels without a total, for example years.
    public static Dimension separate(String name, List<String> labels) {
        return new Dimension(name, labels, Map.of(), false);
    }

    /// Labels with sub-totals and a total.
    public static Dimension grouped(String name, List<String> labels, Map<String, List<String>> groups) {
        return new Dimension(name, labels, groups, true);
    }

    /// Everything that is shown along this direction, in order: labels, sub-totals, total.
    public List<String> positions() {
        var positions = new ArrayList<>(labels);
        positions.addAll(groups.keySet());
        if (isSummed) {
            positions.add(TOTAL);
        }
        return List.copyOf(positions);
    }

    int index(String position) {
        var index = positions().indexOf(position);
        if (index < 0) {
            throw new IllegalArgumentException("no %s in %s, only %s".formatted(position, name, positions()));
        }
        return index;
    }

    /// What adds up to what: sub-totals first, then the total.
    List<Sum> sums() {
        var sums = new ArrayList<Sum>();
        var top = new ArrayList<>(labels);
        groups.forEach((group, members) -> {
            sums.add(new Sum(index(group), members.stream().map(this::index).toList()));
            top.removeAll(members);
            top.add(group);
        });
        if (isSummed) {
            sums.add(new Sum(index(TOTAL), top.stream().map(this::index).toList()));
        }
        return sums;
    }

    /// One position as the sum of others.
    record Sum(int total, List<Integer> parts) {}
}
