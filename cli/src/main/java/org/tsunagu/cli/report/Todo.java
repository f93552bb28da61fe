package org.tsunagu.cli.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.feedback.Feedback;

/// One line of a list (やることの1行): about whom, and why.
///
/// @param urgency the higher the sooner
/// @param examDay empty when the document has no readable date
/// @param missing variables that would decide
/// @param isReturned whether the document goes back, so that its values need a second look
record Todo(
        Person person,
        Optional<Integer> age,
        Optional<LocalDate> examDay,
        Institution institution,
        String archive,
        String entry,
        int urgency,
        List<Feedback> feedback,
        List<Reason> reasons,
        List<String> missing,
        List<Problem> problems,
        boolean isReturned) {

    private static final Comparator<Todo> BY_PLACE =
            Comparator.comparing(Todo::archive).thenComparing(Todo::entry);

    /// New checkups before old ones, then by urgency.
    static final Comparator<Todo> BY_URGENCY = Comparator.comparingInt(Todo::fiscalYear)
            .thenComparingInt(Todo::urgency)
            .thenComparing(todo -> todo.examDay.orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(BY_PLACE);

    /// Facility by facility, as they are written to.
    static final Comparator<Todo> BY_INSTITUTION =
            Comparator.comparing((Todo todo) -> todo.institution.number()).thenComparing(BY_PLACE);

    /// The same line with what is wrong with the document.
    Todo with(List<Problem> found) {
        return new Todo(
                person,
                age,
                examDay,
                institution,
                archive,
                entry,
                urgency,
                feedback,
                reasons,
                missing,
                found,
                isReturned);
    }

    /// Whether this line comes before every line of such a day and urgency.
    boolean isBefore(Optional<LocalDate> otherDay, int otherUrgency) {
        var year = fiscalYear();
        var otherYear = yearOf(otherDay);
        return year > otherYear || (year == otherYear && urgency > otherUrgency);
    }

    private int fiscalYear() {
        return yearOf(examDay);
    }

    private static int yearOf(Optional<LocalDate> examDay) {
        return examDay.map(day -> FiscalYear.containing(day).year()).orElse(0);
    }
}
