package org.tsunagu.app.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.rules.plan.PlanRules;
import org.tsunagu.rules.rates.Percent;
import org.tsunagu.rules.rates.Rates;
import org.tsunagu.rules.rates.Tally;

/// The table of a year (年度の計画表): people, planned numbers and what has come of it, by sex and age, with sums.
///
/// @param lines of each sex its ages and then their sum
/// @param total of everybody
public record PlanTable(List<Line> lines, Line total) {

    /// One line (計画表の行).
    ///
    /// @param people of the sex and ages
    /// @param isSum whether it is the sum of the lines above
    /// @param planned targets × checkup rate, half-up; sums are sums of the rounded numbers; empty without a target
    /// @param rate complete results by the denominator in percent; empty when nobody is in the denominator
    public record Line(People people, boolean isSum, Optional<Long> planned, Optional<BigDecimal> rate) {}

    /// Works out the table.
    ///
    /// @param target checkup rate of the year; empty while none is set
    static PlanTable of(List<People> people, Optional<Percent> target, PlanRules rules, Rates rates) {
        var lines = new ArrayList<Line>();
        var total = People.nobody(Sex.MALE, "");
        var planned = 0L;
        for (var sex : Sex.values()) {
            var sum = People.nobody(sex, "");
            var plannedOfSex = 0L;
            for (var one : people.stream().filter(one -> one.sex() == sex).toList()) {
                var expected = target.map(rate -> rules.planned(one.targets(), rate));
                lines.add(new Line(one, false, expected, rate(one, rates)));
                sum = sum.plus(one);
                plannedOfSex += expected.orElse(0L);
            }
            lines.add(sum(sum, target, plannedOfSex, rates));
            total = total.plus(sum);
            planned += plannedOfSex;
        }
        return new PlanTable(List.copyOf(lines), sum(total, target, planned, rates));
    }

    private static Line sum(People people, Optional<Percent> target, long planned, Rates rates) {
        return new Line(people, true, target.map(rate -> planned), rate(people, rates));
    }

    private static Optional<BigDecimal> rate(People people, Rates rates) {
        return rates.rate("CHECKUP_RATE", Tally.of(people.complete(), people.denominator()))
                .percent();
    }

    /// How many complete results are still missing for the target rate, people; 0 when it is reached.
    public long missing(Percent target, PlanRules rules) {
        return Math.max(
                0,
                rules.planned(total.people().denominator(), target)
                        - total.people().complete());
    }
}
