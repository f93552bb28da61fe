package org.tsunagu.cli.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.rows.RowLine;
import org.tsunagu.cli.rows.RowWork;
import org.tsunagu.cli.rows.Troubles;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.plan.PlanRules;
import org.tsunagu.rules.rates.Percent;

/// Works out the planned number of every row and the total of every fiscal year (実施予定者数).
public final class PlanWork implements RowWork {

    private static final String GROUP = "group";
    private static final String YEAR = "fiscal_year";
    private static final String ELIGIBLE = "eligible";
    private static final String RATE = "rate";
    private static final String TOTAL = "total";
    private static final Set<String> TOTALS = Set.of(TOTAL, "合計", "計", "小計");
    private static final Pattern YEARS = Pattern.compile("([1-9]\\d{3})(?:年度)?");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,12}|\\d{1,3}(?:,\\d{3}){1,3}");
    private static final int MOST_REMEMBERED = 100_000;

    private final PlanRules rules;
    private final Map<FiscalYear, Total> totals = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    /// @param rules how it is rounded
    public PlanWork(PlanRules rules) {
        this.rules = rules;
    }

    @Override
    public List<String> needed() {
        return List.of(GROUP, YEAR, ELIGIBLE, RATE);
    }

    @Override
    public List<String> written() {
        return List.of(GROUP, YEAR, ELIGIBLE, RATE, "planned", "reason");
    }

    /// Fiscal years so far.
    public int years() {
        return totals.size();
    }

    @Override
    public void row(RowLine line, Troubles troubles, CsvBytes csv) {
        var group = line.cell(GROUP);
        if (TOTALS.contains(Widths.forMatching(group).toLowerCase(java.util.Locale.ROOT))) {
            troubles.add(GROUP, "is_a_total");
        }
        var year = year(line, troubles);
        var eligible = eligible(line, troubles);
        var rate = rate(line, troubles);
        csv.cell(group);
        csv.cell(year.map(found -> Integer.toString(found.year())).orElse(line.cell(YEAR)));
        csv.cell(eligible.map(number -> Long.toString(number)).orElse(line.cell(ELIGIBLE)));
        csv.cell(rate.map(Percent::toString).orElse(line.cell(RATE)));
        if (troubles.isEmpty()) {
            var planned = rules.planned(eligible.orElseThrow(), rate.orElseThrow());
            total(year.orElseThrow()).add(eligible.orElseThrow(), planned);
            csv.word(Long.toString(planned));
            if (isTwice(group, year.orElseThrow())) {
                troubles.add(GROUP, "twice");
            }
        } else {
            year.ifPresent(found -> total(found).leaveOut());
            csv.empty();
        }
        csv.cell(troubles.text()).endRow();
    }

    /// As far as is remembered: a plan has few groups, and memory stays bounded.
    private boolean isTwice(String group, FiscalYear year) {
        var key = year.year() + "|" + group;
        return seen.size() < MOST_REMEMBERED ? !seen.add(key) : seen.contains(key);
    }

    private Total total(FiscalYear year) {
        return totals.computeIfAbsent(year, none -> new Total());
    }

    private static Optional<FiscalYear> year(RowLine line, Troubles troubles) {
        var matcher = YEARS.matcher(Widths.forMatching(line.cell(YEAR)));
        if (!matcher.matches()) {
            troubles.add(YEAR, missingOr(line, YEAR, "not_a_year"));
            return Optional.empty();
        }
        return Optional.of(new FiscalYear(Integer.parseInt(matcher.group(1))));
    }

    private static Optional<Long> eligible(RowLine line, Troubles troubles) {
        var text = Widths.forMatching(line.cell(ELIGIBLE));
        if (!NUMBERS.matcher(text).matches()) {
            troubles.add(ELIGIBLE, missingOr(line, ELIGIBLE, "not_a_number"));
            return Optional.empty();
        }
        return Optional.of(Long.valueOf(text.replace(",", "")));
    }

    private static Optional<Percent> rate(RowLine line, Troubles troubles) {
        var rate = Percent.parse(line.cell(RATE));
        if (rate.isEmpty()) {
            troubles.add(RATE, missingOr(line, RATE, "not_a_rate"));
        }
        return rate;
    }

    private static String missingOr(RowLine line, String column, String what) {
        return line.cell(column).isEmpty() ? "missing" : what;
    }

    @Override
    public void end(CsvBytes csv) {
        totals.forEach((year, total) -> {
            csv.word(TOTAL).cell(year.year()).word(Long.toString(total.eligible));
            csv.word(rules.attained(total.planned, total.eligible)
                    .map(rate -> rate.toPlainString() + "%")
                    .orElse("-"));
            csv.word(Long.toString(total.planned));
            csv.word(total.leftOut == 0 ? "" : "rows_left_out=" + total.leftOut);
            csv.endRow();
        });
    }

    /// The sums of one fiscal year: of the rounded numbers, never a product of its own.
    private static final class Total {

        private long eligible;
        private long planned;
        private long leftOut;

        void add(long people, long expected) {
            eligible += people;
            planned += expected;
        }

        void leaveOut() {
            leftOut++;
        }
    }
}
