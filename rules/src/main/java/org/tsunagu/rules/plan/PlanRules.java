package org.tsunagu.rules.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Percent;
import org.tsunagu.rules.rates.Rounding;

/// The arithmetic of the implementation plan (実施計画の計算式), rounded as `formulas.tsv` says. Everything is exact until
/// the one rounding. Immutable and safe to share.
public final class PlanRules {

    private final Table formulas;
    private final Rounding planned;
    private final Rounding guided;
    private final Rounding perHead;
    private final Rounding share;
    private final Rounding forecast;
    private final Rounding attained;

    /// Reads the table.
    public PlanRules(List<Correction> corrections) {
        formulas = Table.read("plan/formulas", PlanRules.class.getResourceAsStream("formulas.tsv"))
                .with(corrections);
        planned = rounding("PF-1");
        guided = rounding("PF-3");
        perHead = rounding("PF-5");
        share = rounding("PF-6");
        forecast = rounding("PF-7");
        attained = rounding("PF-8");
    }

    /// The formulas as shipped.
    public static PlanRules shipped() {
        return new PlanRules(List.of());
    }

    private Rounding rounding(String formula) {
        return formulas.rows().stream()
                .filter(row -> row.key().equals(formula))
                .map(Rounding::of)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("plan/formulas: no row " + formula));
    }

    /// All tables.
    public List<Table> tables() {
        return List.of(formulas);
    }

    /// People planned to be examined (受診者目標数): targets × checkup rate, people.
    public long planned(long eligible, Percent rate) {
        return planned.round(rate.of(eligible)).longValueExact();
    }

    /// People planned to be guided (保健指導予定者数): examined × guidance rate × share of those who need guidance, people.
    public long guided(long examined, Percent rate, Percent eligibleShare) {
        return guided.round(rate.of(examined).multiply(eligibleShare.fraction()))
                .longValueExact();
    }

    /// Medical cost per member (一人当たり医療費), yen; empty without members.
    public Optional<BigDecimal> perHead(long yen, long members) {
        return perHead.quotient(BigDecimal.valueOf(yen), BigDecimal.valueOf(members));
    }

    /// A part of a whole (構成割合) in percent; empty for a whole of 0.
    public Optional<BigDecimal> share(BigDecimal part, BigDecimal whole) {
        return share.percent(part, whole);
    }

    /// What was attained (受診率・利用率の実績) in percent; empty without targets.
    public Optional<BigDecimal> attained(long reached, long targets) {
        return attained.percent(BigDecimal.valueOf(reached), BigDecimal.valueOf(targets));
    }

    /// The targets of the years to come (対象者数の推計), rounded for each year; the growth goes on from the number that is
    /// not rounded.
    ///
    /// @param base targets of the first year, not rounded
    public NavigableMap<FiscalYear, Long> forecast(BigDecimal base, Growth growth, FiscalYear first, FiscalYear last) {
        var series = new TreeMap<FiscalYear, Long>();
        var people = base;
        for (var year = first; year.compareTo(last) <= 0; year = new FiscalYear(year.year() + 1)) {
            series.put(year, forecast.round(people).longValueExact());
            people = growth.next(people);
        }
        return series;
    }
}
