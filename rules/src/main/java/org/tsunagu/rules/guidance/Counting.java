package org.tsunagu.rules.guidance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// One count of points (ポイントの計算): first what each support is worth alone, then what does not count beside the others.
final class Counting {

    private final PointTable table;
    private final Basis periodRule;
    private final List<Credit> credits = new ArrayList<>();
    private final List<Optional<PointLine>> lines = new ArrayList<>();

    /// @param periodRule the rule that the table of the checkup date applies, the reason for codes it does not know
    Counting(PointTable table, Basis periodRule) {
        this.table = table;
        this.periodRule = periodRule;
    }

    List<Credit> count(List<Support> given) {
        for (var support : given) {
            var line = table.find(support.item());
            lines.add(line);
            credits.add(line.map(known -> alone(support, known)).orElseGet(() -> unknown(support)));
        }
        oneSessionADay();
        onlySoOften();
        notBesideBetter();
        return List.copyOf(credits);
    }

    private Credit unknown(Support support) {
        var reason = new Reason(
                ReasonCode.POINTS_NOT_COUNTED,
                support.item(),
                "0",
                periodRule,
                "",
                support.written(),
                Map.of("why", "unknown_item"));
        return new Credit(support, Optional.empty(), false, 0, reason);
    }

    private Credit alone(Support support, PointLine line) {
        var minutes = support.minutes().orElse(0);
        var taken = table.takenBy(support, line);
        if (taken.isPresent()) {
            return none(support, line, taken.get().basis(), "circumstance", Map.of());
        }
        if (line.needsMinutes() && support.minutes().isEmpty()) {
            return none(support, line, line.row().basis(), "minutes_missing", least(line));
        }
        if (minutes < line.leastMinutes()) {
            return none(support, line, line.row().basis(), "below_minimum", least(line));
        }
        var worth = line.worth(minutes);
        var most = line.most().orElse(worth);
        var points = Math.min(worth, most);
        var facts = Map.of("full", Integer.toString(worth), "cap", Integer.toString(most));
        var code = points < worth ? ReasonCode.POINTS_LIMITED : ReasonCode.POINTS_COUNTED;
        return credit(
                support,
                line,
                points,
                reason(code, support, line, points, line.row().basis(), facts));
    }

    private static Map<String, String> least(PointLine line) {
        return Map.of("least", Integer.toString(line.leastMinutes()));
    }

    /// Of the sessions of one day the one with the most points counts, the first of equals.
    private void oneSessionADay() {
        var rule = table.oneSessionADay();
        if (rule.isEmpty()) {
            return;
        }
        var best = new HashMap<LocalDate, Integer>();
        for (var i = 0; i < credits.size(); i++) {
            var day = credits.get(i).support().on();
            if (day.isPresent() && counts(i) && line(i).kind() == SupportKind.PROCESS) {
                var before = best.get(day.get());
                var better = before == null || points(i) > points(before) ? i : before;
                best.put(day.get(), better);
                if (before != null) {
                    drop(better == i ? before : i, rule.get().basis(), "same_day", "");
                }
            }
        }
    }

    private void onlySoOften() {
        var counted = new HashMap<String, Long>();
        for (var i = 0; i < credits.size(); i++) {
            if (counts(i) && line(i).times().isPresent()) {
                var times = counted.merge(line(i).item(), 1L, Long::sum);
                if (times > line(i).times().getAsLong()) {
                    drop(i, line(i).row().basis(), "counted_before", "");
                }
            }
        }
    }

    private void notBesideBetter() {
        for (var i = 0; i < credits.size(); i++) {
            if (counts(i) && !line(i).instead().isEmpty()) {
                for (var other = 0; other < credits.size(); other++) {
                    if (counts(other) && line(other).item().equals(line(i).instead()) && isBetter(other, i)) {
                        drop(
                                i,
                                line(i).row().basis(),
                                "beside_better",
                                credits.get(other).support().item());
                        break;
                    }
                }
            }
        }
    }

    private boolean isBetter(int one, int other) {
        return points(one) > points(other) || (points(one) == points(other) && one < other);
    }

    private boolean counts(int index) {
        return credits.get(index).isCounted();
    }

    private int points(int index) {
        return credits.get(index).points();
    }

    private PointLine line(int index) {
        return lines.get(index).orElseThrow();
    }

    private void drop(int index, Basis basis, String why, String by) {
        var support = credits.get(index).support();
        var facts = Map.of("why", why, "better", by);
        credits.set(
                index,
                credits.get(index)
                        .notCounted(reason(ReasonCode.POINTS_NOT_COUNTED, support, line(index), 0, basis, facts)));
    }

    private static Credit none(Support support, PointLine line, Basis basis, String why, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("why", why);
        return credit(support, line, 0, reason(ReasonCode.POINTS_NOT_COUNTED, support, line, 0, basis, facts));
    }

    private static Credit credit(Support support, PointLine line, int points, Reason reason) {
        return new Credit(support, Optional.of(line.kind()), line.isSupportA(), points, reason);
    }

    private static Reason reason(
            ReasonCode code, Support support, PointLine line, int points, Basis basis, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("points", Integer.toString(points));
        facts.put("name_ja", line.row().text("name_ja"));
        facts.put("name_en", line.row().text("name_en"));
        return new Reason(code, line.item(), Integer.toString(points), basis, "", support.written(), Map.copyOf(facts));
    }
}
