package org.tsunagu.rules.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// A state machine read from tables (状態遷移): states, transitions and the conditions on them, in force on one day.
///
/// Transitions of the trigger [#TIME_PASSED] need nobody. One that ends everything goes before any other step; the
/// others are made on the way when a step is asked for that is possible only after them.
public final class Machine {

    /// The word that stands for every state in which something can still happen.
    public static final String ANY_OPEN = "ANY_OPEN";

    /// The trigger of what happens by itself.
    public static final String TIME_PASSED = "TIME_PASSED";

    private final Map<String, State> states = new LinkedHashMap<>();
    private final List<Transition> transitions;
    private final Guards guards;

    /// Reads the rows in force on a day.
    ///
    /// @throws IllegalArgumentException if a transition names a state or a condition that is not there
    public Machine(Table states, Table transitions, Table guards, LocalDate day) {
        states.on(day).forEach(row -> this.states.put(row.key(), State.of(row)));
        this.transitions = transitions.on(day).stream().map(Transition::of).toList();
        this.guards = new Guards(guards.on(day));
        for (var transition : this.transitions) {
            Stream.of(transition.from(), transition.to())
                    .filter(name -> !name.equals(ANY_OPEN))
                    .forEach(this::state);
            transition.guards().forEach(this.guards::get);
        }
    }

    /// A state by its key.
    ///
    /// @throws IllegalArgumentException if there is none
    public State state(String key) {
        var state = states.get(key);
        if (state == null) {
            throw new IllegalArgumentException("no state %s, only %s".formatted(key, states.keySet()));
        }
        return state;
    }

    /// All states in the order of the table.
    public List<State> states() {
        return List.copyOf(states.values());
    }

    /// All transitions in the order of the table.
    public List<Transition> transitions() {
        return transitions;
    }

    /// A condition by its name.
    public Guard guard(String name) {
        return guards.get(name);
    }

    /// The triggers that a state knows, whatever their conditions, without the passing of time.
    public List<String> triggers(String state) {
        return transitions.stream()
                .filter(transition -> starts(transition, state))
                .map(Transition::trigger)
                .filter(trigger -> !trigger.equals(TIME_PASSED))
                .distinct()
                .toList();
    }

    /// Whether a step may still be allowed by what is known so far, from whatever state: no condition on it is surely
    /// broken.
    public boolean mayFollow(String trigger, Facts known) {
        return transitions.stream()
                .filter(transition -> transition.trigger().equals(trigger))
                .anyMatch(transition -> transition.guards().stream()
                        .allMatch(name -> guards.get(name).test(known) != Truth.FALSE));
    }

    /// Makes a step if the tables allow it.
    public Move move(String state, String trigger, Facts facts) {
        var timed = made(state, TIME_PASSED, facts);
        if (trigger.equals(TIME_PASSED)) {
            return timed.<Move>map(transition -> done(List.of(transition), facts))
                    .orElseGet(() -> refused(state, trigger, facts));
        }
        if (timed.isPresent() && !state(timed.get().to()).isOpen()) {
            return new Move.Refused(Stream.concat(
                            met(timed.get(), facts),
                            Stream.of(noTransition(timed.get().to(), trigger)))
                    .toList());
        }
        return made(state, trigger, facts)
                .<Move>map(transition -> done(List.of(transition), facts))
                .orElseGet(() -> timed.map(first -> later(state, first, trigger, facts))
                        .orElseGet(() -> refused(state, trigger, facts)));
    }

    private Move later(String state, Transition first, String trigger, Facts facts) {
        return made(first.to(), trigger, facts)
                .<Move>map(second -> done(List.of(first, second), facts))
                .orElseGet(() -> refused(candidates(state, trigger).isEmpty() ? first.to() : state, trigger, facts));
    }

    private Move.Made done(List<Transition> path, Facts facts) {
        return new Move.Made(
                path,
                path.stream().flatMap(transition -> met(transition, facts)).toList());
    }

    private Optional<Transition> made(String state, String trigger, Facts facts) {
        return candidates(state, trigger).stream()
                .filter(transition -> transition.guards().stream()
                        .allMatch(name -> guards.get(name).holds(facts)))
                .findFirst();
    }

    private List<Transition> candidates(String state, String trigger) {
        return transitions.stream()
                .filter(transition -> transition.trigger().equals(trigger) && starts(transition, state))
                .toList();
    }

    private boolean starts(Transition transition, String state) {
        return transition.from().equals(ANY_OPEN)
                ? state(state).isOpen()
                : transition.from().equals(state);
    }

    /// The conditions that did not hold: of the step itself, else of the time that must pass before it.
    private Move refused(String state, String trigger, Facts facts) {
        var asked = candidates(state, trigger);
        var before = asked.isEmpty()
                ? candidates(state, TIME_PASSED).stream()
                        .filter(transition ->
                                !candidates(transition.to(), trigger).isEmpty())
                        .toList()
                : asked;
        var reasons = new ArrayList<Reason>();
        for (var transition : before) {
            for (var name : transition.guards()) {
                guards.get(name).unmet(facts).stream()
                        .filter(reason -> !reasons.contains(reason))
                        .forEach(reasons::add);
            }
        }
        return new Move.Refused(reasons.isEmpty() ? List.of(noTransition(state, trigger)) : reasons);
    }

    private Stream<Reason> met(Transition transition, Facts facts) {
        return transition.guards().stream().flatMap(name -> guards.get(name).met(facts).stream());
    }

    private Reason noTransition(String key, String trigger) {
        var state = state(key);
        return new Reason(
                ReasonCode.NO_TRANSITION,
                trigger,
                key,
                state.row().basis(),
                "",
                "",
                Map.of(
                        "state_ja",
                        state.row().text("name_ja"),
                        "state_en",
                        state.row().text("name_en")));
    }
}
