package org.tsunagu.rules.plan;

import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Percent;

/// What an insurer sets out to reach in a year (目標値).
///
/// @param checkup checkup rate (特定健康診査受診率)
/// @param guidance guidance rate (特定保健指導実施率)
public record YearTarget(FiscalYear year, Percent checkup, Percent guidance) {}
