package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.GuidanceCourse;
import org.tsunagu.checkupformat.document.GuidanceCourse.Evaluation;

/// A received document about guidance and what has become of it (受け取った特定保健指導の文書).
///
/// @param courseId 0 for none
/// @param found what was found when it was taken
/// @param problems that, and all that disagrees at present
public record ReceivedGuidance(
        long documentId,
        long memberId,
        long courseId,
        State state,
        Said said,
        List<Difference> found,
        List<Difference> problems) {

    /// What has become of it.
    public enum State {
        /// There is nothing yet that it could belong to (待ち).
        WAITING,
        /// Its contacts are in a course (取り込み済み).
        TAKEN,
        /// Its delivery was refused afterwards (取消し).
        WITHDRAWN
    }

    /// What it says of the course as a whole; empty for what it does not say.
    ///
    /// @param level `1` active, `2` motivational, `3` equivalent to motivational
    /// @param early code of the first interview soon after the checkup
    /// @param points all points of what was done
    /// @param waistWeight code of what waist and weight have reached
    /// @param until the last day that it tells about
    public record Said(
            Optional<LocalDate> checkupDay,
            String level,
            String early,
            OptionalInt points,
            String waistWeight,
            Optional<LocalDate> until) {

        private static final BigDecimal MOST = BigDecimal.valueOf(Short.MAX_VALUE);

        static Said of(GuidanceCourse course) {
            return new Said(
                    course.checkupDay(),
                    code(course.level()),
                    code(course.early()),
                    whole(course.done().totalPoints()),
                    course.finalEvaluation()
                            .map(last -> code(last.outcomes().waistWeight()))
                            .orElse(""),
                    days(course).reduce((one, other) -> other.isAfter(one) ? other : one));
        }

        /// The days on which something was done.
        static Stream<LocalDate> days(GuidanceCourse course) {
            return Stream.of(
                            course.firstPart().stream(),
                            course.firstInterview().stream(),
                            course.supports().stream(),
                            course.interim().map(Evaluation::session).stream(),
                            course.finalEvaluation().map(Evaluation::session).stream())
                    .flatMap(sessions -> sessions)
                    .flatMap(session -> session.day().stream());
        }

        /// A whole number that a person could have meant.
        static OptionalInt whole(@Nullable BigDecimal number) {
            return number == null || number.signum() < 0 || number.compareTo(MOST) > 0
                    ? OptionalInt.empty()
                    : OptionalInt.of(number.intValue());
        }

        private static String code(String text) {
            return text.length() == 1 && Character.isLetterOrDigit(text.charAt(0)) ? text : "";
        }
    }
}
