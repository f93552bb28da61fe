package org.tsunagu.synthetic.care;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.care.Illness.Course;

/// Illnesses, medicines, acts and places of the invented prefecture (医療の台帳).
public final class Care {

    private static final int MONTHS = 12;

    private final Map<String, Drug> drugs = new LinkedHashMap<>();
    private final Map<String, Illness> illnesses = new LinkedHashMap<>();
    private final Map<String, double[]> seasons = new HashMap<>();
    private final Acts acts = new Acts();
    private final Facilities facilities = new Facilities();

    private Care() {
        rows("drugs").forEach(row -> drugs.put(row.key(), Drug.of(row)));
        rows("illnesses").forEach(row -> illnesses.put(row.key(), new Illness(row, drugs)));
        rows("seasons").forEach(row -> seasons.put(row.key(), weights(row)));
    }

    private static List<Row> rows(String name) {
        return Table.read("care/" + name, Care.class.getResourceAsStream(name + ".tsv"))
                .rows();
    }

    private static double[] weights(Row row) {
        var weights = new double[MONTHS];
        var sum = 0.0;
        for (var month = 0; month < MONTHS; month++) {
            weights[month] = row.integer("m%02d".formatted(month + 1));
            sum += weights[month];
        }
        for (var month = 0; month < MONTHS; month++) {
            weights[month] /= sum;
        }
        return weights;
    }

    /// The tables as shipped.
    public static Care shipped() {
        return new Care();
    }

    /// All medicines.
    public List<Drug> drugs() {
        return List.copyOf(drugs.values());
    }

    /// A medicine by the key of its row.
    ///
    /// @throws IllegalArgumentException if there is none
    public Drug drug(String id) {
        var drug = drugs.get(id);
        if (drug == null) {
            throw new IllegalArgumentException("drugs.tsv has no row " + id);
        }
        return drug;
    }

    /// All illnesses.
    public List<Illness> illnesses() {
        return List.copyOf(illnesses.values());
    }

    /// Those of one course.
    public List<Illness> illnesses(Course course) {
        return illnesses.values().stream()
                .filter(illness -> illness.course() == course)
                .toList();
    }

    /// An illness by the key of its row.
    ///
    /// @throws IllegalArgumentException if there is none
    public Illness illness(String id) {
        var illness = illnesses.get(id);
        if (illness == null) {
            throw new IllegalArgumentException("illnesses.tsv has no row " + id);
        }
        return illness;
    }

    /// Share of a year's cases that falls into a month.
    public double season(Illness illness, YearMonth month) {
        var weights = seasons.get(illness.season());
        return weights == null ? 1.0 / MONTHS : weights[month.getMonthValue() - 1];
    }

    /// What things cost.
    public Acts acts() {
        return acts;
    }

    /// Who gives care.
    public Facilities facilities() {
        return facilities;
    }
}
