package org.tsunagu.rules.rewards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Points of one person (ポイント残高): the sum of the entries. What expires first is spent first (先入れ先出し).
///
/// @param lots what is left of what was earned, in the order in which it expires
/// @param balance sum of all entries
public record PointAccount(List<Lot> lots, int balance) {

    /// Points that expire together.
    ///
    /// @param expiresOn last day on which they count; empty for those that never end
    public record Lot(int points, Optional<LocalDate> expiresOn) {

        private LocalDate last() {
            return expiresOn.orElse(LocalDate.MAX);
        }
    }

    /// The account after some entries, in the order in which they were written.
    public static PointAccount of(List<PointEntry> entries) {
        var lots = new ArrayList<Lot>();
        for (var entry : entries) {
            if (entry.points() > 0) {
                lots.add(new Lot(entry.points(), entry.expiresOn()));
                lots.sort(Comparator.comparing(Lot::last));
            } else {
                take(lots, -entry.points());
            }
        }
        return new PointAccount(
                List.copyOf(lots), entries.stream().mapToInt(PointEntry::points).sum());
    }

    private static void take(List<Lot> lots, int points) {
        var left = points;
        while (left > 0 && !lots.isEmpty()) {
            var first = lots.removeFirst();
            if (first.points() > left) {
                lots.addFirst(new Lot(first.points() - left, first.expiresOn()));
            }
            left -= Math.min(left, first.points());
        }
    }

    /// Points whose last day is over and that have not been taken off yet.
    public int expired(LocalDate today) {
        return lots.stream()
                .filter(lot -> lot.last().isBefore(today))
                .mapToInt(Lot::points)
                .sum();
    }

    /// What expires next.
    public Optional<Lot> next() {
        return lots.stream().filter(lot -> lot.expiresOn().isPresent()).findFirst();
    }
}
