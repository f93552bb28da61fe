package org.tsunagu.rules.rates;

import java.util.List;
import org.tsunagu.rules.decision.Reason;

/// Where one person counts in a rate (分母・分子への算入), with the rows that say so.
///
/// @param inNumerator only ever together with `inDenominator`
public record Counted(boolean inDenominator, boolean inNumerator, List<Reason> reasons) {}
