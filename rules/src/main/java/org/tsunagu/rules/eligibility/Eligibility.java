package org.tsunagu.rules.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.condition.Condition;
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
    private final Map<RuleOfDay, Condition> conditions = new ConcurrentHashMap<>();
    private final Map<FiscalYear, Map<String, Row>> reasons = new ConcurrentHashMap<>();

    private record RuleOfDay(String rule, LocalDate day) {}

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

    /// Whether there are rules for a fiscal year.
    public boolean covers(FiscalYear year) {
        return !rules.on(year.firstDay()).isEmpty();
    }

    /// Whether `exclusions.tsv` has a reason, in force in a fiscal year.
    public boolean knows(String exclusion, FiscalYear year) {
        return row(exclusion, year).isPresent();
    }

    /// The reasons of exclusion in force in a fiscal year (除外事由), in the order of the table.
    public List<Row> exclusions(FiscalYear year) {
        return exclusions.on(year.firstDay());
    }

    /// The age reached in a fiscal year (年度末年齢), by the setting for counting ages.
    public int age(LocalDate birth, FiscalYear year) {
        return year.ageOf(counted(birth, dayBefore));
    }

    /// Everything about a member in a fiscal year.
    public Standing standing(Member member, FiscalYear year) {
        var target = target(member, year);
        var other =
                isAprilFirst(member.birth()) ? target(member, year, !dayBefore).value() : target.value();
        return new Standing(
                age(member.birth(), year),
                target,
                inDenominator(member, year, target.value()),
                excludedBy(member, year),
                !other.equals(target.value()));
    }

    private static boolean isAprilFirst(LocalDate birth) {
        return birth.equals(FiscalYear.containing(birth).firstDay());
    }

    /// The days of birth of those who reach certain ages in a fiscal year, by the setting for counting ages.
    ///
    /// @param from youngest age reached
    /// @param to oldest age reached
    public Births births(int from, int to, FiscalYear year) {
        return births(from, to, year, dayBefore);
    }

    private static Births births(int from, int to, FiscalYear year, boolean isCountedDayBefore) {
        var shift = isCountedDayBefore ? 1 : 0;
        return new Births(
                year.lastDay().minusYears(to + 1).plusDays(1 + shift),
                year.lastDay().minusYears(from).plusDays(shift));
    }

    /// The days of birth of those who can be targets of a fiscal year, by their age alone.
    ///
    /// @throws IllegalStateException if the rules do not bound the age in the way they are read here
    public Births birthsOfTargets(FiscalYear year) {
        return birthsOfTargets(year, dayBefore);
    }

    /// The same by either way of counting ages: with those born on 1 April for whom the setting decides.
    ///
    /// @throws IllegalStateException if the rules do not bound the age in the way they are read here
    public Births birthsOfTargetsEitherWay(FiscalYear year) {
        var one = birthsOfTargets(year, true);
        var other = birthsOfTargets(year, false);
        return new Births(
                one.first().isBefore(other.first()) ? one.first() : other.first(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }

    private Births birthsOfTargets(FiscalYear year, boolean isCountedDayBefore) {
        var ages = births(
                bound("EL-T", "fy_age", "ge", year), bound("EL-T", "fy_age", "le", year), year, isCountedDayBefore);
        var oldest = year.firstDay().minusYears(bound("EL-T", "age_on_april_1", "lt", year));
        return ages.and(new Births(oldest.plusDays(1), ages.last()));
    }

    /// The days of birth of those who can be in the denominator of a fiscal year, by their age alone: what SQL counts
    /// people with.
    ///
    /// @throws IllegalStateException if the rules do not bound the age in the way they are read here
    public Births birthsInDenominator(FiscalYear year) {
        var last = year.lastDay().minusYears(bound("EL-T", "fy_age", "ge", year));
        var first = year.lastDay().minusYears(bound("EL-D", "age_on_march_31", "lt", year));
        return new Births(first.plusDays(1), dayBefore ? last.plusDays(1) : last);
    }

    /// The last day on which an examination of a year can count, by the age alone (受診できる最後の日): the day before
    /// the age is reached at which the insurer no longer answers for it, or the end of the year.
    public LocalDate lastExaminationDay(LocalDate birth, FiscalYear year) {
        var age = bound("EL-X", "age_on_exam_date", "lt", year);
        var reached = birth.plusYears(age);
        // Somebody born on 29 February reaches an age on 1 March of other years.
        var last = Dates.age(birth, reached) < age ? reached : reached.minusDays(1);
        return last.isBefore(year.lastDay()) ? last : year.lastDay();
    }

    private int bound(String rule, String variable, String op, FiscalYear year) {
        return rules.on(year.firstDay()).stream()
                .filter(row -> row.text("rule").equals(rule)
                        && row.text("variable").equals(variable)
                        && row.text("op").equals(op))
                .map(row -> row.integer("value"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "eligibility/rules: no row of %s with %s %s".formatted(rule, variable, op)));
    }

    /// Whether the insurer must offer the checkup in a fiscal year (対象者).
    public Decision<Boolean> target(Member member, FiscalYear year) {
        return target(member, year, dayBefore);
    }

    private Decision<Boolean> target(Member member, FiscalYear year, boolean isCountedDayBefore) {
        var facts = facts();
        put(facts, "enrolled_on_april_1", member.isEnrolledOn(year.firstDay()));
        put(facts, "fy_age", year.ageOf(counted(member.birth(), isCountedDayBefore)));
        put(facts, "age_on_april_1", Dates.age(member.birth(), year.firstDay()));
        put(facts, "excluded", excludedBy(member, year).isPresent());
        return decide("EL-T", facts, year.firstDay());
    }

    private static LocalDate counted(LocalDate birth, boolean isCountedDayBefore) {
        return isCountedDayBefore ? birth.minusDays(1) : birth;
    }

    /// Whether an examination on a day counts (受診日の資格).
    public Decision<Boolean> examinationCounts(Member member, LocalDate examination) {
        var facts = facts();
        put(facts, "age_on_exam_date", Dates.age(member.birth(), examination));
        put(facts, "enrolled_on_exam_date", member.isEnrolledOn(examination));
        return decide("EL-X", facts, examination);
    }

    /// Whether the person is counted in the denominator of the report (分母): a target enrolled all year without a
    /// gap and not 75 by its end.
    public Decision<Boolean> inDenominator(Member member, FiscalYear year) {
        return inDenominator(member, year, target(member, year).value());
    }

    private Decision<Boolean> inDenominator(Member member, FiscalYear year, boolean isTarget) {
        var facts = facts();
        put(facts, "target", isTarget);
        put(facts, "age_on_march_31", Dates.age(member.birth(), year.lastDay()));
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

    private Optional<Row> row(String exclusion, FiscalYear year) {
        return Optional.ofNullable(reasons.computeIfAbsent(
                        year,
                        wanted -> exclusions.on(wanted.firstDay()).stream()
                                .collect(Collectors.toUnmodifiableMap(Row::key, Function.identity())))
                .get(exclusion));
    }

    private Optional<Row> applies(Exclusion exclusion, FiscalYear year) {
        var row = row(exclusion.code(), year)
                .orElseThrow(
                        () -> new IllegalArgumentException("eligibility/exclusions: no reason " + exclusion.code()));
        var months =
                row.decimal("min_duration_months").map(BigDecimal::intValue).orElse(0);
        // A stay that goes on into the next year has lasted no longer in this one, whether its end is known or not.
        var ends = exclusion
                .to()
                .filter(last -> !last.isAfter(year.lastDay()))
                .orElse(year.lastDay())
                .plusDays(1);
        var lasts = !exclusion.from().plusMonths(months).isAfter(ends);
        return row.text("excludes").equals("1") && lasts ? Optional.of(row) : Optional.empty();
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
        var condition = conditions.computeIfAbsent(
                new RuleOfDay(rule, day),
                wanted -> new ConditionTable(rules.on(day), "rule", variables).condition(rule, Sex.FEMALE));
        var explanation = new Explanation(facts, Gatherer.NONE);
        condition.explain(explanation);
        return new Decision<>(condition.test(facts) == Truth.TRUE, true, explanation.reasons(), List.of());
    }
}
