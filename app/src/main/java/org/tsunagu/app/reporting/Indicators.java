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
    /// What only the module of guidance knows.
    private static final Set<String> OF_GUIDANCE = Set.of("first_interview", "finished_course", "finished_last_year");
    /// What compares with a base year on a fixed population, which no source gives: not counted.
    private static final Set<String> AGAINST_BASE = Set.copyOf(ReportRules.values("AGAINST_BASE-"));

    private Indicators() {}

    /// Those in force in a year, in the order of the table.
    ///
    /// @param knowsGuidance whether those of guidance are among them
    static List<Row> of(FiscalYear year, boolean knowsGuidance) {
        return RATES.indicators(year).stream()
                .filter(row -> row.text("same_as").isEmpty() && !AGAINST_BASE.contains(row.key()))
                .filter(row -> knowsGuidance || !isOfGuidance(row, year))
                .toList();
    }

    private static boolean isOfGuidance(Row row, FiscalYear year) {
        return RATES.definition(row.key(), year).stream().anyMatch(rule -> OF_GUIDANCE.contains(rule.text("variable")));
    }

    /// Whether a count knows of guidance: one of its indicators is of it.
    static boolean knowGuidance(Set<String> counted, FiscalYear year) {
        return RATES.indicators(year).stream().anyMatch(row -> counted.contains(row.key()) && isOfGuidance(row, year));
    }

    /// How sure a rate is: as its weakest row.
    static Certainty certainty(Row indicator, FiscalYear year) {
        return Certainty.weakest(Stream.concat(Stream.of(indicator), RATES.definition(indicator.key(), year).stream())
                .map(row -> row.basis().certainty()));
    }
}
