package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.flow.Dated;
import org.tsunagu.rules.flow.Facts;
import org.tsunagu.rules.flow.Guard;
import org.tsunagu.rules.flow.Guards;

/// When a course is finished (終了条件), by `completion.tsv`: every rule for its kind must hold.
public final class Completion {

    static final String POINTS_A = "points_a";
    static final String POINTS_TOTAL = "points_total";
    static final String MONTHS = "months_plan_to_evaluation";
    static final String EVALUATED = "outcome_evaluated";
    static final String INTERVIEWED = "first_interview_done";
    static final String WAIST_WEIGHT = "waist_weight_2cm2kg";

    private final Dated<Map<CourseKind, Rules>> rules;

    /// Over the tables of an installation.
    public Completion(GuidanceTables tables) {
        var table = tables.get("completion");
        rules = new Dated<>(List.of(table), day -> Rules.on(table.on(day)));
    }

    /// The rules for one kind (ある区分の終了条件), read once.
    ///
    /// @param needed points that all support together must reach; 0 when none are needed
    /// @param isComplete whether the time is among them: without it there is no such kind on this day
    private record Rules(List<Guard> all, List<Guard> points, int needed, boolean isComplete) {

        static Map<CourseKind, Rules> on(List<Row> inForce) {
            var rules = new EnumMap<CourseKind, Rules>(CourseKind.class);
            for (var kind : CourseKind.values()) {
                rules.put(
                        kind,
                        of(inForce.stream()
                                .filter(row -> GuidanceTables.names(row, "kinds", kind.name()))
                                .toList()));
            }
            return rules;
        }

        private static Rules of(List<Row> rows) {
            var points = rows.stream().filter(row -> isAbout(row, "points")).toList();
            return new Rules(
                    guards(rows),
                    guards(points),
                    points.stream().mapToInt(row -> row.integer("value")).max().orElse(0),
                    rows.stream().anyMatch(row -> isAbout(row, "time")));
        }

        private static boolean isAbout(Row row, String what) {
            return row.text("about").equals(what);
        }

        private static List<Guard> guards(List<Row> rows) {
            var guards = new Guards(rows);
            return guards.names().stream().map(guards::get).toList();
        }
    }

    /// Whether there is such a kind of course for a checkup of this day; the other methods refuse those that are not
    /// covered.
    public boolean covers(LocalDate checkup, CourseKind kind) {
        return find(checkup, kind).isPresent();
    }

    private Optional<Rules> find(LocalDate checkup, CourseKind kind) {
        return Optional.ofNullable(rules.on(checkup).get(kind)).filter(Rules::isComplete);
    }

    private Rules get(LocalDate checkup, CourseKind kind) {
        return find(checkup, kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no %s for checkups of %s; ask Completion.covers first".formatted(kind, checkup)));
    }

    /// Whether a course is finished, and what is missing.
    ///
    /// @param facts the variables of the table, as far as they are known
    /// @throws IllegalArgumentException if the kind is not covered
    public Decision<Boolean> decide(LocalDate checkup, CourseKind kind, Facts facts) {
        return decide(get(checkup, kind).all(), facts);
    }

    /// Whether the rule about points alone holds; true for kinds that need none.
    ///
    /// @throws IllegalArgumentException if the kind is not covered
    Decision<Boolean> points(LocalDate checkup, CourseKind kind, Facts facts) {
        return decide(get(checkup, kind).points(), facts);
    }

    /// Points that all support together must reach; 0 when none are needed.
    int needed(LocalDate checkup, CourseKind kind) {
        return get(checkup, kind).needed();
    }

    /// The fewest points that could make the rule about points hold.
    int stillNeeded(LocalDate checkup, CourseKind kind, Facts facts) {
        return get(checkup, kind).points().stream()
                .mapToInt(guard -> guard.unmetWays(facts).stream()
                        .mapToInt(Completion::lacking)
                        .min()
                        .orElse(0))
                .max()
                .orElse(0);
    }

    private static int lacking(List<Reason> unmet) {
        return unmet.stream()
                .map(reason -> new BigDecimal(reason.facts().getOrDefault("cut", "0"))
                        .subtract(new BigDecimal(reason.value().isEmpty() ? "0" : reason.value())))
                .mapToInt(BigDecimal::intValueExact)
                .max()
                .orElse(0);
    }

    private static Decision<Boolean> decide(List<Guard> guards, Facts facts) {
        var reasons = new ArrayList<Reason>();
        var result = Truth.TRUE;
        for (var guard : guards) {
            var truth = guard.test(facts);
            result = result.and(truth);
            reasons.addAll(truth == Truth.TRUE ? guard.met(facts) : guard.unmet(facts));
        }
        var missing = result == Truth.UNKNOWN ? missing(reasons) : List.<String>of();
        return new Decision<>(result == Truth.TRUE, result != Truth.UNKNOWN, List.copyOf(reasons), missing);
    }

    private static List<String> missing(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.code() == ReasonCode.CONDITION_UNKNOWN)
                .map(reason -> reason.facts().getOrDefault("variable", ""))
                .toList();
    }
}
