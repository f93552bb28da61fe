package org.tsunagu.app.desk.timeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.time.FiscalYear;

/// A timeline as shapes for SVG (年表の図): a row an insurer with bars, then a row of marks each for checkups, contacts and
/// letters. Everything in it stands in the table as well.
///
/// @param years where fiscal years begin
/// @param rows names of the rows with their heights
public record Drawing(List<Year> years, List<Line> rows, List<Bar> bars, List<Mark> marks) {

    /// Width of the whole, in units of the picture.
    public static final int WIDTH = 960;

    private static final int LEFT = 150;
    private static final int TOP = 28;
    private static final int ROW = 30;
    private static final int MOST_YEARS = 12;

    /// Where a fiscal year begins.
    public record Year(int fiscalYear, int x) {}

    /// A row.
    ///
    /// @param insurer whose times it shows; empty for the own ones
    public record Line(Event.Kind kind, String insurer, int y) {}

    /// A time; open where nobody knows the end, or it lasts.
    public record Bar(boolean isOwn, int x, int y, int width) {}

    /// A day.
    public record Mark(Event.Kind kind, boolean isOwn, int x, int y) {}

    /// Height of the whole.
    public int height() {
        return TOP + rows.size() * ROW;
    }

    static Drawing of(Timeline timeline) {
        var last = FiscalYear.containing(timeline.today());
        var earliest = timeline.events().stream()
                .flatMap(event -> Stream.concat(event.from().stream(), event.to().stream()))
                .min(LocalDate::compareTo)
                .orElse(timeline.today());
        var first = Math.max(FiscalYear.containing(earliest).year(), last.year() - MOST_YEARS + 1);
        var scale = new Scale(new FiscalYear(first).firstDay(), last.lastDay());
        var years = new ArrayList<Year>();
        for (var year = first; year <= last.year(); year++) {
            years.add(new Year(year, scale.x(new FiscalYear(year).firstDay())));
        }
        var rows = rows(timeline);
        return new Drawing(years, rows, bars(timeline, rows, scale), marks(timeline, rows, scale));
    }

    private static List<Line> rows(Timeline timeline) {
        var insurers = Stream.concat(
                        Stream.of(""),
                        timeline.events().stream()
                                .filter(event -> event.kind() == Event.Kind.COVERAGE)
                                .map(Event::insurer))
                .distinct()
                .toList();
        var rows = new ArrayList<Line>();
        for (var insurer : insurers) {
            rows.add(new Line(Event.Kind.COVERAGE, insurer, y(rows.size())));
        }
        for (var kind : List.of(Event.Kind.CHECKUP, Event.Kind.CONTACT, Event.Kind.LETTER)) {
            rows.add(new Line(kind, "", y(rows.size())));
        }
        return rows;
    }

    private static int y(int row) {
        return TOP + row * ROW + ROW / 2;
    }

    private static int y(List<Line> rows, Event event) {
        var insurer = event.kind() == Event.Kind.COVERAGE ? event.insurer() : "";
        return rows.stream()
                .filter(row -> row.kind() == event.kind() && row.insurer().equals(insurer))
                .findFirst()
                .orElseThrow()
                .y();
    }

    private static List<Bar> bars(Timeline timeline, List<Line> rows, Scale scale) {
        return timeline.events().stream()
                .filter(event -> event.kind() == Event.Kind.COVERAGE)
                .map(event -> {
                    var from = scale.x(event.from().orElse(LocalDate.MIN));
                    // Both days included, and never invisible.
                    var to = scale.x(event.to().map(day -> day.plusDays(1)).orElse(timeline.today()));
                    return new Bar(event.insurer().isEmpty(), from, y(rows, event), Math.max(2, to - from));
                })
                .toList();
    }

    private static List<Mark> marks(Timeline timeline, List<Line> rows, Scale scale) {
        return timeline.events().stream()
                .filter(event -> event.kind() != Event.Kind.COVERAGE)
                .filter(event -> event.from().filter(scale::has).isPresent())
                .map(event -> new Mark(
                        event.kind(),
                        event.insurer().isEmpty(),
                        scale.x(event.from().orElseThrow()),
                        y(rows, event)))
                .toList();
    }

    private record Scale(LocalDate first, LocalDate last) {

        boolean has(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        int x(LocalDate day) {
            if (day.isBefore(first)) {
                return LEFT;
            }
            if (day.isAfter(last)) {
                return WIDTH;
            }
            var days = ChronoUnit.DAYS.between(first, day);
            return (int) (LEFT + (WIDTH - LEFT) * days / ChronoUnit.DAYS.between(first, last));
        }
    }
}
