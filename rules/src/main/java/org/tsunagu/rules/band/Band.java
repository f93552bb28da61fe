package org.tsunagu.rules.band;

import org.tsunagu.rules.decision.Reason;

/// Where one value lies between the guidance value and the doctor-visit value (判定区分).
///
/// @param item key of the item in `thresholds.tsv`, for example `SBP`
/// @param itemCode 17-digit code of the item the value was taken from; empty when it was computed
/// @param value the value as written, or as shown when it was computed
/// @param band 0 below the guidance value (基準範囲), 1 from it on (保健指導判定値), 2 from the doctor-visit value on
/// (受診勧奨判定値)
/// @param reason the row used
public record Band(String item, String itemCode, String value, int band, Reason reason) {}
