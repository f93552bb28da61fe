package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.flow.Facts;
import org.tsunagu.rules.guidance.BodyChange;
import org.tsunagu.rules.guidance.BodySteps;
import org.tsunagu.rules.guidance.Circumstance;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.Support;
import org.tsunagu.rules.guidance.SupportKind;

/// What is recorded, in the words of the rules (出来事への言い換え). What waist and weight are worth is found by the rules from
/// what was measured, never typed.
final class EventOfEntry {

    private static final BodySteps BODY = new BodySteps(Running.TABLES);
    private static final int ALONE = 1;

    private EventOfEntry() {}

    static Event of(PersonCourse course, Entry entry) {
        var event = switch (entry.trigger()) {
            case FIRST_INTERVIEW ->
                Event.firstInterview(
                        entry.on(),
                        entry.form().orElseThrow(),
                        entry.minutes().orElse(0),
                        entry.people().orElse(ALONE));
            case FIRST_PART, SECOND_PART -> part(entry);
            case SUPPORT -> Event.support(entry.on(), supports(entry).toArray(Support[]::new));
            case EVALUATE -> Event.evaluation(entry.on(), outcomes(course, entry), entry.isMore());
            case GIVE_UP_EVALUATION ->
                Event.of(entry.trigger(), entry.on())
                        .with("attempts", entry.attempts().orElse(0));
            case START_DRUG,
                    ISSUE_TICKET,
                    REMIND,
                    APPLY,
                    SUBSTITUTE,
                    INTERIM,
                    NOTIFY_DROPOUT,
                    RESUME,
                    LOSE_MEMBERSHIP,
                    DECLINE,
                    TIME_PASSED -> plain(entry);
        };
        if (entry.plannedPoints().isPresent()) {
            event = event.planning(entry.plannedPoints().getAsInt());
        }
        return entry.next().map(event::next).orElse(event);
    }

    private static Event part(Entry entry) {
        var part = Event.part(entry.trigger(), entry.on(), entry.form().orElseThrow());
        return entry.minutes().isPresent()
                ? part.with("minutes", entry.minutes().getAsInt())
                : part;
    }

    private static Event plain(Entry entry) {
        return new Event(entry.trigger(), entry.on(), Facts.NONE, supports(entry), entry.next());
    }

    private static List<Support> supports(Entry entry) {
        return entry.item().isEmpty()
                ? List.of()
                : List.of(new Support(entry.item(), entry.minutes(), Optional.empty(), entry.circumstances()));
    }

    private static List<Support> outcomes(PersonCourse course, Entry entry) {
        var all = new ArrayList<Support>();
        steps(course, entry.waist(), entry.weight())
                .forEach(step -> all.add(
                        entry.circumstances().contains(Circumstance.SELF_REPORTED)
                                ? step.with(Circumstance.SELF_REPORTED)
                                : step));
        var planned = Goals.items(course.goals());
        for (var habit : entry.habits()) {
            var kept = Support.of(habit);
            all.add(planned.contains(habit) ? kept : kept.with(Circumstance.NOT_PLANNED));
        }
        // Support may be given together with the evaluation.
        if (!entry.item().isEmpty()) {
            var session = EnumSet.noneOf(Circumstance.class);
            session.addAll(entry.circumstances());
            session.remove(Circumstance.SELF_REPORTED);
            all.add(new Support(entry.item(), entry.minutes(), Optional.empty(), session));
        }
        return all;
    }

    /// What waist and weight at the final evaluation are worth against those of the checkup.
    static List<Support> steps(PersonCourse course, Optional<BigDecimal> waist, Optional<BigDecimal> weight) {
        if (course.waist().isEmpty() || course.weight().isEmpty() || waist.isEmpty() || weight.isEmpty()) {
            return List.of();
        }
        return BODY.outcomes(
                course.checkupDay(),
                new BodyChange(course.waist().get(), course.weight().get(), waist.get(), weight.get()));
    }

    /// The supports and the habits that can be recorded for a checkup, as rows of the table of points.
    static List<Row> items(LocalDate checkup, SupportKind kind) {
        return Running.TABLES.all().stream()
                .filter(table -> table.name().equals("guidance/points"))
                .flatMap(table -> table.on(checkup).stream())
                .filter(row -> row.text("kind").equals(kind.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
