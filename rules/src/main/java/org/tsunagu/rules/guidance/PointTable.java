package org.tsunagu.rules.guidance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Row;

/// What supports and outcomes are worth for checkups of one day (ポイント表), and what takes points away.
record PointTable(Map<String, PointLine> lines, List<Row> rules) {

    static PointTable on(LocalDate day, GuidanceTables tables) {
        var lines = new HashMap<String, PointLine>();
        tables.get("points").on(day).stream().map(PointLine::of).forEach(line -> lines.put(line.item(), line));
        return new PointTable(Map.copyOf(lines), tables.get("point-rules").on(day));
    }

    /// The line of an item; some codes are written for another (drinking counts among the other habits).
    Optional<PointLine> find(String item) {
        var written = rules.stream()
                .filter(rule -> rule.text("written").equals(item))
                .map(rule -> rule.text("item"))
                .findFirst()
                .orElse(item);
        return Optional.ofNullable(lines.get(written));
    }

    /// The rule by which one of the circumstances takes the points; empty when none does.
    Optional<Row> takenBy(Support support, PointLine line) {
        return rules.stream()
                .filter(rule -> !rule.text("circumstance").isEmpty()
                        && SupportKind.of(rule.text("kind")) == line.kind()
                        && support.circumstances().contains(Circumstance.valueOf(rule.text("circumstance"))))
                .findFirst();
    }

    /// The rule that lets one session a day count; empty when it is switched off or not in force.
    Optional<Row> oneSessionADay() {
        return rules.stream().filter(rule -> rule.text("value").equals("1")).findFirst();
    }

    /// The line that a first interview so many days after the checkup earns.
    Optional<PointLine> early(long days) {
        return lines.values().stream().filter(line -> line.fits(days)).findFirst();
    }
}
