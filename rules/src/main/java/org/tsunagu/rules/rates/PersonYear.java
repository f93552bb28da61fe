package org.tsunagu.rules.rates;

import java.math.BigDecimal;
import java.util.Optional;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// What the rates need to know about one person in one fiscal year (一人一年の実績).
///
/// @param inDenominator whether the person counts in the report (rule EL-D of `eligibility/rules.tsv`)
/// @param complete whether there is an examination with all basic items in the year
/// @param metabolic judgement 9N501 of that examination
/// @param level level 9N506 of that examination
/// @param hba1c HbA1c (NGSP) in percent
/// @param onDrug whether a drug for blood pressure, glucose or lipids is taken; empty when not answered
public record PersonYear(
        FiscalYear year,
        boolean inDenominator,
        boolean complete,
        Optional<MetabolicCode> metabolic,
        Optional<Level> level,
        Optional<BigDecimal> hba1c,
        Optional<Boolean> onDrug,
        GuidanceYear guidance) {

    /// A person without an examination.
    public static PersonYear notExamined(FiscalYear year, boolean inDenominator) {
        return new PersonYear(
                year,
                inDenominator,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                GuidanceYear.NONE);
    }
}
