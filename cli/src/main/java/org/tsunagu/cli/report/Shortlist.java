package org.tsunagu.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/// The first few of many in a fixed order (上位の一覧): the same whatever the order in which they come.
final class Shortlist<T> {

    private final int limit;
    private final TreeSet<T> kept;

    /// An empty list.
    ///
    /// @param order must tell any two apart
    Shortlist(int limit, Comparator<T> order) {
        this.limit = limit;
        this.kept = new TreeSet<>(order);
    }

    void add(T candidate) {
        kept.add(candidate);
        if (kept.size() > limit) {
            kept.pollLast();
        }
    }

    List<T> list() {
        return List.copyOf(kept);
    }
}
