package org.tsunagu.rules.guidance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tsunagu.rules.stratification.Level;

/// One course of specific health guidance (特定保健指導の経過): the checkup it belongs to, where it stands, and everything
/// that happened, in the order in which it was recorded. Immutable; [CourseRules#apply] makes the next one.
public record Course(LocalDate checkup, Level level, CourseKind kind, CourseState state, List<Event> history) {

    private static final Set<Trigger> PLANNING = Set.of(Trigger.FIRST_INTERVIEW, Trigger.SECOND_PART);
    private static final Set<Trigger> BEGINNING = Set.of(Trigger.FIRST_INTERVIEW, Trigger.FIRST_PART);
    private static final Set<Trigger> CONTACTS = Set.of(
            Trigger.APPLY,
            Trigger.FIRST_INTERVIEW,
            Trigger.FIRST_PART,
            Trigger.SECOND_PART,
            Trigger.SUPPORT,
            Trigger.INTERIM,
            Trigger.RESUME);

    /// Keeps the history as it is.
    public Course {
        history = List.copyOf(history);
    }

    /// A course at its beginning: someone whose level is offered guidance.
    ///
    /// @throws IllegalArgumentException if the level is offered none
    public static Course target(LocalDate checkup, Level level) {
        return target(checkup, level, CourseKind.of(level));
    }

    /// A course of another kind than the usual one of the level: the model implementation (モデル実施).
    public static Course target(LocalDate checkup, Level level, CourseKind kind) {
        return new Course(checkup, level, kind, CourseState.TARGETED, List.of());
    }

    Course after(Event event, CourseState reached) {
        var history = Stream.concat(this.history.stream(), Stream.of(event)).toList();
        var kind = event.trigger() == Trigger.SUBSTITUTE ? CourseKind.EQUIVALENT : this.kind;
        return new Course(checkup, level, kind, reached, history);
    }

    /// The latest day on which somebody did something; the day of the checkup before anything happened.
    public LocalDate lastDay() {
        return history.stream()
                .filter(event -> event.trigger() != Trigger.TIME_PASSED)
                .map(Event::on)
                .max(Comparator.naturalOrder())
                .orElse(checkup);
    }

    /// The day of the plan (計画日): of the first interview, of a split one the second part. Clocks run from it.
    public Optional<LocalDate> planDay() {
        return first(PLANNING);
    }

    /// The day of the first interview, of a split one the first part (初回面接の日).
    public Optional<LocalDate> firstInterviewDay() {
        return first(BEGINNING);
    }

    private Optional<LocalDate> first(Set<Trigger> triggers) {
        return history.stream()
                .filter(event -> triggers.contains(event.trigger()))
                .map(Event::on)
                .findFirst();
    }

    private Optional<LocalDate> last(Trigger trigger) {
        return history.reversed().stream()
                .filter(event -> event.trigger() == trigger)
                .map(Event::on)
                .findFirst();
    }

    /// The day planned for the next contact (次回予定日): as the record of the last contact says, else the day of that
    /// contact; empty before the first.
    public Optional<LocalDate> plannedDay() {
        return history.reversed().stream()
                .filter(event -> CONTACTS.contains(event.trigger()))
                .map(event -> event.next().orElse(event.on()))
                .findFirst();
    }

    /// The day on which membership was lost (資格喪失日).
    public Optional<LocalDate> lossDay() {
        return last(Trigger.LOSE_MEMBERSHIP);
    }

    /// Supports and outcomes recorded so far, each on its day; those of the day on which membership was lost and later
    /// ones are left out.
    public List<Support> supports() {
        return history.stream()
                .filter(event ->
                        lossDay().map(loss -> event.on().isBefore(loss)).orElse(true))
                .flatMap(event -> event.supports().stream().map(support -> support.on(event.on())))
                .toList();
    }

    /// The points that the plan comes to; empty when the plan does not say.
    public OptionalInt plannedPoints() {
        return history.stream()
                .flatMap(event -> Optional.ofNullable(event.facts().numbers().get(Event.PLANNED_POINTS)).stream())
                .mapToInt(number -> number.intValueExact())
                .findFirst();
    }

    /// The days that clocks run from, by the names in `clocks.tsv`.
    Map<String, LocalDate> days() {
        var days = new TreeMap<String, LocalDate>();
        days.put("checkup", checkup);
        days.put("last", lastDay());
        first(Set.of(Trigger.FIRST_PART)).ifPresent(day -> days.put("part1", day));
        planDay().ifPresent(day -> days.put("plan", day));
        plannedDay().ifPresent(day -> days.put("planned", day));
        last(Trigger.NOTIFY_DROPOUT).ifPresent(day -> days.put("notice", day));
        return days;
    }
}
