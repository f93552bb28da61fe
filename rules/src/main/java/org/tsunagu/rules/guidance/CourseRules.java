package org.tsunagu.rules.guidance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.flow.Clocks;
import org.tsunagu.rules.flow.Clocks.Due;
import org.tsunagu.rules.flow.Dated;
import org.tsunagu.rules.flow.Facts;
import org.tsunagu.rules.flow.Machine;
import org.tsunagu.rules.flow.Move;
import org.tsunagu.rules.flow.State;

/// How a course of guidance runs (特定保健指導の進行): which step may follow, what is due, how many points, whether
/// it is finished; always by the rules of the checkup date. Immutable and safe to share.
public final class CourseRules {

    /// The final evaluation shows at least the greater step of waist and weight; only the model implementation
    /// asks.
    private static final String GREATER_STEP = "WW2";

    private final Points points;
    private final Dated<Machine> machines;
    private final Dated<Clocks> clocks;

    /// Reads the tables.
    ///
    /// @param corrections cells of the tables corrected on this installation; empty for the tables as shipped
    public CourseRules(List<Correction> corrections) {
        this(new GuidanceTables(corrections));
    }

    /// Over tables that were read.
    public CourseRules(GuidanceTables tables) {
        points = new Points(tables);
        var states = tables.get("states");
        var transitions = tables.get("transitions");
        var guards = tables.get("guards");
        machines =
                new Dated<>(List.of(states, transitions, guards), day -> new Machine(states, transitions, guards, day));
        clocks = new Dated<>(
                List.of(tables.get("clocks")),
                day -> new Clocks(tables.get("clocks").on(day)));
    }

    /// How points are counted.
    public Points points() {
        return points;
    }

    /// Whether there are rules for a course; the other methods refuse those that are not covered.
    public boolean covers(Course course) {
        return points.completion().covers(course.checkup(), course.kind());
    }

    /// The state machine for checkups of a day.
    public Machine machine(LocalDate checkup) {
        return machines.on(checkup);
    }

    /// What a state of a course means.
    public State state(Course course) {
        return machine(course.checkup()).state(course.state().name());
    }

    /// Records something if the rules allow it.
    public Step apply(Course course, Event event) {
        var facts = CourseFacts.of(course, event)
                .with("points_reached", tally(course).reached().value());
        if (event.trigger() == Trigger.EVALUATE) {
            facts = facts.with("finish_rule_met", finish(course, event).value());
        }
        var machine = machine(course.checkup());
        return switch (machine.move(course.state().name(), event.trigger().name(), facts)) {
            case Move.Made made ->
                new Step.Taken(course.after(event, CourseState.valueOf(made.to())), made.path(), made.reasons());
            case Move.Refused refused -> new Step.Refused(refused.reasons());
        };
    }

    /// Records several things one after the other, in the order of their days: so a course is put right when
    /// something is recorded late. Refused as soon as one is.
    public Step replay(Course course, List<Event> events) {
        Step step = new Step.Taken(course, List.of(), List.of());
        for (var event : events.stream().sorted(Comparator.comparing(Event::on)).toList()) {
            if (step instanceof Step.Taken taken) {
                step = apply(taken.course(), event);
            }
        }
        return step;
    }

    /// What may be recorded in the state of a course, whatever its conditions (できる記録).
    public List<Trigger> possible(Course course) {
        return machine(course.checkup()).triggers(course.state().name()).stream()
                .map(Trigger::valueOf)
                .toList();
    }

    /// The forms in which an interview may be held (選べる実施形態): by telephone and by mail only the second part.
    public List<Form> forms(LocalDate checkup, Trigger trigger) {
        return Stream.of(Form.values())
                .filter(form ->
                        machine(checkup).mayFollow(trigger.name(), Facts.NONE.with(CourseFacts.FORM, form.number())))
                .toList();
    }

    /// What is due, the earliest first.
    public List<Due> due(Course course) {
        return clocks.on(course.checkup()).due(course.state().name(), course.days()).stream()
                .filter(due -> due.row().text("kinds").isEmpty()
                        || List.of(due.row().text("kinds").split(","))
                                .contains(course.kind().name()))
                .toList();
    }

    /// The points so far against those needed, the early interview included.
    public Tally tally(Course course) {
        return points.count(course.checkup(), course.kind(), supports(course));
    }

    private List<Support> supports(Course course) {
        var supports = new ArrayList<Support>();
        course.firstInterviewDay()
                .filter(day -> course.lossDay().map(day::isBefore).orElse(true))
                .flatMap(day -> points.early(course.checkup(), day))
                .ifPresent(supports::add);
        supports.addAll(course.supports());
        return supports;
    }

    /// Whether a course would be finished with a final evaluation, and what is missing.
    public Decision<Boolean> finish(Course course, Event evaluation) {
        return finish(course.after(evaluation, course.state()));
    }

    /// Whether a course is finished as it stands, and what is missing (終了までに足りないもの).
    public Decision<Boolean> finish(Course course) {
        var evaluation = course.history().stream()
                .filter(event -> event.trigger() == Trigger.EVALUATE)
                .reduce((earlier, later) -> later);
        var facts = Points.facts(tally(course))
                .with(Completion.EVALUATED, evaluation.isPresent())
                .with(Completion.INTERVIEWED, course.planDay().isPresent())
                .with(
                        Completion.WAIST_WEIGHT,
                        evaluation.filter(CourseRules::showsGreaterStep).isPresent());
        var known = evaluation
                .flatMap(event -> course.planDay().map(plan -> Months.passed(plan, event.on())))
                .map(months -> facts.with(Completion.MONTHS, months))
                .orElse(facts);
        return points.completion().decide(course.checkup(), course.kind(), known);
    }

    private static boolean showsGreaterStep(Event evaluation) {
        return evaluation.supports().stream()
                .anyMatch(support -> support.item().equals(GREATER_STEP)
                        && support.circumstances().isEmpty());
    }

    /// Whether a course counts as started (実施率の分子の前提): the first interview was begun, and the state does
    /// not take it back.
    public boolean isStarted(Course course) {
        var counts = state(course).row().text("counts_as_started");
        return course.firstInterviewDay().isPresent() && !counts.equals("false");
    }

    /// Whether a course counts as finished (終了者); whether the person is in the denominator is another question.
    public boolean isFinished(Course course) {
        return state(course).row().text("counts_as_finished").equals("true");
    }

    /// Whether a course was begun and can still go on (実施中).
    public boolean isRunning(Course course) {
        return isStarted(course) && state(course).isOpen();
    }
}
