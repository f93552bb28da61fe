package org.tsunagu.rules.stratification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.condition.Condition;
import org.tsunagu.rules.condition.Explanation;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.value.Gathered;
import org.tsunagu.rules.value.VariableTable;

/// The stratification for health guidance (保健指導対象者の階層化, item 9N506) in force on a day for one sex.
public final class Stratification {

    private static final List<Predicate> ORDER = List.of(Predicate.values());
    private static final int WAIST = ORDER.indexOf(Predicate.WAIST_MET);

    private final List<Condition> predicates;
    private final Condition omitted;
    private final AgeLevels levels;
    private final Row smokingAlone;

    private final int smoking;

    Stratification(
            List<Condition> predicates,
            Condition omitted,
            AgeLevels levels,
            Row smokingAlone,
            VariableTable dictionary) {
        this.predicates = predicates;
        this.omitted = omitted;
        this.levels = levels;
        this.smokingAlone = smokingAlone;

        this.smoking = dictionary.variables().index("smoking");
    }

    /// The variables it looks at, as a set of bits.
    public long variables() {
        return predicates.stream().mapToLong(Condition::variables).reduce(omitted.variables(), (a, b) -> a | b);
    }

    /// Whether the programme covers an age.
    public boolean covers(int age) {
        return levels.covers(age);
    }

    /// The answers to the seven questions, packed. A waist lawfully left out counts as not met.
    public int state(Gathered values) {
        var state = 0;
        for (var i = predicates.size() - 1; i >= 0; i--) {
            var truth = predicates.get(i).test(values);
            if (i == WAIST && truth == Truth.UNKNOWN && omitted.test(values) == Truth.TRUE) {
                truth = Truth.FALSE;
            }
            state = State.pack(state, truth);
        }
        return state;
    }

    /// The answers by which the documented rules judge: they know no lawful omission.
    private State documentedState(Gathered values) {
        var state = State.of(state(values));
        return isOmitted(state, values) ? state.with(Predicate.WAIST_MET, Truth.UNKNOWN) : state;
    }

    /// Whether a predicate of the steps holds, for rules that build on it.
    public Truth holds(String predicate, Gathered values) {
        return State.of(state(values)).get(Predicate.valueOf(predicate.toUpperCase(Locale.ROOT)));
    }

    /// The level by the completions of the missing values.
    public Level level(int state, int age) {
        return levels.covers(age) ? levels.at(age).get(state).level() : Level.OUTSIDE;
    }

    /// The level by the documented rules of 2008, with the rule that spoke.
    public Decision<Level> documented(Gathered values, int age) {
        return levels.covers(age)
                ? levels.at(age).get(documentedState(values).number()).documented()
                : levels.outside(age, Optional.empty());
    }

    /// The level by the completions of the missing values, with reasons in the order of the official steps.
    public Decision<Level> decide(Explanation explanation, int age, Reason ageReason) {
        if (!levels.covers(age)) {
            return levels.outside(age, Optional.of(ageReason));
        }
        var values = explanation.values();
        var number = state(values);
        var entry = levels.at(age).get(number);
        explanation.add(ageReason);
        explainSteps(entry.state(), explanation);
        explanation.add(entry.conclusion());
        departure(entry, values, age).ifPresent(explanation::add);
        return new Decision<>(
                entry.level(),
                entry.level() != Level.UNDETERMINED,
                explanation.reasons(),
                missing(entry.matters(), values));
    }

    private Optional<Reason> departure(StateLevels.Entry entry, Gathered values, int age) {
        if (!isOmitted(entry.state(), values)) {
            return entry.departure();
        }
        var documented = documented(values, age).value();
        return documented == entry.level()
                ? Optional.empty()
                : Optional.of(StateLevels.departure(
                        entry.level(), documented, omitted.reason(values, "").basis(), "1"));
    }

    /// Whether the waist counts as not met only because it was lawfully left out.
    private boolean isOmitted(State state, Gathered values) {
        return state.is(Predicate.WAIST_MET, Truth.FALSE)
                && predicates.get(WAIST).test(values) == Truth.UNKNOWN;
    }

    private void explainSteps(State state, Explanation explanation) {
        explain(Predicate.DRUG, explanation);
        if (state.is(Predicate.DRUG, Truth.TRUE)) {
            return;
        }
        explainWaist(state, explanation);
        if (!state.is(Predicate.WAIST_MET, Truth.TRUE)) {
            explain(Predicate.BMI_MET, explanation);
            if (state.is(Predicate.WAIST_MET, Truth.FALSE) && state.is(Predicate.BMI_MET, Truth.FALSE)) {
                return;
            }
        }
        Predicate.CATEGORIES.forEach(predicate -> explain(predicate, explanation));
        explainSmoking(state, explanation);
    }

    private void explainWaist(State state, Explanation explanation) {
        explain(Predicate.WAIST_MET, explanation);
        if (isOmitted(state, explanation.values())) {
            omitted.explain(explanation);
        }
    }

    /// Smoking is looked at only beside another risk, or when another risk is possible.
    private void explainSmoking(State state, Explanation explanation) {
        if (state.categories(Truth.FALSE) < Predicate.CATEGORIES.size()) {
            explain(Predicate.SMOKE_RISK, explanation);
        } else if (state.is(Predicate.SMOKE_RISK, Truth.TRUE)) {
            var values = explanation.values();
            explanation.add(new Reason(
                    ReasonCode.VALUE_IGNORED,
                    Predicate.SMOKE_RISK.key(),
                    Truth.FALSE.word(),
                    smokingAlone.basis(),
                    values.itemCode(smoking),
                    values.text(smoking),
                    Map.of("variable", "smoking", "why", "alone")));
        }
    }

    private void explain(Predicate predicate, Explanation explanation) {
        predicates.get(ORDER.indexOf(predicate)).explain(explanation);
    }

    /// The variables to ask for, in the order of the steps.
    private List<String> missing(Set<Predicate> matters, Gathered values) {
        if (matters.isEmpty()) {
            return List.of();
        }
        var names = new LinkedHashSet<String>();
        for (var i = 0; i < predicates.size(); i++) {
            if (matters.contains(ORDER.get(i))) {
                names.addAll(predicates.get(i).missing(values));
            }
        }
        return List.copyOf(names);
    }
}
