package org.tsunagu.synthetic.checkups;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Table;

/// The distributions of all measures in all classes (全項目の周辺分布).
public final class Marginals {
    private final Map<Measure, Marginal[]> byMeasure = new EnumMap<>(Measure.class);

    /// Reads the curves and bends them to the published shares.
    public Marginals(Shares shares) {
        var curves = new HashMap<String, Curve>();
        for (var row : Table.read("checkups/curves", Marginals.class.getResourceAsStream("curves.tsv"))
                .rows()) {
            curves.put(id(row.text("key"), row.text("sex"), row.text("age_from")), Curve.of(row));
        }
        for (var measure : Measure.values()) {
            if (measure.hasCurve()) {
                byMeasure.put(measure, marginals(measure, shares, curves));
            }
        }
    }

    private static Marginal[] marginals(Measure measure, Shares shares, Map<String, Curve> curves) {
        var marginals = new Marginal[Sex.values().length * Band.AGES];
        for (var sex : Sex.values()) {
            for (var age = 0; age < Band.AGES; age++) {
                var band = new Band(sex, age);
                var curve = curves.get(id(measure.key(), sex.code(), Integer.toString(band.from())));
                if (curve == null) {
                    throw new IllegalArgumentException("curves.tsv has no %s for %s".formatted(measure, band));
                }
                marginals[band.index()] = new Marginal(
                        measure, curve, shares.categories(measure.key(), sex), shares.of(measure.key(), band));
            }
        }
        return marginals;
    }

    private static String id(String key, String sex, String from) {
        return key + "/" + sex + "/" + from;
    }

    Marginal of(Measure measure, Band band) {
        var marginals = byMeasure.get(measure);
        if (marginals == null) {
            throw new IllegalArgumentException("no curve for " + measure);
        }
        return marginals[band.index()];
    }

    /// The standard normal value a recorded value stands for in its class, to compare people of all ages.
    public double score(Measure measure, Band band, double value) {
        return of(measure, band).score(value);
    }
}
