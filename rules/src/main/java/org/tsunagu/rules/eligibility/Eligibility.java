package org.tsunagu.rules.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.condition.ConditionTable;
import org.tsunagu.rules.condition.Explanation;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Gatherer;
import org.tsunagu.rules.value.Variables;

/// Who is a target of a fiscal year (特定健診の対象者) and who is counted in the report (実績報告の分母・分子): pure functions over
/// dates, by `rules.tsv` and `exclusions.tsv`.
public final class Eligibility {

    private static final CheckupValues NO_VALUES =
            CheckupValues.over(Items.shipped()).build();

    private final Table rules;
    private final Table exclusions;
    private final Variables variables;
    private final boolean dayBefore;

    /// Reads the tables.
    ///
    /// @param dayBefore whether an age is reached on the day before the birthday (年齢計算ニ関する法律)
    public Eligibility(List<Correction> corrections, boolean dayBefore) {
        rules = read("rules", corrections);
        exclusions = read("exclusions", corrections);
        variables = new Variables(
                rules.rows().stream().map(row -> row.text("variable")).toList(), Set.of());
        this.dayBefore = dayBefore;
    }

    private static Table read(String name, List<Correction> corrections) {
        return Table.read("eligibility/" + name, Eligibility.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }

    /// All tables.
    public List<Table> tables() {
        return List.of(rules, exclusions);
    }

    /// Whether the insurer must offer the checkup in a fiscal year (対象者).
    public Decision<Boolean> target(Member member, FiscalYear year) {
        var facts = facts();
        addTarget(facts, member, year);
        return decide("EL-T", facts, year.firstDay());
    }

    /// Whether an examination on a day counts (受診日の資格).
    public Decision<Boolean> examinationCounts(Member member, LocalDate examination) {
        var facts = facts();
        put(facts, "age_on_exam_date", Dates.age(member.birth(), examination));
        put(facts, "enrolled_on_exam_date", member.isEnrolledOn(examination));
        return decide("EL-X", facts, examination);
    }

    /// Whether the person is counted in the denominator of the report (分母): a target enrolled all year without a
    /// gap.
    public Decision<Boolean> inDenominator(Member member, FiscalYear year) {
        var facts = facts();
        put(facts, "target", target(member, year).value());
        var throughout = member.isEnrolledThroughout(year.firstDay(), year.lastDay());
        put(facts, "enrolled_from_april_1", throughout || member.isEnrolledOn(year.firstDay()));
        put(facts, "enrolled_to_march_31", throughout);
        return decide("EL-D", facts, year.firstDay());
    }

    /// Whether the person is counted in the numerator (分子): in the denominator with a complete examination.
    public Decision<Boolean> inNumerator(Member member, FiscalYear year, boolean hasCompleteExamination) {
        var facts = facts();
        put(facts, "in_denominator", inDenominator(member, year).value());
        put(facts, "complete", hasCompleteExamination);
        return decide("EL-N", facts, year.firstDay());
    }

    /// The exclusion that takes a person out in a fiscal year (除外); empty when there is none. A reason that needs
    /// a time is none before that time has passed.
    ///
    /// @throws IllegalArgumentException if a code is not in `exclusions.tsv`
    public Optional<Row> excludedBy(Member member, FiscalYear year) {
        return member.exclusions().stream()
                .filter(exclusion -> touches(exclusion, year))
                .map(exclusion -> applies(exclusion, year))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean touches(Exclusion exclusion, FiscalYear year) {
        return !exclusion.from().isAfter(year.lastDay())
                && exclusion.to().map(last -> !last.isBefore(year.firstDay())).orElse(true);
    }

    private Optional<Row> applies(Exclusion exclusion, FiscalYear year) {
        var row = exclusions.on(year.firstDay()).stream()
                .filter(candidate -> candidate.key().equals(exclusion.code()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("eligibility/exclusions: no reason " + exclusion.code()));
        var months =
                row.decimal("min_duration_months").map(BigDecimal::intValue).orElse(0);
        var ends = exclusion.to().orElse(year.lastDay()).plusDays(1);
        var lasts = !exclusion.from().plusMonths(months).isAfter(ends);
        return row.text("excludes").equals("1") && lasts ? Optional.of(row) : Optional.empty();
    }

    private void addTarget(Gathered facts, Member member, FiscalYear year) {
        var birth = dayBefore ? member.birth().minusDays(1) : member.birth();
        put(facts, "enrolled_on_april_1", member.isEnrolledOn(year.firstDay()));
        put(facts, "fy_age", year.ageOf(birth));
        put(facts, "age_on_april_1", Dates.age(member.birth(), year.firstDay()));
        put(facts, "excluded", excludedBy(member, year).isPresent());
    }

    private Gathered facts() {
        return new Gathered(variables.size(), NO_VALUES);
    }

    private void put(Gathered facts, String variable, int number) {
        facts.fact(variables.index(variable), BigDecimal.valueOf(number));
    }

    private void put(Gathered facts, String variable, boolean holds) {
        facts.fact(variables.index(variable), holds);
    }

    private Decision<Boolean> decide(String rule, Gathered facts, LocalDate day) {
        var condition = new ConditionTable(rules.on(day), "rule", variables).condition(rule, Sex.FEMALE);
        var explanation = new Explanation(facts, Gatherer.NONE);
        condition.explain(explanation);
        return new Decision<>(condition.test(facts) == Truth.TRUE, true, explanation.reasons(), List.of());
    }
}
