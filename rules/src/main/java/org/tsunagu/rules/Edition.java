package org.tsunagu.rules;

import java.time.LocalDate;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.band.Bands;
import org.tsunagu.rules.completeness.Completeness;
import org.tsunagu.rules.completeness.DetailedItems;
import org.tsunagu.rules.feedback.FeedbackClasses;
import org.tsunagu.rules.kidney.Kidneys;
import org.tsunagu.rules.metabolic.Metabolic;
import org.tsunagu.rules.stratification.Stratification;
import org.tsunagu.rules.value.Derivations;
import org.tsunagu.rules.value.Formulas;
import org.tsunagu.rules.value.Gatherer;

/// All rules in force on a day for one sex (適用版), compiled once for the days between two changes of any table.
///
/// @param core reads what the stratification and the metabolic judgement need
/// @param coreSize how many variables these are, counted from the first
/// @param rest reads the other variables
record Edition(
        PlanPeriod period,
        Gatherer core,
        int coreSize,
        Gatherer rest,
        Stratification stratification,
        Metabolic metabolic,
        Completeness completeness,
        Derivations derivations,
        Bands bands,
        FeedbackClasses feedback,
        Kidneys kidneys,
        DetailedItems detailedItems) {

    static Edition on(LocalDate day, Sex sex, RuleTables tables, Settings settings) {
        var dictionary = tables.dictionary();
        var variables = dictionary.variables();
        var formulas = Formulas.on(tables.formulas(), day);
        var all = Gatherer.on(dictionary, formulas, day);
        var stratification =
                tables.stratification().on(day, sex, dictionary, settings.glucoseOrder(), settings.lawfulOmission());
        var metabolic = tables.metabolic().on(day, sex, dictionary, settings.glucoseOrder());
        var core = all.only(stratification.variables() | metabolic.variables());
        return new Edition(
                PlanPeriod.of(day),
                core,
                core.size(),
                all.without(core),
                stratification,
                metabolic,
                tables.completeness().completeness(day, sex, variables),
                new Derivations(dictionary, formulas),
                Bands.on(tables.thresholds(), day, sex, variables, formulas),
                tables.feedback().on(day, sex, dictionary),
                Kidneys.on(tables.stages(), day, variables, formulas),
                tables.completeness().detailedItems(day, sex, variables));
    }
}
