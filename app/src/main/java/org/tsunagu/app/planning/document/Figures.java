package org.tsunagu.app.planning.document;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.tsunagu.app.planning.PastRates;
import org.tsunagu.app.planning.People;
import org.tsunagu.app.planning.Plans;
import org.tsunagu.app.planning.Targets;
import org.tsunagu.app.planning.document.Bands.Use;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.plan.ImplementationPlan;
import org.tsunagu.rules.plan.Numbers;
import org.tsunagu.rules.plan.PlanRules;
import org.tsunagu.rules.plan.Stratum;
import org.tsunagu.rules.plan.YearTarget;
import org.tsunagu.rules.rates.Percent;
import org.tsunagu.rules.rates.Tally;

/// Makes the numbers of a plan from the insurer's own register, results, targets and growth (計画書の数値の算出).
@Service
class Figures {

    private final Counts counts;
    private final Strata strata;
    private final PastRates past;
    private final Targets targets;
    private final Clock clock;
    private final PlanRules rules = PlanRules.shipped();

    Figures(Counts counts, Strata strata, PastRates past, Targets targets, Clock clock) {
        this.counts = counts;
        this.strata = strata;
        this.past = past;
        this.targets = targets;
        this.clock = clock;
    }

    /// The last year whose results a plan of a period looks back to (実績の最終年度).
    static FiscalYear lastCounted(PlanPeriod period, LocalDate today) {
        var until = earlier(FiscalYear.containing(period.firstDay()), FiscalYear.containing(today));
        return new FiscalYear(until.year() - 1);
    }

    /// The numbers of a period.
    PlanFigures of(PlanPeriod period) {
        var today = LocalDate.now(clock);
        var last = lastCounted(period, today);
        var until = new FiscalYear(last.year() + 1);
        var plan = plan(period);
        var examined = examined(last, period);
        var levels = levels(examined);
        var share = share(last, examined.values());
        var guided = plan.flatMap(made -> share.map(known -> guided(made, known.percent(), levels)))
                .orElse(new Numbers(Map.of()));
        return new PlanFigures(
                today,
                population(period, today),
                rates(past.checkup(until, Bands.rates(period))),
                rates(past.guidance(until, Bands.rates(period))),
                List.of(Strata.INSURED, Strata.FAMILY),
                plan,
                guided,
                share);
    }

    private static FiscalYear earlier(FiscalYear one, FiscalYear other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private List<PlanFigures.BySex> population(PlanPeriod period, LocalDate day) {
        var lines = new ArrayList<PlanFigures.BySex>();
        for (var band : Bands.of(Use.POPULATION, period)) {
            var people = counts.members(day, band);
            lines.add(new PlanFigures.BySex(
                    band.from(), band.to(), people.getOrDefault(Sex.MALE, 0L), people.getOrDefault(Sex.FEMALE, 0L)));
        }
        return lines;
    }

    private static SortedMap<FiscalYear, List<PlanFigures.RateLine>> rates(
            SortedMap<FiscalYear, List<PastRates.Line>> past) {
        var years = new TreeMap<FiscalYear, List<PlanFigures.RateLine>>();
        past.forEach((year, lines) -> {
            var all = new ArrayList<PlanFigures.RateLine>();
            lines.forEach(line -> all.add(new PlanFigures.RateLine(
                    line.ages().from() + "-" + line.ages().to(), line.male(), line.female(), line.all())));
            var male = sum(all.stream().map(PlanFigures.RateLine::male).toList());
            var female = sum(all.stream().map(PlanFigures.RateLine::female).toList());
            all.add(new PlanFigures.RateLine("", male, female, sum(List.of(male, female))));
            years.put(year, all);
        });
        return years;
    }

    private static Tally sum(List<Tally> tallies) {
        return Tally.of(
                tallies.stream().mapToLong(Tally::numerator).sum(),
                tallies.stream().mapToLong(Tally::denominator).sum());
    }

    /// Only years with a target are planned.
    private Optional<ImplementationPlan> plan(PlanPeriod period) {
        var set = new ArrayList<YearTarget>();
        for (var year : Plans.years(period)) {
            targets.find(year).ifPresent(target -> set.add(new YearTarget(year, target.checkup(), target.guidance())));
        }
        if (set.isEmpty()) {
            return Optional.empty();
        }
        var cells = new HashMap<Stratum, Map<FiscalYear, Long>>();
        strata.of(period).forEach(growing -> {
            var series = rules.forecast(
                    BigDecimal.valueOf(growing.base()),
                    growing.growth(),
                    Plans.years(period).getFirst(),
                    Plans.years(period).getLast());
            var planned = new HashMap<FiscalYear, Long>();
            set.forEach(target -> planned.put(target.year(), Math.max(0, series.getOrDefault(target.year(), 0L))));
            cells.put(growing.stratum(), planned);
        });
        return Optional.of(new ImplementationPlan(rules, set, new Numbers(cells)));
    }

    /// Whose results of a year divide the planned guidance, by sex and age.
    private Map<Stratum, People> examined(FiscalYear year, PlanPeriod period) {
        var found = new LinkedHashMap<Stratum, People>();
        for (var band : Bands.of(Use.GUIDED, period)) {
            for (var sex : Sex.values()) {
                found.put(
                        Stratum.ofLevel(Words.sex(sex), band.key(), ""),
                        past.of(year, new PastRates.Ages(band.from(), band.to()), sex));
            }
        }
        return found;
    }

    /// Who needed guidance by sex, age and level, those of nobody included.
    private static Map<Stratum, Long> levels(Map<Stratum, People> examined) {
        var found = new LinkedHashMap<Stratum, Long>();
        examined.forEach((stratum, people) -> {
            for (var level : PlanTables.LEVELS) {
                var guidance = people.guidance();
                found.put(
                        Stratum.ofLevel(stratum.sex(), stratum.ages(), level),
                        level.equals(PlanTables.ACTIVE) ? guidance.active() : guidance.motivational());
            }
        });
        return found;
    }

    private static Optional<PlanFigures.Share> share(FiscalYear year, Collection<People> examined) {
        var complete = examined.stream().mapToLong(People::complete).sum();
        var needing = examined.stream()
                .mapToLong(people -> people.guidance().needing())
                .sum();
        return complete == 0 ? Optional.empty() : Optional.of(new PlanFigures.Share(year, Tally.of(needing, complete)));
    }

    private static Numbers guided(ImplementationPlan plan, Percent share, Map<Stratum, Long> levels) {
        var cells = new HashMap<Stratum, Map<FiscalYear, Long>>();
        for (var year : plan.eligible().years()) {
            Allotment.of(plan.guided(year, share), levels)
                    .forEach((stratum, people) -> cells.computeIfAbsent(stratum, none -> new HashMap<>())
                            .put(year, people));
        }
        return new Numbers(cells);
    }
}
