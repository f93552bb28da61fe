package org.tsunagu.rules.completeness;

import java.util.List;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;

/// Whether the doctor may add a detailed item (詳細な健診): the condition is necessary, not sufficient; the doctor
/// decides and records the reason.
///
/// @param item `ECG`, `FUNDUS`, `ANAEMIA`, `CREATININE`
/// @param allowed unknown when it depends on what only the doctor sees or on a missing value
public record DetailedItem(String item, Truth allowed, List<Reason> reasons) {}
