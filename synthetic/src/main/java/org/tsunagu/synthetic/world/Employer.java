package org.tsunagu.synthetic.world;

import org.tsunagu.codes.table.Row;

/// An invented employer (架空の事業所), a row of `employers.tsv`.
///
/// @param symbol 記号 of its members, full-width digits
/// @param csv encoding of the checkup lists it delivers; empty when it delivers none
public record Employer(String id, String name, String symbol, double weight, String csv) {
    static Employer of(Row row) {
        return new Employer(row.key(), row.text("name"), row.text("symbol"), row.integer("weight"), row.text("csv"));
    }

    /// Whether the employer hands over its own checkups.
    public boolean delivers() {
        return !csv.isEmpty();
    }
}
