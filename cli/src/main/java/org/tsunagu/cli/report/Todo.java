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

    /// What can be said of a line before it is put together (順位): new checkups before old ones, then by urgency.
    record Rank(int fiscalYear, int urgency) implements Comparable<Rank> {

        private static final Comparator<Rank> ORDER = Comparator.comparingInt(Rank::fiscalYear)
                .thenComparingInt(Rank::urgency)
                .reversed();

        static Rank of(Optional<LocalDate> examDay, int urgency) {
            return new Rank(
                    examDay.map(day -> FiscalYear.containing(day).year()).orElse(0), urgency);
        }

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    /// By rank, and the later checkup first.
    static final Comparator<Todo> BY_URGENCY = Comparator.comparing(Todo::rank)
            .thenComparing(todo -> todo.examDay.orElse(LocalDate.MIN), Comparator.reverseOrder())
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

    /// Its rank.
    Rank rank() {
        return Rank.of(examDay, urgency);
    }
}
