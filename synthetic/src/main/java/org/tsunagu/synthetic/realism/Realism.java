package org.tsunagu.synthetic.realism;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.rules.Outcome;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.synthetic.checkups.Answers;
import org.tsunagu.synthetic.checkups.Band;
import org.tsunagu.synthetic.checkups.Checkup;
import org.tsunagu.synthetic.checkups.Marginals;
import org.tsunagu.synthetic.checkups.Measure;
import org.tsunagu.synthetic.checkups.Shares;

/// Compares what was made with what is published (再現性の確認): every category share by sex and age, and joint figures
/// that were not used in making it.
public final class Realism {
    static final String METABOLIC = "metabolic";
    static final String LEVEL = "level";
    static final String MEDICINES = "medicines";
    static final String MEDICINES_MET = "medicines_met";
    static final String IMPLAUSIBLE = "implausible";
    /// Beside 0 to 3 medicines of those with metabolic syndrome or preliminary: everybody else.
    private static final int NOT_MET = 4;
    private static final int LOW_EGFR = 60;

    private final Shares shares;
    private final Marginals marginals;
    private final Tally tally = new Tally();
    private final Map<Measure, Pairs> years = new EnumMap<>(Measure.class);

    /// An empty comparison with the published tables.
    public Realism(Shares shares, Marginals marginals) {
        this.shares = shares;
        this.marginals = marginals;
        for (var measure : Measure.values()) {
            if (measure.hasCurve() && measure != Measure.CPG) {
                years.put(measure, new Pairs());
            }
        }
    }

    /// Counts a checkup and its judgement.
    public void add(Checkup checkup, Outcome outcome) {
        for (var table : shares.keys()) {
            var value = value(table, checkup);
            if (value != Answers.NONE) {
                count(table, checkup.band(), value);
            }
        }
        var band = checkup.band();
        var metabolic = Integer.parseInt(outcome.metabolic().code());
        var medicines = checkup.answers().medicines();
        tally.count(METABOLIC, band, metabolic);
        tally.count(LEVEL, band, Integer.parseInt(outcome.level().code()));
        tally.count(MEDICINES, band, medicines);
        var met = outcome.metabolic() == MetabolicCode.MET || outcome.metabolic() == MetabolicCode.PRELIMINARY;
        tally.count(MEDICINES_MET, band, met ? medicines : NOT_MET);
        tally.count(IMPLAUSIBLE, band, isPlausible(checkup) ? 0 : 1);
    }

    private void count(String table, Band band, double value) {
        var categories = shares.categories(table, band.sex());
        for (var i = 0; i < categories.size(); i++) {
            if (categories.get(i).holds(value)) {
                tally.count(table, band, i);
                return;
            }
        }
    }

    private static double value(String table, Checkup checkup) {
        if (table.charAt(0) == 'q') {
            return checkup.answers().get(Integer.parseInt(table.substring(1)));
        }
        return switch (table) {
            case "cga", "ecg" -> Answers.NONE;
            default -> checkup.body().get(Measure.valueOf(table.toUpperCase(java.util.Locale.ROOT)));
        };
    }

    private static boolean isPlausible(Checkup checkup) {
        var body = checkup.body();
        for (var measure : Measure.values()) {
            if (body.get(measure) < 0) {
                return false;
            }
        }
        return body.get(Measure.DBP) < body.get(Measure.SBP);
    }

    /// Counts the same person a year before and now.
    public void addPair(Checkup before, Checkup now) {
        years.forEach((measure, pairs) -> pairs.add(
                marginals.score(measure, before.band(), before.body().get(measure)),
                marginals.score(measure, now.band(), now.body().get(measure))));
    }

    /// Adds what another comparison has counted.
    public void add(Realism other) {
        tally.add(other.tally);
        years.forEach((measure, pairs) -> pairs.add(other.pairs(measure)));
    }

    private Pairs pairs(Measure measure) {
        return years.getOrDefault(measure, new Pairs());
    }

    /// One published share and ours (区分別の割合).
    ///
    /// @param published and `synthetic`: shares, 0 to 1
    /// @param people counted in the class
    public record Cell(String table, Band band, String category, double published, double synthetic, long people) {
        /// Ours less the published one, in points.
        public double points() {
            return 100 * (synthetic - published);
        }

        /// What chance alone may do: three standard errors, in points.
        public double chance() {
            return 300 * StrictMath.sqrt(published * (1 - published) / people);
        }
    }

    /// Every published share beside ours; classes nobody was counted in are left out.
    public List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var table : shares.keys()) {
            for (var band : bands()) {
                var people = tally.people(table, band);
                var published = shares.of(table, band);
                var categories = shares.categories(table, band.sex());
                for (var i = 0; people > 0 && i < published.size(); i++) {
                    var ours = (double) tally.get(table, band, i) / people;
                    cells.add(new Cell(table, band, categories.get(i).name(), published.get(i), ours, people));
                }
            }
        }
        return cells;
    }

    private static List<Band> bands() {
        var bands = new ArrayList<Band>();
        for (var sex : Sex.values()) {
            for (var age = 0; age < Band.AGES; age++) {
                bands.add(new Band(sex, age));
            }
        }
        return bands;
    }

    /// The share of a category or several among one sex or all, brought to the published sex and age structure of
    /// those examined nationally (直接法).
    ///
    /// @param structure published table whose examinees weigh the classes
    double standardised(String table, String structure, List<Sex> sexes, int... categories) {
        var sum = 0.0;
        var weights = 0.0;
        for (var band : bands()) {
            var people = tally.people(table, band);
            if (people > 0 && sexes.contains(band.sex())) {
                var weight = shares.people(structure, band);
                for (var category : categories) {
                    sum += weight * tally.get(table, band, category) / people;
                }
                weights += weight;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /// Share with eGFR below 60, as [#standardised].
    double lowEgfr() {
        var categories = shares.categories("egfr", Sex.MALE);
        var below = new ArrayList<Integer>();
        for (var i = 0; i < categories.size(); i++) {
            if (categories.get(i).upper().orElse(Double.POSITIVE_INFINITY) <= LOW_EGFR) {
                below.add(i);
            }
        }
        var indexes = below.stream().mapToInt(Integer::intValue).toArray();
        return standardised("egfr", "egfr", List.of(Sex.values()), indexes);
    }

    /// Correlation of each measure from one year to the next, on the scale of standard normal values.
    public Map<Measure, Double> correlations() {
        var correlations = new EnumMap<Measure, Double>(Measure.class);
        years.forEach((measure, pairs) -> correlations.put(measure, pairs.correlation()));
        return correlations;
    }

    /// How many pairs of years were counted.
    public long pairsCounted() {
        return pairs(Measure.WAIST).people();
    }

    /// Checkups with a negative value or a diastolic pressure not below the systolic one.
    public long implausible() {
        return bands().stream()
                .mapToLong(band -> tally.get(IMPLAUSIBLE, band, 1))
                .sum();
    }

    /// Checkups counted.
    public long people() {
        return bands().stream().mapToLong(band -> tally.people(METABOLIC, band)).sum();
    }
}
