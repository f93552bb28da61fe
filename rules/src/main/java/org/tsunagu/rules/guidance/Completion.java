package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    private final Dated<List<Row>> rows;

    /// Over the tables of an installation.
    public Completion(GuidanceTables tables) {
        var table = tables.get("completion");
        rows = new Dated<>(List.of(table), table::on);
    }

    /// Whether there is such a kind of course for a checkup of this day; the other methods refuse those that are not
    /// covered.
    public boolean covers(LocalDate checkup, CourseKind kind) {
        return rows(checkup, kind, row -> row.text("about").equals("time")).findAny().isPresent();
    }

    /// Whether a course is finished, and what is missing.
    ///
    /// @param facts the variables of the table, as far as they are known
    /// @throws IllegalArgumentException if the kind is not covered
    public Decision<Boolean> decide(LocalDate checkup, CourseKind kind, Facts facts) {
        return decide(guards(checkup, kind, row -> true), facts);
    }

    /// Whether the rule about points alone holds; true for kinds that need none.
    ///
    /// @throws IllegalArgumentException if the kind is not covered
    Decision<Boolean> points(LocalDate checkup, CourseKind kind, Facts facts) {
        return decide(guards(checkup, kind, Completion::isAboutPoints), facts);
    }

    /// Points that all support together must reach; 0 when none are needed.
    int needed(LocalDate checkup, CourseKind kind) {
        return rows(checkup, kind, Completion::isAboutPoints)
                .mapToInt(row -> row.integer("value"))
                .max()
                .orElse(0);
    }

    /// The fewest points that could make the rule about points hold.
    int stillNeeded(LocalDate checkup, CourseKind kind, Facts facts) {
        return guards(checkup, kind, Completion::isAboutPoints).stream()
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

    private static boolean isAboutPoints(Row row) {
        return row.text("about").equals("points");
    }

    private Stream<Row> rows(LocalDate checkup, CourseKind kind, Predicate<Row> which) {
        return rows.on(checkup).stream()
                .filter(row -> GuidanceTables.names(row, "kinds", kind.name()))
                .filter(which);
    }

    private List<Guard> guards(LocalDate checkup, CourseKind kind, Predicate<Row> which) {
        if (!covers(checkup, kind)) {
            throw new IllegalArgumentException(
                    "no %s for checkups of %s; ask Completion.covers first".formatted(kind, checkup));
        }
        var guards = new Guards(rows(checkup, kind, which).toList());
        return guards.names().stream().map(guards::get).toList();
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
