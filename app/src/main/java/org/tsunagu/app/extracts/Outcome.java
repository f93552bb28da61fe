package org.tsunagu.app.extracts;

import java.util.List;
import org.tsunagu.privacy.extract.RiskReport;

/// What came of making an extract (作成結果と再特定リスク).
///
/// @param rungs how coarse each column has become: keys of `coarsenings.tsv`, in the order of the columns
/// @param suppressed how many people were left out
public record Outcome(List<String> rungs, int suppressed, RiskReport before, RiskReport after) {}
