package org.tsunagu.rules.guidance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A support that was given or an outcome that was reached (支援・成果).
///
/// @param item code of the column `item` of `points.tsv`, for example `IND`
/// @param minutes whole minutes, from 0; empty when not known or without meaning (a message)
/// @param on the day; empty when not known: then only the rules that need no day are applied
/// @param circumstances what could take the points away
public record Support(String item, OptionalInt minutes, Optional<LocalDate> on, Set<Circumstance> circumstances) {

    /// Keeps the circumstances as they are.
    public Support {
        circumstances = Set.copyOf(circumstances);
    }

    /// One without minutes.
    public static Support of(String item) {
        return new Support(item, OptionalInt.empty(), Optional.empty(), Set.of());
    }

    /// One of so many minutes.
    public static Support of(String item, int minutes) {
        return new Support(item, OptionalInt.of(minutes), Optional.empty(), Set.of());
    }

    /// The same on a day.
    public Support on(LocalDate day) {
        return new Support(item, minutes, Optional.of(day), circumstances);
    }

    /// The same with circumstances.
    public Support with(Circumstance... all) {
        return new Support(item, minutes, on, Set.of(all));
    }

    /// In short: the code, and the minutes after a colon, `IND:30`.
    public String written() {
        return minutes.isPresent() ? item + ":" + minutes.getAsInt() : item;
    }
}
