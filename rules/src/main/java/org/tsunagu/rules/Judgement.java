package org.tsunagu.rules;

import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.feedback.Feedback;
import org.tsunagu.rules.kidney.Kidney;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// Everything the rules say about one checkup (判定). The first eight components are those of [Decisions].
///
/// @param age age reached within the fiscal year (年度末年齢), years
/// @param metabolicByCompletions code of 9N501 if every completion of the missing values agreed, else 4
/// @param complete whether the examination has all basic items (健診の完了)
/// @param missingGroups groups of `completion.tsv` that are missing
/// @param bands one entry a value that has a guidance or a doctor-visit value
/// @param feedback one entry a family; empty before the families existed
public record Judgement(
        FiscalYear fiscalYear,
        int age,
        PlanPeriod period,
        Decision<MetabolicCode> metabolic,
        String metabolicByCompletions,
        Decision<Level> level,
        Decision<Level> policyLevel,
        Decision<Level> documentedLevel,
        Decision<Boolean> complete,
        List<String> missingGroups,
        List<Band> bands,
        List<Feedback> feedback,
        Optional<Kidney> kidney) {}
