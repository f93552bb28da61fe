package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.rules.flow.Clocks;
import org.tsunagu.rules.guidance.BodyChange;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.guidance.Trigger;
import org.tsunagu.rules.stratification.Level;

/// A course in short, for whoever reports, pays or counts (特定保健指導の概要).
///
/// @param level of the checkup
/// @param kind as it was held: motivational support in the second active year is one of its own
/// @param state on the day asked for
/// @param firstInterview of a split first interview the first part
/// @param isRunning whether it was begun and can still go on
/// @param isFinished whether it counts as finished
/// @param finishedOn day of the final evaluation of a course that is finished
/// @param points that count so far
/// @param needed points needed; 0 for none
/// @param waistDecrease cm from checkup to final evaluation, exact; negative for an increase
/// @param weightDecrease kg
/// @param holder who holds it
/// @param due the day of what is due first; empty for a course that has ended
public record CourseSummary(
        long courseId,
        long memberId,
        LocalDate checkupDay,
        Level level,
        CourseKind kind,
        CourseState state,
        LocalDate openedOn,
        Optional<LocalDate> firstInterview,
        boolean isStarted,
        boolean isRunning,
        boolean isFinished,
        Optional<LocalDate> finishedOn,
        int points,
        int needed,
        Optional<BigDecimal> waistDecrease,
        Optional<BigDecimal> weightDecrease,
        Holder holder,
        Optional<LocalDate> due) {

    /// The name of whoever holds it; empty for the insurer itself.
    public String provider() {
        return holder.name();
    }

    static CourseSummary of(PersonCourse stored, LocalDate today) {
        var running = Running.of(stored);
        var course = running.on(today);
        var tally = Running.RULES.tally(course);
        var isFinished = Running.RULES.isFinished(course);
        var change = Running.change(stored);
        return new CourseSummary(
                stored.id(),
                stored.memberId(),
                stored.checkupDay(),
                stored.level(),
                course.kind(),
                course.state(),
                stored.openedOn(),
                course.firstInterviewDay(),
                Running.RULES.isStarted(course),
                Running.RULES.isRunning(course),
                isFinished,
                course.history().stream()
                        .filter(event -> isFinished)
                        .filter(event ->
                                event.trigger() == Trigger.EVALUATE || event.trigger() == Trigger.GIVE_UP_EVALUATION)
                        .map(event -> event.on())
                        .reduce((early, late) -> late),
                tally.points(),
                tally.needed(),
                change.map(BodyChange::waistDecrease),
                change.map(BodyChange::weightDecrease),
                stored.holder(),
                Running.RULES.due(course).stream().map(Clocks.Due::on).findFirst());
    }
}
