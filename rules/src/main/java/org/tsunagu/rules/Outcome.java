package org.tsunagu.rules;

import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// The bare results of a checkup (判定結果), without reasons, for counting millions.
///
/// @param fiscalYear fiscal year of the checkup (年度)
/// @param age age reached within it, years
public record Outcome(int fiscalYear, int age, MetabolicCode metabolic, Level level) {}
