package org.tsunagu.cli.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.points.SupportWords.Written;
import org.tsunagu.cli.rows.RowLine;
import org.tsunagu.cli.rows.RowWork;
import org.tsunagu.cli.rows.Troubles;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.Credit;
import org.tsunagu.rules.guidance.GuidanceTables;
import org.tsunagu.rules.guidance.Points;
import org.tsunagu.rules.guidance.Tally;

/// Counts the points of every row (支援ポイントの計算).
public final class PointsWork implements RowWork {

    private static final String ID = "id";
    private static final String PERIOD = "period";
    private static final String LEVEL = "level";
    private static final String EVENTS = "events";
    private static final String SEPARATOR = ";";

    private final Points points = new Points(new GuidanceTables(List.of()));
    private final LevelWords levels = new LevelWords();
    private final SupportWords supports = new SupportWords(points);
    private long finished;

    /// Reads the tables as shipped.
    public PointsWork() {}

    @Override
    public List<String> needed() {
        return List.of(ID, PERIOD, LEVEL, EVENTS);
    }

    @Override
    public List<String> written() {
        return List.of(ID, "points", "needed", "finished", "ignored", "reasons");
    }

    /// Rows so far whose points are enough (ポイントの足りた人).
    public long finished() {
        return finished;
    }

    @Override
    public void row(RowLine line, Troubles troubles, CsvBytes csv) {
        csv.cell(line.cell(ID));
        var period = period(line, troubles);
        var kind = kind(line, period, troubles);
        if (period.isPresent() && kind.isPresent()) {
            counted(line, period.get(), kind.get(), troubles, csv);
        } else {
            csv.empty().empty().empty().empty().cell(troubles.text());
        }
        csv.endRow();
    }

    @Override
    public void end(CsvBytes csv) {}

    private Optional<PlanPeriod> period(RowLine line, Troubles troubles) {
        var written = Widths.forMatching(line.cell(PERIOD));
        var period = Stream.of(PlanPeriod.values())
                .filter(known -> written.equals(Integer.toString(known.number())))
                .filter(known -> points.completion().covers(known.firstDay(), CourseKind.ACTIVE))
                .findFirst();
        if (period.isEmpty()) {
            troubles.add(PERIOD, written.isEmpty() ? "missing" : "not_a_period");
        }
        return period;
    }

    private Optional<CourseKind> kind(RowLine line, Optional<PlanPeriod> period, Troubles troubles) {
        var written = line.cell(LEVEL);
        var kind = levels.kind(written);
        if (written.isEmpty()) {
            troubles.add(LEVEL, "missing");
        } else if (!levels.knows(written)) {
            troubles.add(LEVEL, "not_a_level");
        } else if (kind.isEmpty()) {
            troubles.add(LEVEL, "no_guidance");
        } else if (period.isPresent()
                && !points.completion().covers(period.get().firstDay(), kind.get())) {
            troubles.add(LEVEL, "not_in_period");
            return Optional.empty();
        }
        return kind;
    }

    private void counted(RowLine line, PlanPeriod period, CourseKind kind, Troubles troubles, CsvBytes csv) {
        var ignored = new ArrayList<String>();
        var given = supports.read(EVENTS, line.cell(EVENTS), period.firstDay(), troubles, ignored);
        var tally = points.count(
                period.firstDay(), kind, given.stream().map(Written::support).toList());
        var isFinished = tally.reached().value();
        finished += isFinished ? 1 : 0;
        for (var i = 0; i < given.size(); i++) {
            if (!tally.credits().get(i).isCounted()) {
                ignored.add(given.get(i).text());
            }
        }
        csv.cell(tally.points()).cell(tally.needed()).word(Truth.of(isFinished).word());
        csv.cell(String.join(SEPARATOR, ignored));
        csv.cell(String.join(SEPARATOR, reasons(tally, troubles)));
    }

    /// First what could not be read, then each support, then the rule about points: `row=outcome(value)`.
    private static List<String> reasons(Tally tally, Troubles troubles) {
        var texts = new ArrayList<String>();
        if (!troubles.isEmpty()) {
            texts.add(troubles.text());
        }
        tally.credits().stream().map(Credit::reason).map(PointsWork::text).forEach(texts::add);
        tally.reached().reasons().stream().map(PointsWork::text).forEach(texts::add);
        if (tally.needed() == 0) {
            texts.add("no_points_needed");
        } else if (tally.stillNeeded() > 0) {
            texts.add("still_needed=" + tally.stillNeeded());
        }
        return texts;
    }

    private static String text(Reason reason) {
        return "%s=%s(%s)".formatted(reason.basis().row(), outcome(reason), reason.value());
    }

    private static String outcome(Reason reason) {
        return switch (reason.code()) {
            case POINTS_LIMITED -> reason.outcome() + "_at_most";
            case POINTS_NOT_COUNTED -> reason.facts().getOrDefault("why", reason.outcome());
            default -> reason.outcome();
        };
    }
}
