package org.tsunagu.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.band.Bands;
import org.tsunagu.rules.completeness.CompletenessTables;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.feedback.FeedbackTables;
import org.tsunagu.rules.guidance.GuidanceTables;
import org.tsunagu.rules.kidney.Kidneys;
import org.tsunagu.rules.kidney.Nephropathy;
import org.tsunagu.rules.kidney.ProgrammeSteps;
import org.tsunagu.rules.legal.LegalTables;
import org.tsunagu.rules.legal.Retention;
import org.tsunagu.rules.list.ListTables;
import org.tsunagu.rules.mark.Marks;
import org.tsunagu.rules.metabolic.MetabolicTables;
import org.tsunagu.rules.plan.AgeClasses;
import org.tsunagu.rules.plan.PlanChecks;
import org.tsunagu.rules.plan.PlanRules;
import org.tsunagu.rules.plan.ReferenceGoals;
import org.tsunagu.rules.rates.Rates;
import org.tsunagu.rules.replacement.Replacement;
import org.tsunagu.rules.rewards.PointLint;
import org.tsunagu.rules.seniors.SeniorTables;
import org.tsunagu.rules.stratification.StratificationTables;
import org.tsunagu.rules.value.Formulas;
import org.tsunagu.rules.value.VariableTable;

/// Every table of the rules, read once with the corrections of this installation (規則表).
record RuleTables(
        VariableTable dictionary,
        Table formulas,
        StratificationTables stratification,
        MetabolicTables metabolic,
        Table thresholds,
        FeedbackTables feedback,
        Table stages,
        CompletenessTables completeness) {

    static RuleTables read(List<Correction> corrections) {
        return new RuleTables(
                new VariableTable(corrections),
                Formulas.table(corrections),
                new StratificationTables(corrections),
                new MetabolicTables(corrections),
                Bands.table(corrections),
                new FeedbackTables(corrections),
                Kidneys.table(corrections),
                new CompletenessTables(corrections));
    }

    /// The tables that judge a checkup.
    List<Table> all() {
        return Stream.of(
                        List.of(dictionary.table(), formulas),
                        stratification.all(),
                        metabolic.all(),
                        List.of(thresholds),
                        feedback.all(),
                        List.of(stages),
                        completeness.all())
                .flatMap(List::stream)
                .toList();
    }

    /// All tables, also those that do not judge a checkup.
    static List<Table> catalogue(List<Correction> corrections) {
        var sources = Table.read("sources", RuleTables.class.getResourceAsStream("sources.tsv"))
                .with(corrections);
        return Stream.of(
                        read(corrections).all(),
                        new Eligibility(corrections, false).tables(),
                        new GuidanceTables(corrections).all(),
                        new Rates(corrections, Set.of()).tables(),
                        new PlanRules(corrections).tables(),
                        new ReferenceGoals(corrections).tables(),
                        new PlanChecks(corrections).tables(),
                        new AgeClasses(corrections).tables(),
                        new ListTables(corrections).all(),
                        LegalTables.read(corrections).all(),
                        new PointLint(corrections).tables(),
                        SeniorTables.all(corrections),
                        ProgrammeSteps.tables(corrections),
                        List.of(Nephropathy.requirements(corrections)),
                        new Replacement(corrections).all(),
                        List.of(
                                Settings.table(corrections),
                                Marks.table(corrections),
                                Retention.table(corrections),
                                sources))
                .flatMap(List::stream)
                .toList();
    }
}
