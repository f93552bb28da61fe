package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.Settlement;
import org.tsunagu.rules.guidance.Settlement.Payable;

/// What a course is worth as it was recorded (特定保健指導の支払対象), for whoever pays for it.
///
/// @param fiscalYear of the checkup
/// @param kind as it was held
/// @param firstInterview day of it; empty while there was none
/// @param payable by stage, by the usual shares
public record CourseDue(
        long courseId,
        long memberId,
        int fiscalYear,
        LocalDate checkupDay,
        CourseKind kind,
        Optional<LocalDate> firstInterview,
        Decision<List<Payable>> payable) {

    private static final Settlement SETTLEMENT = new Settlement(List.of(), Running.RULES);

    static CourseDue of(PersonCourse stored, LocalDate today) {
        var course = Running.of(stored).on(today);
        return new CourseDue(
                stored.id(),
                stored.memberId(),
                stored.fiscalYear(),
                stored.checkupDay(),
                course.kind(),
                course.firstInterviewDay(),
                SETTLEMENT.payable(course));
    }
}
