package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.guidance.Ranked.Part;
import org.tsunagu.rules.stratification.Level;

/// Puts candidates into the order of priority (重点化), by the criteria ア to オ of `prioritisation.tsv` and the choice of
/// the insurer. Who stays below the capacity is decided by people.
public final class Priority {

    private final Table table;

    /// Over the tables of an installation.
    public Priority(GuidanceTables tables) {
        table = tables.get("prioritisation");
    }

    /// The candidates in their order. Equals are ordered by the criteria, then younger first, then by key.
    ///
    /// @param day the criteria in force on this day are used
    /// @throws IllegalArgumentException if the choice names a criterion that is not in the table
    public List<Ranked> rank(LocalDate day, List<Candidate> candidates, PriorityChoice choice) {
        var criteria = inOrder(table.on(day), choice);
        var sorted = candidates.stream()
                .map(candidate -> judged(candidate, criteria, choice))
                .sorted(order(choice.method()))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(index -> placed(index + 1, sorted.get(index)))
                .toList();
    }

    private static List<Row> inOrder(List<Row> rows, PriorityChoice choice) {
        var keys = rows.stream().map(Row::key).toList();
        choice.order().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("no criterion %s, only %s".formatted(key, keys));
        });
        var rest = choice.order().size();
        return rows.stream()
                .sorted(Comparator.<Row>comparingInt(row -> {
                            var place = choice.order().indexOf(row.key());
                            return place < 0 ? rest : place;
                        })
                        .thenComparingInt(row -> row.integer("order")))
                .toList();
    }

    private static Comparator<Ranked> order(PriorityChoice.Method method) {
        Comparator<Ranked> byParts = (one, other) -> {
            for (var i = 0; i < one.parts().size(); i++) {
                var compared = other.parts()
                        .get(i)
                        .score()
                        .compareTo(one.parts().get(i).score());
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
        var first = switch (method) {
            case SUM -> Comparator.comparing(Ranked::total).reversed().thenComparing(byParts);
            case IN_ORDER -> byParts;
        };
        return first.thenComparingInt(ranked -> ranked.candidate().age())
                .thenComparing(ranked -> ranked.candidate().key());
    }

    private static Ranked judged(Candidate candidate, List<Row> criteria, PriorityChoice choice) {
        var parts = new ArrayList<Part>();
        var total = BigDecimal.ZERO;
        var leading = "";
        var most = BigDecimal.ZERO;
        for (var row : criteria) {
            var weight = choice.weights()
                    .getOrDefault(row.key(), row.decimal("weight").orElse(BigDecimal.ONE));
            var score = score(row, candidate).multiply(weight);
            parts.add(new Part(row.key(), score, Certainty.of(row.text("scoring")), reason(row, score)));
            total = total.add(score);
            if (score.compareTo(most) > 0) {
                most = score;
                leading = row.key();
            }
        }
        return new Ranked(0, candidate, leading, total, List.copyOf(parts));
    }

    private static Ranked placed(int place, Ranked ranked) {
        return new Ranked(place, ranked.candidate(), ranked.leading(), ranked.total(), ranked.parts());
    }

    /// From 0 to 1; what is not known gives 0.
    private static BigDecimal score(Row row, Candidate candidate) {
        return switch (row.text("measure")) {
            case "YOUNG" -> share(row.integer("top") - candidate.age(), row);
            case "WORSE" -> yes(isWorse(candidate));
            case "HABITS" -> share(candidate.unhealthyAnswers().orElse(0), row);
            case "NOT_GUIDED" ->
                yes(candidate
                        .lastYear()
                        .filter(year -> year.level().isGuidanceTarget() && !year.isStarted())
                        .isPresent());
            case "NO_CAUTION" ->
                yes(candidate.hasDoctorCaution().filter(caution -> !caution).isPresent());
            default -> throw new IllegalArgumentException("guidance/prioritisation: no measure " + row.text("measure"));
        };
    }

    private static boolean isWorse(Candidate candidate) {
        return candidate.isWorse().orElse(false)
                && candidate
                        .lastYear()
                        .map(year -> rank(year.level()) >= 0 && rank(candidate.level()) > rank(year.level()))
                        .orElse(false);
    }

    /// How much guidance a level is; -1 for a level that says nothing.
    private static int rank(Level level) {
        return List.of(Level.NONE, Level.MOTIVATIONAL, Level.ACTIVE).indexOf(level);
    }

    private static BigDecimal yes(boolean holds) {
        return holds ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static BigDecimal share(int number, Row row) {
        return BigDecimal.valueOf(number)
                .divide(row.decimal("span").orElse(BigDecimal.ONE), MathContext.DECIMAL64)
                .min(BigDecimal.ONE)
                .max(BigDecimal.ZERO);
    }

    private static Reason reason(Row row, BigDecimal score) {
        var code = score.signum() > 0 ? ReasonCode.PRIORITY_GIVEN : ReasonCode.PRIORITY_NOT_GIVEN;
        return new Reason(
                code,
                row.key(),
                score.toPlainString(),
                row.basis(),
                "",
                "",
                Map.of("text_ja", row.text("text_ja"), "text_en", row.text("text_en")));
    }
}
