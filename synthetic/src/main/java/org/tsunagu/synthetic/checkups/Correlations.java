package org.tsunagu.synthetic.checkups;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.draw.Assumptions;

/// How the measures hang together (相関), `correlations.tsv`, repaired to a matrix that some distribution can have.
final class Correlations {
    private static final List<Measure> MEASURES = List.of(Measure.values());
    private static final int SIZE = Measure.CORRELATED;

    private final double[][] matrix;
    private final double[][] root;

    Correlations(Assumptions assumptions) {
        this.matrix = Symmetric.repair(listed(assumptions.get("bmi_inherits")), assumptions.get("eigenvalue_floor"));
        this.root = Symmetric.cholesky(matrix);
    }

    private static double[][] listed(double bmiInherits) {
        var pairs = new HashMap<String, Double>();
        for (var row : Table.read("checkups/correlations", Correlations.class.getResourceAsStream("correlations.tsv"))
                .rows()) {
            var r = Double.valueOf(row.text("r"));
            pairs.put(row.text("a") + "/" + row.text("b"), r);
            pairs.put(row.text("b") + "/" + row.text("a"), r);
        }
        var matrix = new double[SIZE][SIZE];
        for (var a = 0; a < SIZE; a++) {
            for (var b = 0; b < SIZE; b++) {
                matrix[a][b] = a == b ? 1 : pair(pairs, a, b, bmiInherits);
            }
        }
        return matrix;
    }

    private static double pair(Map<String, Double> pairs, int a, int b, double bmiInherits) {
        var key = key(a) + "/" + key(b);
        if (pairs.containsKey(key)) {
            return pairs.getOrDefault(key, 0.0);
        }
        var bmi = Measure.BMI.index();
        var waist = Measure.WAIST.index();
        if (a == bmi || b == bmi) {
            return bmiInherits * pairs.getOrDefault(key(waist) + "/" + key(a == bmi ? b : a), 0.0);
        }
        return 0;
    }

    private static String key(int measure) {
        return MEASURES.get(measure).key();
    }

    double between(Measure a, Measure b) {
        return matrix[a.index()][b.index()];
    }

    /// Turns independent standard normal values into correlated ones, in place.
    void mix(double[] z) {
        for (var i = SIZE - 1; i >= 0; i--) {
            var sum = 0.0;
            for (var k = 0; k <= i; k++) {
                sum += root[i][k] * z[k];
            }
            z[i] = sum;
        }
    }
}
