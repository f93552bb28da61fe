package org.tsunagu.app.analytics.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.statistics.ratio.AgeBand;
import org.tsunagu.statistics.ratio.DirectStandardisation;
import org.tsunagu.statistics.ratio.StandardPopulation;
import org.tsunagu.statistics.ratio.StandardisedRatio;
import org.tsunagu.statistics.ratio.StandardisedRatio.Exposure;
import org.tsunagu.statistics.ratio.Stratum;
import org.tsunagu.statistics.result.Defaults;
import org.tsunagu.statistics.result.Estimate;

/// People aged 40 to 74 by sex and five-year band (性・年齢階級別の層): what ages are adjusted with.
final class Layers {

    static final List<AgeBand> BANDS = AgeBand.ofCheckups();
    static final List<String> SEXES = List.of("1", "2");

    private final long[][] parts = new long[SEXES.size()][BANDS.size()];
    private final long[][] wholes = new long[SEXES.size()][BANDS.size()];

    /// By place, from figures by sex, age and place.
    static Map<String, Layers> byPlace(Collection<Figure> figures) {
        var all = new LinkedHashMap<String, Layers>();
        for (var figure : figures) {
            all.computeIfAbsent(figure.strata().getLast(), place -> new Layers())
                    .add(figure.strata().getFirst(), figure.strata().get(1), figure);
        }
        return all;
    }

    /// All of them together.
    static Layers sum(Collection<Layers> all) {
        var sum = new Layers();
        all.forEach(sum::add);
        return sum;
    }

    void add(String sex, String band, Figure figure) {
        var row = SEXES.indexOf(sex);
        var column = column(band);
        if (row >= 0 && column >= 0) {
            parts[row][column] += figure.part().longValue();
            wholes[row][column] += figure.whole().longValue();
        }
    }

    private void add(Layers other) {
        for (var sex = 0; sex < parts.length; sex++) {
            for (var band = 0; band < BANDS.size(); band++) {
                parts[sex][band] += other.parts[sex][band];
                wholes[sex][band] += other.wholes[sex][band];
            }
        }
    }

    private static int column(String band) {
        for (var i = 0; i < BANDS.size(); i++) {
            if (band.equals(
                    "%02d-%02d".formatted(BANDS.get(i).from(), BANDS.get(i).to()))) {
                return i;
            }
        }
        return -1;
    }

    /// Only one sex.
    Layers of(String sex) {
        var only = new Layers();
        var row = SEXES.indexOf(sex);
        System.arraycopy(parts[row], 0, only.parts[row], 0, BANDS.size());
        System.arraycopy(wholes[row], 0, only.wholes[row], 0, BANDS.size());
        return only;
    }

    long part() {
        return sum(parts);
    }

    long whole() {
        return sum(wholes);
    }

    private static long sum(long[][] numbers) {
        var sum = 0L;
        for (var row : numbers) {
            for (var number : row) {
                sum += number;
            }
        }
        return sum;
    }

    /// The rate of a layer; 0 where nobody is.
    double rate(String sex, int band) {
        var row = SEXES.indexOf(sex);
        return wholes[row][band] == 0 ? 0 : (double) parts[row][band] / (double) wholes[row][band];
    }

    /// What the rate would be with the ages of a standard: shares of persons, so the spread is binomial.
    ///
    /// @param sexes whom it is about, for one sex only that
    Estimate direct(StandardPopulation standard, List<String> sexes) {
        var groups = new ArrayList<List<Stratum>>();
        for (var sex : sexes) {
            var row = SEXES.indexOf(sex);
            var strata = new ArrayList<Stratum>();
            for (var band = 0; band < BANDS.size(); band++) {
                strata.add(new Stratum(sex, parts[row][band], (double) wholes[row][band], 1));
            }
            groups.add(strata);
        }
        return new DirectStandardisation(
                        DirectStandardisation.Limits.DOBSON,
                        DirectStandardisation.Spread.BINOMIAL,
                        Defaults.of("interval_level"))
                .of(groups, standard, BANDS);
    }

    /// 100 × observed / expected at the rates of a reference.
    Estimate ratio(ToDoubleBiFunction<String, Integer> reference, StandardisedRatio.Chance chance) {
        return new StandardisedRatio(chance, Defaults.of("interval_level")).of(part(), exposures(reference));
    }

    /// How many would have the finding at the rates of a reference.
    double expected(ToDoubleBiFunction<String, Integer> reference) {
        return StandardisedRatio.expected(exposures(reference));
    }

    private List<Exposure> exposures(ToDoubleBiFunction<String, Integer> reference) {
        var exposures = new ArrayList<Exposure>();
        for (var sex : SEXES) {
            for (var band = 0; band < BANDS.size(); band++) {
                exposures.add(
                        new Exposure((double) wholes[SEXES.indexOf(sex)][band], reference.applyAsDouble(sex, band)));
            }
        }
        return exposures;
    }
}
