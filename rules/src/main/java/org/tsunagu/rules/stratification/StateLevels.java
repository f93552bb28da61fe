package org.tsunagu.rules.stratification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// The level of every state for one age (全状態のレベル), worked out from the tables when they are loaded, so that
/// judging is one look-up. Each state is judged by all its completions: undetermined exactly when they disagree.
final class StateLevels {

    /// What is known beforehand about a state.
    ///
    /// @param conclusion the last reason of the decision
    /// @param departure reason to add when the documented rules say otherwise
    /// @param matters questions whose answer could change the level
    record Entry(
            State state,
            Level level,
            Reason conclusion,
            Optional<Reason> departure,
            Set<Predicate> matters,
            Decision<Level> documented) {}

    private final List<Entry> entries;

    private StateLevels(List<Entry> entries) {
        this.entries = entries;
    }

    Entry get(int state) {
        return entries.get(state);
    }

    /// Says that the documented rule gives another level.
    static Reason departure(Level level, Level documented, Basis basis, String rule) {
        var facts = Map.of("documented", documented.code(), "rule", rule);
        return new Reason(ReasonCode.DEPARTURE, "level", level.code(), basis, "", "", facts);
    }

    /// Judges every state.
    static StateLevels of(LevelRows levels, Table missingValues, Departures departures, int age) {
        var completions = completions(levels);
        var isOlder = !levels.hasActiveSupport();
        var builder =
                new Builder(levels, completions, new DocumentedRules(levels, isOlder), missingValues, departures, age);
        return new StateLevels(State.all().stream().map(builder::entry).toList());
    }

    /// The levels that the completions of each state give, by number of the state.
    private static List<Set<Level>> completions(LevelRows levels) {
        var known = new ArrayList<Set<Level>>();
        State.all()
                .forEach(state -> known.add(state.firstUnknown()
                        .map(unknown -> {
                            Set<Level> either = EnumSet.noneOf(Level.class);
                            either.addAll(
                                    known.get(state.with(unknown, Truth.FALSE).number()));
                            either.addAll(
                                    known.get(state.with(unknown, Truth.TRUE).number()));
                            return either;
                        })
                        .orElseGet(() -> EnumSet.of(levels.level(state)))));
        return known;
    }

    private record Builder(
            LevelRows levels,
            List<Set<Level>> completions,
            DocumentedRules rules,
            Table missingValues,
            Departures departures,
            int age) {

        Entry entry(State state) {
            var possible = completions.get(state.number());
            var level = possible.size() == 1 ? possible.iterator().next() : Level.UNDETERMINED;
            var row = level == Level.UNDETERMINED ? missing("COMPLETIONS") : levels.row(state);
            var documented = documented(state);
            return new Entry(
                    state,
                    level,
                    conclusion(level, row),
                    departure(state, level, documented),
                    matters(state),
                    documented);
        }

        private Decision<Level> documented(State state) {
            if (state.is(Predicate.DRUG, Truth.TRUE)) {
                var row = levels.row(state);
                return new Decision<>(
                        levels.level(state), true, List.of(conclusion(levels.level(state), row)), List.of());
            }
            var rule = missing(rules.rule(state));
            var word = rule.text("documented_level");
            var level = word.equals("level") ? levels.level(state) : Level.of(word);
            return new Decision<>(level, level != Level.UNDETERMINED, List.of(conclusion(level, rule)), List.of());
        }

        private Optional<Reason> departure(State state, Level level, Decision<Level> documented) {
            if (level == documented.value()) {
                return Optional.empty();
            }
            var row = departures.find(state, age).orElse(missing("COMPLETIONS"));
            var rule = row.has("documented_rule") ? row.text("documented_rule") : "";
            return Optional.of(StateLevels.departure(level, documented.value(), row.basis(), rule));
        }

        /// The unknown questions whose answer changes the level in at least one completion of the others.
        private Set<Predicate> matters(State state) {
            var matters = EnumSet.noneOf(Predicate.class);
            for (var predicate : Predicate.values()) {
                if (state.is(predicate, Truth.UNKNOWN)
                        && differ(state.with(predicate, Truth.TRUE), state.with(predicate, Truth.FALSE))) {
                    matters.add(predicate);
                }
            }
            return matters;
        }

        /// Whether two states that differ in one answer lead to different levels in any completion.
        private boolean differ(State one, State other) {
            return one.firstUnknown()
                    .map(unknown -> differ(one.with(unknown, Truth.TRUE), other.with(unknown, Truth.TRUE))
                            || differ(one.with(unknown, Truth.FALSE), other.with(unknown, Truth.FALSE)))
                    .orElseGet(() -> !completions.get(one.number()).equals(completions.get(other.number())));
        }

        private static Reason conclusion(Level level, Row row) {
            return new Reason(ReasonCode.CONCLUSION, "level", level.code(), row.basis(), "", "", Map.of());
        }

        private Row missing(String key) {
            return missingValues.rows().stream()
                    .filter(row -> row.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("stratification/missing-values: no " + key));
        }
    }
}
