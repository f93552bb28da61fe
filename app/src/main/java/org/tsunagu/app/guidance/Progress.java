package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.flow.Clocks.Due;
import org.tsunagu.rules.flow.State;
import org.tsunagu.rules.guidance.BodyChange;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.Form;
import org.tsunagu.rules.guidance.SupportKind;
import org.tsunagu.rules.guidance.Tally;
import org.tsunagu.rules.guidance.Trigger;

/// How far a course is (進み具合): its state on a day, its points, what is still needed, and what may come next.
///
/// @param refused ids of records that the rules do not take, with their reasons
/// @param finish whether it is finished, with what is missing
/// @param due what is due, the earliest first
/// @param possible what may be recorded
/// @param change of waist and weight, once the final evaluation has measured them
public record Progress(
        State state,
        CourseKind kind,
        Map<Long, List<Reason>> refused,
        Tally tally,
        Decision<Boolean> finish,
        List<Due> due,
        Set<Trigger> possible,
        Optional<BodyChange> change,
        LocalDate checkupDay) {

    /// How far a course is on a day.
    public static Progress of(PersonCourse stored, LocalDate today) {
        var running = Running.of(stored);
        var course = running.on(today);
        return new Progress(
                Running.RULES.state(course),
                course.kind(),
                running.refused(),
                Running.RULES.tally(course),
                Running.RULES.finish(course),
                Running.RULES.due(course),
                Recording.possible(stored, today),
                Running.change(stored),
                stored.checkupDay());
    }

    /// What is still missing until it is finished.
    public List<Reason> missing() {
        return finish.value()
                ? List.of()
                : finish.reasons().stream()
                        .filter(reason -> reason.code() != ReasonCode.CONDITION_MET)
                        .toList();
    }

    /// The forms that an interview may have.
    public List<Form> forms(Trigger trigger) {
        return Running.RULES.forms(checkupDay, trigger);
    }

    /// The supports that can be recorded.
    public List<Row> supports() {
        return EventOfEntry.items(checkupDay, SupportKind.PROCESS);
    }

    /// The habits that can be found kept at the final evaluation.
    public List<Row> habits() {
        return EventOfEntry.items(checkupDay, SupportKind.OUTCOME).stream()
                .filter(row -> !row.text("code_system").isEmpty()
                        && row.text("excludes").isEmpty())
                .toList();
    }

    /// The name of an item of the table of points; the code of one that the period does not know.
    public String name(String item, Locale locale) {
        return Stream.of(SupportKind.values())
                .flatMap(kind -> EventOfEntry.items(checkupDay, kind).stream())
                .filter(row -> row.text("item").equals(item))
                .findFirst()
                .map(row -> row.text(locale.getLanguage().equals("ja") ? "name_ja" : "name_en"))
                .orElse(item);
    }
}
