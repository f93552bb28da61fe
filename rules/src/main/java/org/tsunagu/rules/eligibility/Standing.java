package org.tsunagu.rules.eligibility;

import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.decision.Decision;

/// How a member stands in a fiscal year (その年度の対象者区分), with the rows that say so.
///
/// @param age age reached in the fiscal year (年度末年齢), by the setting for counting ages
/// @param target whether the insurer must offer the checkup (対象者)
/// @param inDenominator whether the person counts in the report (分母)
/// @param exclusion the row of `exclusions.tsv` that takes the person out (除外)
/// @param isAprilDecisive whether the person is born on 1 April and the other way of counting ages would give another
/// answer
public record Standing(
        int age,
        Decision<Boolean> target,
        Decision<Boolean> inDenominator,
        Optional<Row> exclusion,
        boolean isAprilDecisive) {}
