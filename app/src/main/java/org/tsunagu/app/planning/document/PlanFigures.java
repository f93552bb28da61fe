package org.tsunagu.app.planning.document;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.plan.ImplementationPlan;
import org.tsunagu.rules.plan.Numbers;
import org.tsunagu.rules.rates.Percent;
import org.tsunagu.rules.rates.Tally;

/// All numbers of a plan (計画書の数値), whatever they come from.
///
/// @param day on which the members are counted
/// @param population members by age and sex, the youngest first
/// @param checkup past years with their checkup rates, the age classes in order
/// @param guidance past years with their guidance rates; empty while nothing is known of guidance
/// @param kinds of members by which the targets are planned, in the order of the table
/// @param plan targets and planned numbers; empty while the insurer has set no target
/// @param guided people to be guided by sex, age and level
/// @param share of the examined who need guidance; empty without results
public record PlanFigures(
        LocalDate day,
        List<BySex> population,
        SortedMap<FiscalYear, List<RateLine>> checkup,
        SortedMap<FiscalYear, List<RateLine>> guidance,
        List<String> kinds,
        Optional<ImplementationPlan> plan,
        Numbers guided,
        Optional<Share> share) {

    /// Men and women of an age class (性別の人数).
    public record BySex(int from, int to, long male, long female) {}

    /// The rate of an age class (年齢階層別の率).
    ///
    /// @param ages such as `40-49`; empty for all
    public record RateLine(String ages, Tally male, Tally female, Tally all) {}

    /// The share of those who need guidance, and the results it was taken from (保健指導の対象になった割合).
    ///
    /// @param needing of the examined those who need guidance; somebody was examined
    public record Share(FiscalYear year, Tally needing) {

        /// The share, exact.
        Percent percent() {
            return new Percent(BigDecimal.valueOf(needing.numerator())
                    .divide(BigDecimal.valueOf(needing.denominator()), MathContext.DECIMAL128));
        }
    }
}
