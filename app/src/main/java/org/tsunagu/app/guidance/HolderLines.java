package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The courses of a year by whoever holds them (実施する機関ごとの進み具合), counted one after the other.
public final class HolderLines {

    private final LocalDate today;
    private final Map<Holder, Line> lines = new HashMap<>();

    /// Counts for a day.
    public HolderLines(LocalDate today) {
        this.today = today;
    }

    /// How many courses a holder has (1つの機関の件数).
    ///
    /// @param invited not begun yet and still open
    /// @param running begun and still open
    /// @param finished counted as finished
    /// @param ended over without having been finished
    /// @param late of those still open the ones where something was due before today: they will miss
    /// their date
    public record Line(Holder holder, int invited, int running, int finished, int ended, int late) {

        private Line plus(CourseSummary course, LocalDate today) {
            var isOpen = Running.RULES
                    .machine(course.checkupDay())
                    .state(course.state().name())
                    .isOpen();
            var isLate = course.due().filter(today::isAfter).isPresent();
            return new Line(
                    holder,
                    invited + count(isOpen && !course.isRunning()),
                    running + count(course.isRunning()),
                    finished + count(course.isFinished()),
                    ended + count(!isOpen && !course.isFinished()),
                    late + count(isOpen && isLate));
        }

        private static int count(boolean holds) {
            return holds ? 1 : 0;
        }
    }

    /// Counts one more course.
    public void add(CourseSummary course) {
        lines.merge(
                course.holder(),
                new Line(course.holder(), 0, 0, 0, 0, 0).plus(course, today),
                (line, one) -> line.plus(course, today));
    }

    /// One line a holder, the insurer itself first.
    public List<Line> lines() {
        return lines.values().stream()
                .sorted(Comparator.<Line, String>comparing(line -> line.holder().name())
                        .thenComparingLong(line -> line.holder().providerId()))
                .toList();
    }
}
