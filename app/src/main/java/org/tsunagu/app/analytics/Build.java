package org.tsunagu.app.analytics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/// One making of the data for counting (集計用データの作成).
///
/// @param asOf day of the data; empty while it is being made
/// @param people person-years in it, `checkups` checkups in it
/// @param written and `kept`: partitions written anew and taken over because nothing had changed
public record Build(
        long id,
        boolean isReady,
        Optional<LocalDate> asOf,
        long people,
        long checkups,
        int written,
        int kept,
        Optional<OffsetDateTime> readyAt) {}
