package org.tsunagu.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.completeness.DetailedItem;
import org.tsunagu.rules.condition.Explanation;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.stratification.Level;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.Variables;

/// Judges checkups by the rules of their date (判定): the facade of this module. Immutable and safe to share.
public final class Judging {

    private final Editions editions;
    private final Settings settings;
    private final Variables variables;
    private final long[] alternatives;
    private final Basis ageBasis;
    private final Basis aprilBasis;

    /// Reads the tables.
    ///
    /// @param corrections cells of the tables corrected on this installation; empty for the tables as shipped
    public Judging(List<Correction> corrections, Settings settings) {
        var tables = RuleTables.read(corrections);
        this.settings = settings;
        this.editions = new Editions(tables, settings);
        this.variables = tables.dictionary().variables();
        this.alternatives = tables.dictionary().alternatives();
        this.ageBasis = formula(tables, "FY-AGE");
        this.aprilBasis = formula(tables, "FY-AGE-APRIL-1");
    }

    private static Basis formula(RuleTables tables, String key) {
        return tables.formulas().rows().stream()
                .filter(row -> row.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("value/formulas: no row " + key))
                .basis();
    }

    /// The rules as shipped.
    public static Judging shipped() {
        return Shipped.JUDGING;
    }

    /// Read when first asked for, and only once: nothing in it changes.
    private static final class Shipped {
        private static final Judging JUDGING = new Judging(List.of(), Settings.shipped());
    }

    /// Whether there are rules for a checkup of this day; the other methods refuse days that are not covered.
    public boolean covers(LocalDate examDate) {
        return editions.cover(examDate);
    }

    /// Age, metabolic judgement and guidance level without reasons, for counting.
    ///
    /// @throws IllegalArgumentException if no rules cover the day of the checkup
    public Outcome outcome(Examinee examinee, CheckupValues values) {
        var edition = editions.on(examinee.examDate(), examinee.sex());
        var year = FiscalYear.containing(examinee.examDate());
        var age = age(year, examinee.birth());
        var gathered = gather(edition, values, edition.coreSize());
        return new Outcome(year.year(), age, edition.metabolic().code(gathered), level(edition, gathered, age));
    }

    private Level level(Edition edition, Gathered gathered, int age) {
        return switch (settings.missingPolicy()) {
            case COMPLETIONS ->
                edition.stratification().level(edition.stratification().state(gathered), age);
            case DOCUMENTED_2008 ->
                edition.stratification().documented(gathered, age).value();
        };
    }

    /// Age, metabolic judgement and guidance level with their reasons.
    ///
    /// @throws IllegalArgumentException if no rules cover the day of the checkup
    public Decisions decide(Examinee examinee, CheckupValues values) {
        var edition = editions.on(examinee.examDate(), examinee.sex());
        return decide(examinee, edition, gather(edition, values, edition.coreSize()));
    }

    private Decisions decide(Examinee examinee, Edition edition, Gathered gathered) {
        var year = FiscalYear.containing(examinee.examDate());
        var age = age(year, examinee.birth());
        var stratification = edition.stratification();
        var metabolic = edition.metabolic();
        var policy =
                stratification.decide(new Explanation(gathered, edition.core()), age, ageReason(examinee.birth(), age));
        var documented = stratification.documented(gathered, age);
        var written = switch (settings.missingPolicy()) {
            case COMPLETIONS -> policy;
            case DOCUMENTED_2008 -> documented;
        };
        return new Decisions(
                year,
                age,
                edition.period(),
                metabolic.decide(new Explanation(gathered, edition.core())),
                metabolic.byCompletions(gathered).code(),
                written,
                policy,
                documented);
    }

