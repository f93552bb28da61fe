package org.tsunagu.app.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.plan.AgeClasses;
import org.tsunagu.rules.plan.PlanRules;
import org.tsunagu.rules.rates.Tally;

/// The rates of the years before, by sex and age (受診率・実施率の推移), from the counts of the statutory report.
@Service
public class PastRates {

    private static final int YEARS = 4;

    private static final PlanRules RULES = PlanRules.shipped();

    private final Population population;
    private final AgeClasses ages = new AgeClasses(List.of());

    PastRates(Population population) {
        this.population = population;
    }

    /// Ages from and to, both included (年齢階層).
    public record Ages(int from, int to) {}

    /// The rates of an age class in a year (率).
    public record Line(Ages ages, Tally male, Tally female) {

        /// A rate in percent as it is shown; a dash for nobody.
        public static String shown(Tally tally) {
            return RULES.attained(tally.numerator(), tally.denominator())
                    .map(BigDecimal::toPlainString)
                    .orElse("-");
        }

        /// Both sexes.
        public Tally all() {
            return Tally.of(male.numerator() + female.numerator(), male.denominator() + female.denominator());
        }
    }

    /// Checkup rates of the years before a year that were counted, the earliest first (特定健康診査の受診率).
    ///
    /// @param classes by which people are counted; each is made of whole classes of `age-classes.tsv`
    public SortedMap<FiscalYear, List<Line>> checkup(FiscalYear year, List<Ages> classes) {
        var years = before(year, classes, sum -> Tally.of(sum.complete(), sum.denominator()));
        years.values()
                .removeIf(lines -> lines.stream().allMatch(line -> line.all().numerator() == 0));
        return years;
    }

    /// The same of guidance, of the years in which anybody had a first interview (特定保健指導の実施率): where nobody had
    /// one, nothing is known of guidance.
    public SortedMap<FiscalYear, List<Line>> guidance(FiscalYear year, List<Ages> classes) {
        var years = before(
                year,
                classes,
                sum -> Tally.of(sum.guidance().finished(), sum.guidance().base()));
        years.keySet()
                .removeIf(one -> population.results(one).stream()
                        .allMatch(people -> people.guidance().started() == 0));
        return years;
    }

    private SortedMap<FiscalYear, List<Line>> before(
            FiscalYear year, List<Ages> classes, Function<People, Tally> rate) {
        var years = new TreeMap<FiscalYear, List<Line>>();
        for (var back = YEARS; back > 0; back--) {
            var one = new FiscalYear(year.year() - back);
            var people = population.results(one);
            var lines = new ArrayList<Line>();
            for (var wanted : classes) {
                lines.add(new Line(
                        wanted,
                        rate.apply(of(people, wanted, Sex.MALE, one)),
                        rate.apply(of(people, wanted, Sex.FEMALE, one))));
            }
            years.put(one, lines);
        }
        return years;
    }

    /// The results of a year of people of some ages together.
    public People of(FiscalYear year, Ages wanted, Sex sex) {
        return of(population.results(year), wanted, sex, year);
    }

    private People of(List<People> people, Ages wanted, Sex sex, FiscalYear year) {
        var names = ages.of(year).stream()
                .filter(one -> wanted.from() <= one.from() && one.to() <= wanted.to())
                .map(AgeClasses.AgeClass::name)
                .toList();
        return people.stream()
                .filter(one -> one.sex() == sex && names.contains(one.ages()))
                .reduce(People.nobody(sex, ""), People::plus);
    }
}
