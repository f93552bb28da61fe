package org.tsunagu.synthetic.realism;

import java.util.List;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.checkups.Measure;

/// Joint figures beside published ones (主要指標の比較), `programme.tsv`: not used in making the population.
public final class Figures {
    private static final List<Sex> ALL = List.of(Sex.values());
    private static final double NEGLIGIBLE = 1e-9;
    private static final String STRUCTURE = "waist";

    private final Table published = Table.read("realism/programme", Figures.class.getResourceAsStream("programme.tsv"));

    /// The published figures as shipped.
    public Figures() {}

    /// One figure (指標).
    ///
    /// @param id row of `programme.tsv`, and the key of its name
    /// @param published in percent, or the correlation aimed at
    /// @param tolerance largest difference that passes
    public record Figure(String id, double published, double synthetic, double tolerance, String source) {
        /// Ours less the published one.
        public double difference() {
            return synthetic - published;
        }

        /// Whether the difference is within the tolerance.
        public boolean passes() {
            return StrictMath.abs(difference()) <= tolerance;
        }
    }

    /// All figures of a comparison.
    public List<Figure> of(Realism realism) {
        return published.rows().stream().map(row -> figure(row, realism)).toList();
    }

    private static Figure figure(Row row, Realism realism) {
        return new Figure(
                row.key(),
                Double.parseDouble(row.text("value")),
                synthetic(row.key(), realism),
                Double.parseDouble(row.text("tolerance")),
                row.basis().source());
    }

    private static double synthetic(String id, Realism r) {
        return switch (id) {
            case "met-or-pre" -> percent(r, Realism.METABOLIC, ALL, 1, 2);
            case "met-or-pre-men" -> percent(r, Realism.METABOLIC, List.of(Sex.MALE), 1, 2);
            case "met-or-pre-women" -> percent(r, Realism.METABOLIC, List.of(Sex.FEMALE), 1, 2);
            case "met" -> percent(r, Realism.METABOLIC, ALL, 1);
            case "pre" -> percent(r, Realism.METABOLIC, ALL, 2);
            case "guidance" -> percent(r, Realism.LEVEL, ALL, 1, 2);
            case "medicines-any" -> percent(r, Realism.MEDICINES, ALL, 1, 2, 3);
            case "medicines-one" -> percent(r, Realism.MEDICINES, ALL, 1);
            case "medicines-two" -> percent(r, Realism.MEDICINES, ALL, 2);
            case "medicines-three" -> percent(r, Realism.MEDICINES, ALL, 3);
            case "medicines-any-met" ->
                100
                        * percent(r, Realism.MEDICINES_MET, ALL, 1, 2, 3)
                        / Math.max(NEGLIGIBLE, percent(r, Realism.MEDICINES_MET, ALL, 0, 1, 2, 3));
            case "smoking-men" -> smoking(r, Sex.MALE);
            case "smoking-women" -> smoking(r, Sex.FEMALE);
            case "egfr-below-60" -> 100 * r.lowEgfr();
            default -> correlation(id, r);
        };
    }

    private static double correlation(String id, Realism realism) {
        if (!id.startsWith("year-")) {
            throw new IllegalArgumentException("programme.tsv row %s: no such figure".formatted(id));
        }
        var measure = Measure.valueOf(id.substring("year-".length()).toUpperCase(java.util.Locale.ROOT));
        return realism.correlations().getOrDefault(measure, 0.0);
    }

    private static double percent(Realism realism, String table, List<Sex> sexes, int... categories) {
        return 100 * realism.standardised(table, STRUCTURE, sexes, categories);
    }

    private static double smoking(Realism realism, Sex sex) {
        return 100 * realism.standardised("q08", "q08", List.of(sex), 0);
    }
}
