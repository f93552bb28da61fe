package org.tsunagu.rules.stratification;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tsunagu.rules.condition.Truth;

/// The answers to the seven questions of one person (階層化の状態), each true, false or unknown: 3⁷ states, numbered.
final class State {

    private static final int TRUTHS = Truth.values().length;
    private static final List<State> ALL = everyState();

    private final Map<Predicate, Truth> answers;

    private State(Map<Predicate, Truth> answers) {
        this.answers = answers;
    }

    /// All states by number.
    static List<State> all() {
        return ALL;
    }

    /// The state of a number.
    static State of(int number) {
        return ALL.get(number);
    }

    private static List<State> everyState() {
        var count = Stream.of(Predicate.values()).mapToInt(predicate -> TRUTHS).reduce(1, (a, b) -> a * b);
        return IntStream.range(0, count).mapToObj(State::unpack).toList();
    }

    private static State unpack(int number) {
        var answers = new EnumMap<Predicate, Truth>(Predicate.class);
        var rest = number;
        for (var predicate : Predicate.values()) {
            answers.put(predicate, truth(rest % TRUTHS));
            rest /= TRUTHS;
        }
        return new State(answers);
    }

    private static Truth truth(int digit) {
        return Stream.of(Truth.values())
                .filter(truth -> truth.digit() == digit)
                .findFirst()
                .orElseThrow();
    }

    /// Packs answers given in the order of the questions, the last first: start with 0.
    static int pack(int number, Truth truth) {
        return number * TRUTHS + truth.digit();
    }

    int number() {
        var number = 0;
        for (var predicate : List.of(Predicate.values()).reversed()) {
            number = pack(number, get(predicate));
        }
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
        var changed = new EnumMap<>(answers);
        changed.put(predicate, truth);
        return new State(changed);
    }

    /// The first question without an answer.
    Optional<Predicate> firstUnknown() {
        return Stream.of(Predicate.values())
                .filter(predicate -> is(predicate, Truth.UNKNOWN))
                .findFirst();
    }

    /// How many of some questions have this answer.
    int count(Collection<Predicate> among, Truth truth) {
        return (int) among.stream().filter(predicate -> is(predicate, truth)).count();
    }

    /// How many of the three categories have this answer.
    int categories(Truth truth) {
        return count(Predicate.CATEGORIES, truth);
    }

    /// The number of risks (リスク数): categories that are met, and smoking only beside one of them.
    int risks() {
        var met = categories(Truth.TRUE);
        return met + (met > 0 && is(Predicate.SMOKE_RISK, Truth.TRUE) ? 1 : 0);
    }

    /// The word of the route (腹囲・BMI) that this state takes: what is unknown counts as not met.
    String route() {
        if (is(Predicate.WAIST_MET, Truth.TRUE)) {
            return "waist";
        }
        return is(Predicate.BMI_MET, Truth.TRUE) ? "bmi" : "none";
    }
}
