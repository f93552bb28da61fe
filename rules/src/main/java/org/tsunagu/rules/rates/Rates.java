package org.tsunagu.rules.rates;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.condition.Condition;
import org.tsunagu.rules.condition.ConditionTable;
import org.tsunagu.rules.condition.Explanation;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Gatherer;
import org.tsunagu.rules.value.Variables;

/// The official rates (特定健診実施率、特定保健指導実施率、減少率): who counts in numerator and denominator, by `rules.tsv`,
/// and how the quotient is rounded, by `indicators.tsv`. Pure functions over what is known about one person. Immutable
/// and safe to share.
public final class Rates {

    private static final CheckupValues NO_VALUES =
            CheckupValues.over(Items.shipped()).build();
    private static final String NOT = "!";

    private final Table indicators;
    private final Table rules;
    private final Set<Option> options;
    private final Variables variables;
    private final Map<RuleOfYear, Condition> conditions = new ConcurrentHashMap<>();

    /// What an insurer may choose (選択できる数え方): column `option` of `rules.tsv`.
    public enum Option {
        /// People who started a drug after the checkup leave the guidance rate; from the fourth period.
        DROPS_DRUG_STARTERS,
        /// The reduction by guidance divides by all finishers of last year, examined again or not.
        ALL_FINISHERS
    }

    private record RuleOfYear(String rule, FiscalYear year) {}

    /// Reads the tables.
    public Rates(List<Correction> corrections, Set<Option> options) {
        this.indicators = read("indicators", corrections);
        this.rules = read("rules", corrections);
        this.options = Set.copyOf(options);
        this.variables = new Variables(
                rules.rows().stream().map(row -> row.text("variable")).toList(), Set.of());
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("rates/" + name, Rates.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }

    /// All tables.
    public List<Table> tables() {
        return List.of(indicators, rules);
    }

    /// The indicators in force in a year that what is known about single people decides, in the order of the table.
    public List<Row> indicators(FiscalYear year) {
        return indicators.on(year.firstDay()).stream()
                .filter(row -> !condition(counting(row), "D", year).isEmpty())
                .toList();
    }

    /// The rows of `rules.tsv` that say who counts in an indicator in a year, the denominator first.
    ///
    /// @throws IllegalArgumentException if the table has no such row
    public List<Row> definition(String indicator, FiscalYear year) {
        var counting = counting(row(indicator));
        return rules.on(year.firstDay()).stream()
                .filter(row -> row.text("indicator").equals(counting) && isChosen(row))
                .toList();
    }

    /// Where a person counts in an indicator.
    ///
    /// @param indicator row of `indicators.tsv`, for example `CHECKUP_RATE`
    ///
    /// @throws IllegalArgumentException if the table has no such row
    public Counted count(String indicator, PersonYear person) {
        var counting = counting(row(indicator));
        var facts = facts(person);
        var explanation = new Explanation(facts, Gatherer.NONE);
        var below = condition(counting, "D", person.year());
        var above = condition(counting, "N", person.year());
        below.explain(explanation);
        var inDenominator = below.test(facts) == Truth.TRUE;
        if (inDenominator) {
            above.explain(explanation);
        }
        return new Counted(inDenominator, inDenominator && above.test(facts) == Truth.TRUE, explanation.reasons());
    }

    /// The rate of counted people.
    ///
    /// @throws IllegalArgumentException if the table has no such row
    public Rate rate(String indicator, Tally tally) {
        var rounding = Rounding.of(row(indicator));
        return new Rate(
                tally.numerator(),
                tally.denominator(),
                rounding.percent(BigDecimal.valueOf(tally.numerator()), BigDecimal.valueOf(tally.denominator())));
    }

    private Row row(String indicator) {
        return indicators.rows().stream()
                .filter(row -> row.key().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rates/indicators: no row " + indicator));
    }

    /// The indicator whose rules count: some are the same under another name.
    private static String counting(Row row) {
        return row.text("same_as").isEmpty() ? row.key() : row.text("same_as");
    }

    private Condition condition(String indicator, String part, FiscalYear year) {
        return conditions.computeIfAbsent(new RuleOfYear(indicator + "-" + part, year), wanted -> {
            var inForce =
                    rules.on(year.firstDay()).stream().filter(this::isChosen).toList();
            return new ConditionTable(inForce, "rule", variables).condition(wanted.rule(), Sex.FEMALE);
        });
    }

    private boolean isChosen(Row row) {
        var option = row.text("option");
        if (option.isEmpty()) {
            return true;
        }
        return option.startsWith(NOT)
                ? !options.contains(Option.valueOf(option.substring(1)))
                : options.contains(Option.valueOf(option));
    }

    private Gathered facts(PersonYear person) {
        var facts = new Gathered(variables.size(), NO_VALUES);
        var guidance = person.guidance();
        facts.fact(variables.index("in_denominator"), person.inDenominator());
        facts.fact(variables.index("complete"), person.complete());
        facts.fact(variables.index("first_interview"), guidance.hadFirstInterview());
        facts.fact(variables.index("drug_since_checkup"), guidance.hasDrugSinceCheckup());
        facts.fact(variables.index("finished_last_year"), guidance.finishedLastYear());
        guidance.finished().ifPresent(course -> code(facts, "finished_course", finished(course)));
        person.metabolic().ifPresent(code -> code(facts, "metabolic_code", code.code()));
        person.level().ifPresent(level -> code(facts, "guidance_level", level.code()));
        person.hba1c().ifPresent(value -> facts.fact(variables.index("hba1c"), value));
        person.onDrug().ifPresent(takes -> facts.fact(variables.index("on_drug"), takes));
        return facts;
    }

    /// Which guidance was finished, as column `value` of `rules.tsv` numbers it.
    private static String finished(CourseKind kind) {
        return switch (kind) {
            case MOTIVATIONAL -> "1";
            case ACTIVE -> "2";
            case EQUIVALENT -> "3";
            case ACTIVE_MODEL -> "4";
        };
    }

    /// Outside the ages of the programme a level has no code.
    private void code(Gathered facts, String variable, String code) {
        if (!code.isEmpty()) {
            facts.fact(variables.index(variable), new BigDecimal(code));
        }
    }
}
