package org.tsunagu.app.planning.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.planning.Plans;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.plan.Growth;
import org.tsunagu.rules.plan.Stratum;

/// The strata by which targets are planned (対象者数の層): the insured and their families, men and women, each with its
/// growth.
@Service
public class Strata {

    static final String INSURED = "本人";
    static final String FAMILY = "家族";
    private static final String GROWTH = "GROWTH-";
    private static final int YEARS = 4;

    private final Counts counts;
    private final Parts parts;
    private final Clock clock;

    Strata(Counts counts, Parts parts, Clock clock) {
        this.counts = counts;
        this.parts = parts;
        this.clock = clock;
    }

    /// A stratum with its growth (層と伸び).
    ///
    /// @param key of the part under which the insurer writes its own growth
    /// @param counted targets on 1 April of the years before and of the first year, the earliest first
    /// @param shown growth that the counts show
    /// @param own growth as the insurer has written it
    public record Growing(
            String key, Stratum stratum, List<Long> counted, Growth shown, Optional<Growth> own, int version) {

        /// What counts.
        public Growth growth() {
            return own.orElse(shown);
        }

        /// What counts, as it is written.
        public String text() {
            return Growths.text(growth());
        }

        /// The same without the sign for times.
        String number() {
            return text().replace(Growths.TIMES_SIGN, "");
        }

        /// What the counts show, as it is written.
        public String shownText() {
            return Growths.text(shown);
        }

        /// Targets of the first year.
        public long base() {
            return counted.isEmpty() ? 0 : counted.getLast();
        }
    }

    /// Whether a part is the growth of a stratum that can be read.
    public static boolean isGrowth(String text) {
        return Growths.read(text).isPresent();
    }

    /// Those of a period.
    public List<Growing> of(PlanPeriod period) {
        var counted = counted(period);
        var own = parts.of(period);
        var all = new ArrayList<Growing>();
        for (var isInsured : List.of(true, false)) {
            for (var sex : Sex.values()) {
                var kind = new Counts.Kind(sex, isInsured);
                var key = GROWTH + (isInsured ? "INSURED-" : "FAMILY-") + sex;
                var numbers = counted.stream()
                        .map(year -> year.getOrDefault(kind, 0L))
                        .toList();
                var part = Optional.ofNullable(own.get(key));
                all.add(new Growing(
                        key,
                        Stratum.ofKind(isInsured ? INSURED : FAMILY, Words.sex(sex)),
                        numbers,
                        Growths.shown(numbers),
                        part.flatMap(written -> Growths.read(written.text())),
                        part.map(Part::version).orElse(0)));
            }
        }
        return all;
    }

    /// The years before in which anybody is known, then the first year of the period.
    private List<Map<Counts.Kind, Long>> counted(PlanPeriod period) {
        var today = LocalDate.now(clock);
        var insured = Bands.insured(period);
        var first = Plans.years(period).getFirst();
        var found = new ArrayList<Map<Counts.Kind, Long>>();
        for (var back = YEARS; back >= 0; back--) {
            var year = new FiscalYear(first.year() - back);
            var day = year.firstDay().isAfter(today) ? today : year.firstDay();
            var people = counts.targets(year, day, insured);
            if (back == 0 || !people.isEmpty() || !found.isEmpty()) {
                found.add(people);
            }
        }
        return found;
    }
}
