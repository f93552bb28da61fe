package org.tsunagu.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /// The last of a full list: what comes after it need not be added. Empty while there is room.
    Optional<T> lastOfFull() {
        return kept.size() < limit ? Optional.empty() : Optional.of(kept.last());
    }

    List<T> list() {
        return List.copyOf(kept);
    }
}
