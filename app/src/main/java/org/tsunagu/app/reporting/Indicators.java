package org.tsunagu.app.reporting;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Rates;

/// The rates a report counts (報告で数える率): those of `rates/indicators.tsv` that are counted for themselves.
final class Indicators {

    private static final Rates RATES = new Rates(List.of(), Set.of());
    /// What compares with a base year on a fixed population, which no source gives: not counted.
    private static final Set<String> AGAINST_BASE = Set.copyOf(ReportRules.values("AGAINST_BASE-"));

    private Indicators() {}

    /// Those in force in a year, in the order of the table.
    static List<Row> of(FiscalYear year) {
        return RATES.indicators(year).stream()
                .filter(row -> row.text("same_as").isEmpty() && !AGAINST_BASE.contains(row.key()))
                .toList();
    }

    /// How sure a rate is: as its weakest row.
    static Certainty certainty(Row indicator, FiscalYear year) {
        return Certainty.weakest(Stream.concat(Stream.of(indicator), RATES.definition(indicator.key(), year).stream())
                .map(row -> row.basis().certainty()));
    }
}
