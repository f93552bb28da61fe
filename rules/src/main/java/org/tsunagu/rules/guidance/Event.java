package org.tsunagu.rules.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tsunagu.rules.flow.Facts;

/// One thing that happened in a course (出来事), or is about to be recorded.
///
/// @param on the day it happened, not the day it was recorded
/// @param facts what its conditions look at, by the names of `variables.tsv`
/// @param supports supports given, or outcomes of a final evaluation
/// @param next day planned for the next contact (次回予定日)
public record Event(Trigger trigger, LocalDate on, Facts facts, List<Support> supports, Optional<LocalDate> next) {

    /// Fact of a first interview: total of the plan (計画上のポイント), for the settlement of a course that ends early.
    static final String PLANNED_POINTS = "planned_points";

    /// Keeps the supports as they are.
    public Event {
        supports = List.copyOf(supports);
    }

    /// Something that needs no more than its day.
    public static Event of(Trigger trigger, LocalDate on) {
        return new Event(trigger, on, Facts.NONE, List.of(), Optional.empty());
    }

    /// A whole first interview.
    ///
    /// @param minutes how long it took
    /// @param people how many took part, 1 for an individual interview
    public static Event firstInterview(LocalDate on, Form form, int minutes, int people) {
        return interview(Trigger.FIRST_INTERVIEW, on, form)
                .with("minutes", minutes)
                .with("group_size", people);
    }

    /// A part of a split first interview.
    ///
    /// @param part [Trigger#FIRST_PART] or [Trigger#SECOND_PART]
    public static Event part(Trigger part, LocalDate on, Form form) {
        return interview(part, on, form);
    }

    private static Event interview(Trigger trigger, LocalDate on, Form form) {
        return of(trigger, on).with(Facts.NONE.with(CourseFacts.FORM, form.number()));
    }

    /// Supports of one day.
    public static Event support(LocalDate on, Support... supports) {
        return new Event(Trigger.SUPPORT, on, Facts.NONE, List.of(supports), Optional.empty());
    }

    /// A final evaluation.
    ///
    /// @param outcomes what was reached, and support given at the same time
    /// @param isMoreSupportPlanned whether more support follows when the rule for finishing is not met yet
    public static Event evaluation(LocalDate on, List<Support> outcomes, boolean isMoreSupportPlanned) {
        var facts = Facts.NONE.with("more_support_planned", isMoreSupportPlanned);
        return new Event(Trigger.EVALUATE, on, facts, outcomes, Optional.empty());
    }

    /// The passing of time up to a day.
    public static Event time(LocalDate until) {
        return of(Trigger.TIME_PASSED, until);
    }

    /// The same with one more whole number.
    public Event with(String variable, long number) {
        return with(Facts.NONE.with(variable, number));
    }

    /// The same with one more yes or no.
    public Event with(String variable, boolean holds) {
        return with(Facts.NONE.with(variable, holds));
    }

    private Event with(Facts more) {
        return new Event(trigger, on, facts.and(more), supports, next);
    }

    /// The same with the points that the plan comes to.
    public Event planning(int points) {
        return with(PLANNED_POINTS, points);
    }

    /// The same with a day for the next contact.
    public Event next(LocalDate day) {
        return new Event(trigger, on, facts, supports, Optional.of(day));
    }
}
