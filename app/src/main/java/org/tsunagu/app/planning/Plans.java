package org.tsunagu.app.planning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.plan.PlanRules;
import org.tsunagu.rules.rates.Percent;
import org.tsunagu.rules.rates.Rates;

/// The plan of the current insurer, year by year (実施計画), from its own register and results.
@Service
public class Plans {

    private final Population population;
    private final Targets targets;
    private final PlanRules rules = PlanRules.shipped();
    private final Rates rates = new Rates(List.of(), Set.of());

    Plans(Population population, Targets targets) {
        this.population = population;
        this.targets = targets;
    }

    /// A year (年度の計画と実績).
    ///
    /// @param target what counts; empty while none is set
    /// @param missing complete results still missing for the target rate, people; empty without target or people
    /// @param guided people planned to be guided; empty without a target or without results of the year before
    public record Year(
            FiscalYear year, Optional<Target> target, PlanTable table, Optional<Long> missing, Optional<Long> guided) {}

    /// The years of a period (計画期間の年度).
    public static List<FiscalYear> years(PlanPeriod period) {
        return IntStream.rangeClosed(
                        FiscalYear.containing(period.firstDay()).year(),
                        FiscalYear.containing(period.lastDay()).year())
                .mapToObj(FiscalYear::new)
                .toList();
    }

    /// The plan of a year beside its result.
    public Year of(FiscalYear year) {
        var target = targets.find(year);
        var table = PlanTable.of(population.of(year), target.map(Target::checkup), rules, rates);
        var guided = target.flatMap(set -> share(new FiscalYear(year.year() - 1))
                .flatMap(
                        share -> table.total().planned().map(planned -> rules.guided(planned, set.guidance(), share))));
        var missing = target.filter(set -> table.total().people().denominator() > 0)
                .map(set -> table.missing(set.checkup(), rules));
        return new Year(year, target, table, missing, guided);
    }

    /// Of the complete results of a year, the share of those who needed guidance.
    private Optional<Percent> share(FiscalYear year) {
        var people = population.results(year);
        var complete = people.stream().mapToLong(People::complete).sum();
        var guidance =
                people.stream().mapToLong(one -> one.guidance().needing()).sum();
        return complete == 0
                ? Optional.empty()
                : Optional.of(new Percent(
                        BigDecimal.valueOf(guidance).divide(BigDecimal.valueOf(complete), MathContext.DECIMAL128)));
    }
}
