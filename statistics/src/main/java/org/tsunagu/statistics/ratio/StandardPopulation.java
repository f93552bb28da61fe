package org.tsunagu.statistics.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.tsunagu.statistics.table.Lines;

/// Whose age structure everybody is given (基準人口): the model populations of `model-populations.tsv`, or one
/// that the user supplies.
///
/// @param id for example `S60`, `H27`
/// @param isConfirmed whether the numbers were read in a public source
/// @param bands ages, ascending, without gaps
/// @param persons of each band, in any unit
public record StandardPopulation(String id, boolean isConfirmed, List<AgeBand> bands, List<Double> persons) {

    /// Refuses another number of persons than of bands.
    public StandardPopulation {
        if (bands.size() != persons.size()) {
            throw new IllegalArgumentException(
                    "%d bands, %d numbers of persons".formatted(bands.size(), persons.size()));
        }
    }

    /// The model population of 1985 (昭和60年モデル人口), 18 bands up to 85 and over.
    public static StandardPopulation of1985() {
        return read("S60");
    }

    /// The model population of 2015 (平成27年モデル人口), 21 bands up to 95 and over; its numbers are unconfirmed.
    public static StandardPopulation of2015() {
        return read("H27");
    }

    /// How the table and the row are named in a result.
    public String table() {
        return "ratio/model-populations:" + id;
    }

    /// Weights of the wanted bands, which add up to 1.
    ///
    /// @throws IllegalArgumentException if a wanted band is not made of whole bands of the standard
    public List<Double> weights(List<AgeBand> wanted) {
        var sums = wanted.stream().map(this::personsOf).toList();
        var total = sums.stream().mapToDouble(Double::doubleValue).sum();
        return sums.stream().map(sum -> sum / total).toList();
    }

    /// All persons of the standard.
    public double total() {
        return persons.stream().mapToDouble(Double::doubleValue).sum();
    }

    private double personsOf(AgeBand wanted) {
        var sum = DoubleStream.builder();
        for (var i = 0; i < bands.size(); i++) {
            var band = bands.get(i);
            if (wanted.contains(band)) {
                sum.add(persons.get(i));
            } else if (wanted.overlaps(band)) {
                throw new IllegalArgumentException("standard %s cannot be split into %s".formatted(id, wanted));
            }
        }
        return sum.build().sum();
    }

    private static StandardPopulation read(String id) {
        var lines = Lines.read(
                "ratio/model-populations", StandardPopulation.class.getResourceAsStream("model-populations.tsv"));
        var bands = new ArrayList<AgeBand>();
        var persons = new ArrayList<Double>();
        var isConfirmed = true;
        for (var row : lines.rows()) {
            if (lines.cell(row, "standard").equals(id)) {
                var to = lines.cell(row, "age_to");
                var from = Integer.parseInt(lines.cell(row, "age_from"));
                bands.add(new AgeBand(from, to.isEmpty() ? AgeBand.OPEN : Integer.parseInt(to)));
                persons.add(Double.valueOf(lines.cell(row, "persons_thousand")));
                isConfirmed &= lines.cell(row, "certainty").equals("source");
            }
        }
        return new StandardPopulation(id, isConfirmed, List.copyOf(bands), List.copyOf(persons));
    }
}
