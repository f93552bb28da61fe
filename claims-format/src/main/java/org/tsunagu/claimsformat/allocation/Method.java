package org.tsunagu.claimsformat.allocation;

import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Which disease gets the money (傷病への配分方法); names and how sure they are in `methods.tsv`. Every
/// table prints the method.
public enum Method {
    /// All of it to the main disease.
    MAIN,
    /// All of it to the disease that draws most by the proportional distribution; DPC: to the one
    /// recorded as such.
    MAXRES,
    /// By weights from the whole population.
    PDM,
    /// The same for each disease.
    EQUAL;

    private static final Table TABLE =
            Table.read("allocation/methods", Method.class.getResourceAsStream("methods.tsv"));

    /// Its row of the table.
    public Row row() {
        return TABLE.rows().stream()
                .filter(row -> row.text("method").equals(name()))
                .findFirst()
                .orElseThrow();
    }

    /// Whether a whole claim goes to one disease, so that claims can be counted by disease.
    public boolean isWhole() {
        return this == MAIN || this == MAXRES;
    }

    /// The weights of a claim's disease rows for [LargestRemainder].
    ///
    /// @param sharing the weights of the proportional distribution
    /// @param main number of the main disease, from 0
    /// @param mostResources number of the disease recorded as drawing most; −1 when none is
    long[] weights(long[] sharing, int main, int mostResources) {
        return switch (this) {
            case MAIN -> only(main, sharing.length);
            case MAXRES -> only(mostResources >= 0 ? mostResources : largest(sharing), sharing.length);
            case PDM -> sharing;
            case EQUAL -> new long[sharing.length];
        };
    }

    private static long[] only(int one, int count) {
        var weights = new long[count];
        weights[one] = 1;
        return weights;
    }

    private static int largest(long[] weights) {
        var largest = 0;
        for (var i = 1; i < weights.length; i++) {
            largest = weights[i] > weights[largest] ? i : largest;
        }
        return largest;
    }
}
