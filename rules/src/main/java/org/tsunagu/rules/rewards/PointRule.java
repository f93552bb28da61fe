package org.tsunagu.rules.rewards;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// What members get points for (健康ポイントの規則), in one of its versions.
///
/// @param key the same for all versions
/// @param event row of `events.tsv`
/// @param timesAYear how often it counts in a fiscal year; empty for no limit
/// @param to last day; empty while nobody has ended it
/// @param dependants whether members count who are not the insured person (被扶養者)
/// @param yenPerPoint what a point is worth
/// @param alternative what people do instead who cannot do this; empty for nothing
/// @param isSmartphoneOnly whether there is no other way
/// @param explanation what members read; empty for nothing
public record PointRule(
        String key,
        int version,
        String event,
        int points,
        OptionalInt timesAYear,
        LocalDate from,
        Optional<LocalDate> to,
        boolean dependants,
        Reward reward,
        int yenPerPoint,
        String alternative,
        boolean isSmartphoneOnly,
        String explanation) {

    /// Whether it is in force on a day.
    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to.orElse(LocalDate.MAX));
    }

    boolean overlaps(PointRule other) {
        return !from.isAfter(other.to.orElse(LocalDate.MAX)) && !other.from.isAfter(to.orElse(LocalDate.MAX));
    }

    /// What it can be worth to one person in a year, in yen; nothing can be said without a limit.
    OptionalInt yenAYear() {
        return timesAYear.isPresent() ? OptionalInt.of(timesAYear.getAsInt() * points * yenPerPoint) : timesAYear;
    }
}
