package org.tsunagu.app.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tsunagu.app.guidance.ReceivedGuidance.Said;
import org.tsunagu.app.guidance.Writing.Written;
import org.tsunagu.checkupformat.document.GuidanceCourse;
import org.tsunagu.checkupformat.document.GuidanceCourse.Evaluation;
import org.tsunagu.checkupformat.document.GuidanceCourse.Plan;
import org.tsunagu.checkupformat.document.GuidanceCourse.Session;
import org.tsunagu.rules.flow.Facts;
import org.tsunagu.rules.guidance.Circumstance;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.Support;
import org.tsunagu.rules.guidance.Trigger;
import org.tsunagu.rules.stratification.Level;

/// What a document says has happened in a course (文書の内容の読み替え): whatever its kind of report, what is there is taken.
final class DocumentEvents {

    private static final String EQUIVALENT = "3";
    private static final int ALONE = 1;

    private final GuidanceCourse said;
    private final PersonCourse course;
    private final String by;
    private final List<Written> events = new ArrayList<>();
    private final List<Difference> found = new ArrayList<>();

    private DocumentEvents(GuidanceCourse said, PersonCourse course, String by) {
        this.said = said;
        this.course = course;
        this.by = by;
    }

    /// The events in the order of the format, and what could not be read.
    record Told(List<Written> events, List<Difference> found) {}

    /// Reads a document.
    ///
    /// @param course without what the document itself has written
    /// @param by who did it
    /// @param isRepeat whether the second active year may be served with less
    static Told of(GuidanceCourse said, PersonCourse course, String by, boolean isRepeat) {
        var all = new DocumentEvents(said, course, by);
        said.firstPart().ifPresent(part -> all.interview(Trigger.FIRST_PART, part));
        said.firstInterview().ifPresent(one -> {
            all.interview(all.isSplit() ? Trigger.SECOND_PART : Trigger.FIRST_INTERVIEW, one);
            all.substitute(one, isRepeat);
        });
        said.supports().forEach(all::support);
        said.interim().ifPresent(all::interim);
        said.finalEvaluation().ifPresent(all::evaluation);
        return new Told(List.copyOf(all.events), List.copyOf(all.found));
    }

    private boolean isSplit() {
        return said.firstPart().isPresent()
                || course.current().stream().anyMatch(one -> one.event().trigger() == Trigger.FIRST_PART);
    }

    /// The day of a session; something that is none, a holder of results, is passed over.
    private Optional<LocalDate> day(Session session, Trigger trigger) {
        if (session.day().isEmpty() && session.act().isSession()) {
            found.add(Difference.of(Difference.NO_DAY, trigger));
        }
        return session.day();
    }

    private void add(Event event, Optional<BigDecimal> waist, Optional<BigDecimal> weight, List<String> goals) {
        events.add(new Written(event, waist, weight, goals, "", by, false));
    }

    private void add(Event event) {
        add(event, Optional.empty(), Optional.empty(), List.of());
    }

    private void interview(Trigger trigger, Session session) {
        day(session, trigger).ifPresent(day -> {
            var form = DocumentCodes.form(session, day);
            if (form.isEmpty()) {
                found.add(Difference.of(Difference.FORM, trigger, session.formSystem(), session.form()));
            }
            // Without its form, or a whole interview without its minutes, it stands there and the rules say so.
            var event = form.map(of -> Event.part(trigger, day, of)).orElseGet(() -> Event.of(trigger, day));
            if (trigger == Trigger.FIRST_INTERVIEW) {
                event = event.with("group_size", ALONE);
                var minutes = Said.whole(session.minutes());
                if (minutes.isPresent()) {
                    event = event.with("minutes", minutes.getAsInt());
                }
            }
            var planned = Said.whole(said.planned().totalPoints());
            if (planned.isPresent() && trigger != Trigger.FIRST_PART) {
                event = event.planning(planned.getAsInt());
            }
            add(event, Optional.empty(), Optional.empty(), trigger == Trigger.FIRST_PART ? List.of() : goals());
        });
    }

    private List<String> goals() {
        return said.plan()
                .map(Plan::outcomes)
                .map(planned -> DocumentCodes.goals(planned, course.checkupDay()))
                .orElse(List.of());
    }

    /// Motivational support in the second active year: the rules look whether the person was allowed it.
    private void substitute(Session interview, boolean isRepeat) {
        var isAsked = said.level().equals(EQUIVALENT)
                && course.level() == Level.ACTIVE
                && course.kind() != CourseKind.EQUIVALENT;
        interview
                .day()
                .filter(day -> isAsked)
                .ifPresent(day -> add(Event.of(Trigger.SUBSTITUTE, day).with("is_repeat_improved", isRepeat)));
    }

    private void support(Session session) {
        day(session, Trigger.SUPPORT)
                .ifPresent(day -> add(new Event(
                        Trigger.SUPPORT, day, Facts.NONE, supports(session, Trigger.SUPPORT), Optional.empty())));
    }

    private List<Support> supports(Session session, Trigger trigger) {
        var item = DocumentCodes.item(session, course.checkupDay());
        if (item.isEmpty() && trigger == Trigger.SUPPORT) {
            found.add(Difference.of(Difference.FORM, trigger, session.formSystem(), session.form()));
        }
        return item.map(of -> List.of(new Support(of, Said.whole(session.minutes()), Optional.empty(), Set.of())))
                .orElse(List.of());
    }

    private void interim(Evaluation evaluation) {
        var session = evaluation.session();
        day(session, Trigger.INTERIM)
                .ifPresent(day -> add(
                        new Event(
                                Trigger.INTERIM, day, Facts.NONE, supports(session, Trigger.INTERIM), Optional.empty()),
                        number(evaluation.body().waist()),
                        number(evaluation.body().weight()),
                        List.of()));
    }

    private void evaluation(Evaluation evaluation) {
        var waist = number(evaluation.body().waist());
        var weight = number(evaluation.body().weight());
        var attempts = Said.whole(evaluation.attempts());
        var isGivenUp = attempts.orElse(0) > 0 && waist.isEmpty() && weight.isEmpty();
        day(evaluation.session(), Trigger.EVALUATE).ifPresent(day -> {
            if (isGivenUp) {
                add(Event.of(Trigger.GIVE_UP_EVALUATION, day).with("attempts", attempts.getAsInt()));
            } else {
                var outcomes = new ArrayList<>(EventOfEntry.steps(course, waist, weight));
                outcomes.addAll(habits(evaluation));
                add(Event.evaluation(day, outcomes, false), waist, weight, List.of());
            }
        });
    }

    /// Habits kept count only if they were planned. Without any plan at hand the document is believed: it has a code of
    /// its own for habits without a goal.
    private List<Support> habits(Evaluation evaluation) {
        var goals = goals().isEmpty() ? course.goals() : goals();
        var planned = Goals.items(goals);
        return DocumentCodes.habits(evaluation.outcomes(), course.checkupDay()).stream()
                .map(Support::of)
                .map(habit -> goals.isEmpty() || planned.contains(habit.item())
                        ? habit
                        : habit.with(Circumstance.NOT_PLANNED))
                .toList();
    }

    private static Optional<BigDecimal> number(@Nullable BigDecimal number) {
        return Optional.ofNullable(number);
    }
}
