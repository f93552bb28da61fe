package org.tsunagu.app.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.guidance.DrugStarters;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Rate;
import org.tsunagu.rules.rates.Rates;
import org.tsunagu.rules.rates.Tally;

/// The rates of a report by group (率の一覧).
@Service
public class Totals {

    private static final int MOST_GROUPS = 300;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final DrugStarters drugStarters;
    private final Rates rates = new Rates(List.of(), Set.of());

    Totals(JdbcClient jdbc, TenantTransactions transactions, DrugStarters drugStarters) {
        this.jdbc = jdbc;
        this.drugStarters = drugStarters;
        this.transactions = transactions;
    }

    /// A rate with everything that defines it (率の定義).
    ///
    /// @param certainty of its weakest row
    /// @param conditions rows of `rates/rules.tsv`
    public record Definition(Row indicator, Certainty certainty, List<Row> conditions) {

        /// Name of the rate.
        public String key() {
            return indicator.key();
        }
    }

    /// A group with its rates.
    ///
    /// @param value empty for everybody, and where it is not known
    /// @param rates by indicator; those in whose denominator nobody is are left out
    public record Line(String value, Map<String, Rate> rates) {}

    /// The rates that are counted in a year, as the insurer has chosen to count.
    public List<Definition> definitions(FiscalYear year) {
        var chosen = new Rates(List.of(), transactions.inCurrent(() -> GuidanceOfYear.options(drugStarters)));
        return Indicators.of(year).stream()
                .map(row -> new Definition(row, Indicators.certainty(row, year), chosen.definition(row.key(), year)))
                .toList();
    }

    /// The groups of a report, the ones with most people first where they have no order of their own.
    public List<Line> of(long report, Dimension dimension) {
        var isOrdered = dimension == Dimension.SEX || dimension == Dimension.AGE || dimension == Dimension.KIND;
        var tallies = new LinkedHashMap<String, Map<String, Rate>>();
        transactions.inCurrent(() -> {
            jdbc.sql("select t.value, t.indicator, t.below, t.above from reporting.tally t join (select value,"
                            + " max(below) most from reporting.tally where report_id = :report and dimension = :dimension"
                            + " group by value order by " + (isOrdered ? "value" : "max(below) desc, value")
                            + " limit :limit) g on g.value = t.value"
                            + " where t.report_id = :report and t.dimension = :dimension order by "
                            + (isOrdered ? "t.value" : "g.most desc, t.value"))
                    .param("report", report)
                    .param("dimension", dimension.key())
                    .param("limit", MOST_GROUPS)
                    .query(row -> {
                        tallies.computeIfAbsent(row.getString(1), none -> new HashMap<>())
                                .put(
                                        row.getString(2),
                                        rates.rate(row.getString(2), Tally.of(row.getLong(4), row.getLong(3))));
                    });
            return "";
        });
        var lines = new ArrayList<Line>();
        tallies.forEach((value, all) -> lines.add(new Line(value, all)));
        return lines;
    }

    /// The rates of everybody, by indicator.
    public Map<String, Rate> all(long report) {
        return of(report, Dimension.ALL).stream().findFirst().map(Line::rates).orElse(Map.of());
    }
}
