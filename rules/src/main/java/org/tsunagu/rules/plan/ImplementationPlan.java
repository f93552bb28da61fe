package org.tsunagu.rules.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Percent;

/// The numbers of a plan (特定健康診査等実施計画): from targets of people and rates by year to the people planned by stratum.
/// A total is the sum of the rounded parts, as in published plans, never a product of its own.
public final class ImplementationPlan {

    private final PlanRules rules;
    private final Map<FiscalYear, YearTarget> targets;
    private final Numbers eligible;
    private final Numbers planned;

    /// Works out the plan.
    ///
    /// @param eligible targets by stratum and year (対象者数)
    ///
    /// @throws IllegalArgumentException if a year of the targets has no rates
    public ImplementationPlan(PlanRules rules, List<YearTarget> targets, Numbers eligible) {
        this.rules = rules;
        this.targets = targets.stream().collect(Collectors.toUnmodifiableMap(YearTarget::year, Function.identity()));
        this.eligible = eligible;
        this.planned = eligible.map(
                (year, number) -> rules.planned(number, target(year).checkup()));
    }

    /// The rates of a year.
    ///
    /// @throws IllegalArgumentException if the plan has none
    public YearTarget target(FiscalYear year) {
        return Optional.ofNullable(targets.get(year))
                .orElseThrow(() -> new IllegalArgumentException("no rates for fiscal year " + year.year()));
    }

    /// Targets by stratum and year (対象者数).
    public Numbers eligible() {
        return eligible;
    }

    /// People planned to be examined, by stratum and year (受診者目標数).
    public Numbers planned() {
        return planned;
    }

    /// The rate that the sums of a year make, in percent; empty without targets.
    public Optional<BigDecimal> rate(FiscalYear year) {
        return rules.attained(planned.sum(year), eligible.sum(year));
    }

    /// People planned to be guided in a year (保健指導予定者数).
    ///
    /// @param eligibleShare share of the examined who need guidance
    public long guided(FiscalYear year, Percent eligibleShare) {
        return rules.guided(planned.sum(year), target(year).guidance(), eligibleShare);
    }
}
