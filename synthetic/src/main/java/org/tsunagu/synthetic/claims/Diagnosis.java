package org.tsunagu.synthetic.claims;

import java.time.LocalDate;
import org.tsunagu.synthetic.care.Illness;

/// A disease on a claim (傷病名).
///
/// @param isSuspected whether の疑い follows
record Diagnosis(Illness illness, LocalDate start, boolean isMain, boolean isSuspected, boolean isHealed) {}
