package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.guidance.BodyChange;
import org.tsunagu.rules.guidance.Course;
import org.tsunagu.rules.guidance.CourseRules;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.GuidanceTables;
import org.tsunagu.rules.guidance.Step;
import org.tsunagu.rules.guidance.Trigger;

/// Where a course stands by what was recorded (経過): worked out from the records, in the order of their days.
///
/// @param course as the rules see it
/// @param refused records that the rules do not take, with their reasons: they are shown and count for nothing
public record Running(Course course, Map<Long, List<Reason>> refused) {

    static final GuidanceTables TABLES = new GuidanceTables(List.of());
    static final CourseRules RULES = new CourseRules(TABLES);

    /// Of one day the order of recording decides; but on the day of a loss there is no membership any
    /// more, so that nothing of this day or later counts, whenever the loss became known.
    private static final Comparator<Recorded> ORDER = Comparator.<Recorded, LocalDate>comparing(
                    one -> one.event().on())
            .thenComparing(one -> one.event().trigger() != Trigger.LOSE_MEMBERSHIP);

    static Running of(PersonCourse stored) {
        var course = stored.begun();
        var refused = new LinkedHashMap<Long, List<Reason>>();
        for (var one : sorted(stored)) {
            switch (RULES.apply(course, Planned.now(stored, one))) {
                case Step.Taken taken -> course = taken.course();
                case Step.Refused no -> refused.put(one.id(), no.reasons());
            }
        }
        return new Running(course, refused);
    }

    /// What could be recorded at any time of a course.
    static Set<Trigger> possibleBefore(PersonCourse stored) {
        var course = stored.begun();
        var possible = EnumSet.noneOf(Trigger.class);
        for (var one : sorted(stored)) {
            possible.addAll(RULES.possible(course));
            if (RULES.apply(course, Planned.now(stored, one)) instanceof Step.Taken taken) {
                course = taken.course();
            }
        }
        return possible;
    }

    /// What counts, in the order in which the rules take it.
    static List<Recorded> sorted(PersonCourse stored) {
        // A correction takes the place of what it corrects, not the last one.
        var place = new LinkedHashMap<Long, Long>();
        stored.records()
                .forEach(one -> place.put(
                        one.id(), one.corrects() == 0 ? one.id() : place.getOrDefault(one.corrects(), one.id())));
        var all = new ArrayList<>(stored.current());
        all.sort(ORDER.thenComparing(one -> place.getOrDefault(one.id(), one.id())));
        return all;
    }

    /// The course as it stands on a day, after what time alone has changed.
    Course on(LocalDate day) {
        return RULES.apply(course, Event.time(day)) instanceof Step.Taken taken ? taken.course() : course;
    }

    /// Waist and weight at the checkup and at the final evaluation, where all four are known.
    static Optional<BodyChange> change(PersonCourse stored) {
        return stored.current().stream()
                .filter(one -> one.event().trigger() == Trigger.EVALUATE)
                .reduce((early, late) -> late)
                .flatMap(last -> change(stored, last));
    }

    private static Optional<BodyChange> change(PersonCourse stored, Recorded last) {
        if (stored.waist().isEmpty()
                || stored.weight().isEmpty()
                || last.waist().isEmpty()
                || last.weight().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BodyChange(
                stored.waist().get(),
                stored.weight().get(),
                last.waist().get(),
                last.weight().get()));
    }
}