    /// Everything, with reasons.
    ///
    /// @throws IllegalArgumentException if no rules cover the day of the checkup
    public Judgement judge(Examinee examinee, CheckupValues values) {
        var edition = editions.on(examinee.examDate(), examinee.sex());
        var gathered = gather(edition, values, variables.size());
        var decisions = decide(examinee, edition, gathered);
        var isObese = edition.stratification()
                .holds("waist_met", gathered)
                .or(edition.stratification().holds("bmi_met", gathered));
        addRest(examinee, edition, gathered);
        var complete = edition.completeness().of(gathered);
        edition.derivations().add(gathered, examinee.sex(), Dates.age(examinee.birth(), examinee.examDate()));
        return new Judgement(
                decisions.fiscalYear(),
                decisions.age(),
                decisions.period(),
                decisions.metabolic(),
                decisions.metabolicByCompletions(),
                decisions.level(),
                decisions.policyLevel(),
                decisions.documentedLevel(),
                complete,
                complete.missingThatMatter(),
                edition.bands().of(gathered),
                edition.feedback().of(gathered, isObese),
                edition.kidneys().of(gathered));
    }

    /// The values of a checkup with what is computed from them, not rounded, for rules that look at several checkups.
    ///
    /// @throws IllegalArgumentException if no rules cover the day of the checkup
    public Gathered values(Examinee examinee, CheckupValues values) {
        var edition = editions.on(examinee.examDate(), examinee.sex());
        var gathered = gather(edition, values, variables.size());
        addRest(examinee, edition, gathered);
        edition.derivations().add(gathered, examinee.sex(), Dates.age(examinee.birth(), examinee.examDate()));
        return gathered;
    }

    /// The variables of [#values].
    public Variables variables() {
        return variables;
    }

    /// The detailed items a doctor may add (詳細な健診).
    ///
    /// @param before last year's examinee and results, when they are known
    public List<DetailedItem> detailedItems(Examinee examinee, CheckupValues values, Optional<LastYear> before) {
        var edition = editions.on(examinee.examDate(), examinee.sex());
        return edition.detailedItems()
                .of(detailed(examinee, values), before.map(last -> detailed(last.examinee(), last.values())));
    }

    /// Last year's checkup of the same person (前年度の健診).
    public record LastYear(Examinee examinee, CheckupValues values) {}

    private Explanation detailed(Examinee examinee, CheckupValues values) {
        var edition = editions.on(examinee.examDate(), examinee.sex());
        var gathered = gather(edition, values, variables.size());
        addRest(examinee, edition, gathered);
        for (var predicate : List.of("waist_met", "bp_risk", "lipid_risk", "glucose_risk")) {
            switch (edition.stratification().holds(predicate, gathered)) {
                case TRUE -> gathered.fact(variables.index(predicate), true);
                case FALSE -> gathered.fact(variables.index(predicate), false);
                case UNKNOWN -> {}
            }
        }
        var anaemia = variables.index("anaemia_history");
        if (gathered.knows(anaemia) && gathered.number(anaemia).compareTo(BigDecimal.ONE) == 0) {
            gathered.fact(variables.index("anaemia_history_or_suspected"), true);
        }
        gathered.settle(alternatives);
        return new Explanation(gathered, edition.core());
    }

    private static Gathered gather(Edition edition, CheckupValues values, int size) {
        var gathered = new Gathered(size, values);
        edition.core().read(values, gathered);
        return gathered;
    }

    private void addRest(Examinee examinee, Edition edition, Gathered gathered) {
        edition.rest().read(gathered.values(), gathered);
        gathered.fact(variables.index("sex"), new BigDecimal(examinee.sex().code()));
        var age = age(FiscalYear.containing(examinee.examDate()), examinee.birth());
        gathered.fact(variables.index("fy_age"), BigDecimal.valueOf(age));
    }

    private int age(FiscalYear year, LocalDate birth) {
        return switch (settings.attainedAge()) {
            case BIRTHDAY -> year.ageOf(birth);
            case LEGAL_DAY_BEFORE -> year.ageOf(birth.minusDays(1));
        };
    }

    /// The age, by a row whose certainty is doubtful only for those born on the first day of a fiscal year.
    private Reason ageReason(LocalDate birth, int age) {
        var isApril = !FiscalYear.containing(birth).equals(FiscalYear.containing(birth.minusDays(1)));
        var text = Integer.toString(age);
        return new Reason(
                ReasonCode.AGE,
                "fy_age",
                text,
                isApril ? aprilBasis : ageBasis,
                "",
                text,
                Map.of("variable", "fy_age"));
    }
}
