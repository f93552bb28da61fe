package org.tsunagu.synthetic.checkups;

import java.util.List;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Normal;

/// Urine tests (尿検査): protein by the published joint counts with eGFR, fitted to the published shares of protein
/// alone; sugar together with blood glucose.
final class Urine {
    private static final double[] STAGES = {90, 60, 45, 30};
    private static final int STAGE_COUNT = STAGES.length + 1;
    private static final int GRADES = 3;
    private static final int FITS = 200;
    private static final String PROTEIN = "urine_protein";

    private final Shares shares;
    private final double onGlucose;
    /// Share below each grade of protein, for each class and stage.
    private final double[][][] joint = new double[Sex.values().length * Band.AGES][][];

    Urine(Shares shares, Assumptions assumptions) {
        this.shares = shares;
        this.onGlucose = assumptions.get("sugar_on_glucose");
        for (var sex : Sex.values()) {
            for (var age = 0; age < Band.AGES; age++) {
                var band = new Band(sex, age);
                joint[band.index()] = fit(band);
            }
        }
    }

    void test(Body.Builder body, Latent latent, Band band) {
        var high = 1 - Normal.cdf(latent.protein());
        body.set(Measure.URINE_PROTEIN, protein(high, stage(body.get(Measure.EGFR)), band));
        var l = onGlucose * latent.of(Measure.FPG) + StrictMath.sqrt(1 - onGlucose * onGlucose) * latent.sugar();
        body.set(Measure.URINE_SUGAR, fromTop(1 - Normal.cdf(l), shares.of("urine_sugar", band)));
    }

    private int protein(double share, int stage, Band band) {
        var grades = joint[band.index()][stage];
        if (share >= grades[1] + grades[2]) {
            return 1;
        }
        if (share >= grades[2]) {
            return 2;
        }
        // Within the positive ones: from + to +++ as in the published shares of protein alone.
        var alone = shares.of(PROTEIN, band);
        var positive = alone.get(2) + alone.get(3) + alone.get(4);
        var rank = share / grades[2] * positive;
        return rank < alone.get(4) ? 5 : rank < alone.get(4) + alone.get(3) ? 4 : GRADES;
    }

    private static int fromTop(double share, List<Double> shares) {
        var sum = 0.0;
        for (var code = shares.size(); code > 1; code--) {
            sum += shares.get(code - 1);
            if (share < sum) {
                return code;
            }
        }
        return 1;
    }

    static int stage(double egfr) {
        for (var i = 0; i < STAGES.length; i++) {
            if (egfr >= STAGES[i]) {
                return i;
            }
        }
        return STAGES.length;
    }

    /// Shares of the three grades within each stage: the joint table, fitted in turn to both of its margins.
    private double[][] fit(Band band) {
        var published = shares.of("cga", band);
        var table = new double[STAGE_COUNT][GRADES];
        for (var i = 0; i < published.size(); i++) {
            table[Math.min(i / GRADES, STAGE_COUNT - 1)][i % GRADES] += published.get(i) + 1e-9;
        }
        var alone = shares.of(PROTEIN, band);
        var columns = new double[] {alone.get(0), alone.get(1), alone.get(2) + alone.get(3) + alone.get(4)};
        // Published eGFR goes from low to high, stages from high to low.
        var rows = shares.of("egfr", band).reversed();
        for (var n = 0; n < FITS; n++) {
            scaleColumns(table, columns);
            for (var i = 0; i < STAGE_COUNT; i++) {
                scale(table[i], rows.get(i));
            }
        }
        for (var row : table) {
            scale(row, 1);
        }
        return table;
    }

    private static void scaleColumns(double[][] table, double[] columns) {
        for (var j = 0; j < GRADES; j++) {
            var sum = 0.0;
            for (var row : table) {
                sum += row[j];
            }
            for (var row : table) {
                row[j] *= columns[j] / sum;
            }
        }
    }

    private static void scale(double[] row, double total) {
        var sum = 0.0;
        for (var cell : row) {
            sum += cell;
        }
        for (var j = 0; j < row.length; j++) {
            row[j] *= total / sum;
        }
    }
}
