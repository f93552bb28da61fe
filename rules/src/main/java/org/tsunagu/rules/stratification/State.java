package org.tsunagu.rules.stratification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.rules.condition.Truth;

/// The answers to the seven questions of one person (階層化の状態), each true, false or unknown: 3⁷ states, numbered in
/// base 3 with the first question in the last place.
final class State {

    private static final int TRUTHS = Truth.values().length;
    private static final List<Predicate> QUESTIONS = List.of(Predicate.values());
    private static final Map<Predicate, Integer> PLACES = places();
    private static final List<State> ALL = everyState();

    private final int number;
    private final Map<Predicate, Truth> answers;
    private final String route;
    private final int risks;

    private State(int number, Map<Predicate, Truth> answers) {
        this.number = number;
        this.answers = answers;
        this.route = is(Predicate.WAIST_MET, Truth.TRUE) ? "waist" : is(Predicate.BMI_MET, Truth.TRUE) ? "bmi" : "none";
        var met = categories(Truth.TRUE);
        this.risks = met + (met > 0 && is(Predicate.SMOKE_RISK, Truth.TRUE) ? 1 : 0);
    }

    private static Map<Predicate, Integer> places() {
        var places = new EnumMap<Predicate, Integer>(Predicate.class);
        var place = 1;
        for (var question : QUESTIONS) {
            places.put(question, place);
            place *= TRUTHS;
        }
        return places;
    }

    private static List<State> everyState() {
        var states = new ArrayList<State>();
        var count = QUESTIONS.stream().mapToInt(question -> TRUTHS).reduce(1, (a, b) -> a * b);
        for (var number = 0; number < count; number++) {
            var answers = new EnumMap<Predicate, Truth>(Predicate.class);
            var rest = number;
            for (var question : QUESTIONS) {
                answers.put(question, truth(rest % TRUTHS));
                rest /= TRUTHS;
            }
            states.add(new State(number, answers));
        }
        return List.copyOf(states);
    }

    private static Truth truth(int digit) {
        for (var truth : Truth.values()) {
            if (truth.digit() == digit) {
                return truth;
            }
        }
        throw new IllegalArgumentException("no truth " + digit);
    }

    /// All states by number.
    static List<State> all() {
        return ALL;
    }

    /// The state of a number.
    static State of(int number) {
        return ALL.get(number);
    }

    /// Packs answers into a number, the last question first: start with 0.
    static int pack(int number, Truth truth) {
        return number * TRUTHS + truth.digit();
    }

    int number() {
        return number;
    }

    Truth get(Predicate predicate) {
        return answers.getOrDefault(predicate, Truth.UNKNOWN);
    }

    boolean is(Predicate predicate, Truth truth) {
        return get(predicate) == truth;
    }

    /// The same state with one answer known.
    State with(Predicate predicate, Truth truth) {
        var step = truth.digit() - get(predicate).digit();
        return of(number + step * PLACES.getOrDefault(predicate, 0));
    }

    /// The first question without an answer.
    Optional<Predicate> firstUnknown() {
        for (var question : QUESTIONS) {
            if (is(question, Truth.UNKNOWN)) {
                return Optional.of(question);
            }
        }
        return Optional.empty();
    }

    /// How many of some questions have this answer.
    int count(Collection<Predicate> among, Truth truth) {
        var count = 0;
        for (var predicate : among) {
            count += is(predicate, truth) ? 1 : 0;
        }
        return count;
    }

    /// How many of the three categories have this answer.
    int categories(Truth truth) {
        return count(Predicate.CATEGORIES, truth);
    }

    /// The number of risks (リスク数): categories that are met, and smoking only beside one of them.
    int risks() {
        return risks;
    }

    /// The word of the route (腹囲・BMI) that this state takes: what is unknown counts as not met.
    String route() {
        return route;
    }
}
