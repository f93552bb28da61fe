package org.tsunagu.app.planning;

import java.time.OffsetDateTime;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Percent;

/// A version of what is to be reached in a year (目標値).
///
/// @param version from 1; the highest counts
/// @param checkup checkup rate (特定健康診査実施率)
/// @param guidance guidance rate (特定保健指導実施率)
public record Target(
        FiscalYear year,
        int version,
        Percent checkup,
        Percent guidance,
        String note,
        String staffName,
        OffsetDateTime at) {}
