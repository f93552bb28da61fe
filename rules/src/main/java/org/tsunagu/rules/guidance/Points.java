package org.tsunagu.rules.guidance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.rules.flow.Dated;
import org.tsunagu.rules.flow.Facts;

/// Counts the points of support (支援ポイントの計算) by the table of the checkup date, `points.tsv` and `point-rules.tsv`.
public final class Points {

    private final Dated<PointTable> tables;
    private final Completion completion;
    private final Basis periodRule;

    /// Over the tables of an installation.
    public Points(GuidanceTables tables) {
        this.tables = new Dated<>(
                List.of(tables.get("points"), tables.get("point-rules")), day -> PointTable.on(day, tables));
        this.completion = new Completion(tables);
        this.periodRule = tables.get("point-rules").rows().stream()
                .filter(row -> row.key().equals("PR-17"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("guidance/point-rules: no row PR-17"))
                .basis();
    }

    /// When a course is finished.
    public Completion completion() {
        return completion;
    }

    /// Whether a code stands in the table of the checkup date.
    public boolean knows(LocalDate checkup, String item) {
        return tables.on(checkup).find(item).isPresent();
    }

    /// Whether a code of the table is given by minutes.
    public boolean needsMinutes(LocalDate checkup, String item) {
        return tables.on(checkup).find(item).filter(PointLine::needsMinutes).isPresent();
    }

    /// Counts supports and outcomes. More of them never give fewer points.
    ///
    /// @throws IllegalArgumentException if the kind is not covered; ask [Completion#covers] first
    public Tally count(LocalDate checkup, CourseKind kind, List<Support> given) {
        var credits = new Counting(tables.on(checkup), periodRule).count(given);
        var facts = facts(credits);
        return new Tally(
                credits,
                completion.needed(checkup, kind),
                completion.points(checkup, kind, facts),
                completion.stillNeeded(checkup, kind, facts));
    }

    private static Facts facts(List<Credit> credits) {
        var total = credits.stream().mapToInt(Credit::points).sum();
        var supportA = credits.stream()
                .filter(Credit::isSupportA)
                .mapToInt(Credit::points)
                .sum();
        return Facts.NONE.with(Completion.POINTS_TOTAL, total).with(Completion.POINTS_A, supportA);
    }

    /// The points of a tally as the rules of completion read them.
    static Facts facts(Tally tally) {
        return facts(tally.credits());
    }

    /// What a first interview on a day earns for coming soon after the checkup (健診後早期); empty when nothing. Of a
    /// split interview the day of the first part counts.
    public Optional<Support> early(LocalDate checkup, LocalDate firstInterview) {
        return tables.on(checkup)
                .early(ChronoUnit.DAYS.between(checkup, firstInterview))
                .map(line -> Support.of(line.item()).on(firstInterview));
    }
}
