package org.tsunagu.app.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.guidance.ReceivedGuidance.Said;
import org.tsunagu.rules.guidance.SupportKind;
import org.tsunagu.rules.guidance.Trigger;
import org.tsunagu.rules.stratification.Level;

/// What received documents say otherwise than their course (文書と記録の相違): level, early interview, points, what waist and
/// weight have reached, and contacts that the rules refuse.
final class Disagreements {

    private static final String EQUIVALENT = "3";
    private static final String NOT_EARLY = "0";

    private final PersonCourse course;
    private final Running running;

    Disagreements(PersonCourse course) {
        this.course = course;
        this.running = Running.of(course);
    }

    /// What was found when a document was taken, and what disagrees now.
    List<Difference> with(ReceivedGuidance document) {
        var said = document.said();
        var all = new ArrayList<>(document.found());
        level(said).ifPresent(all::add);
        early(said).ifPresent(all::add);
        points(said).ifPresent(all::add);
        waistWeight(document).ifPresent(all::add);
        for (var one : course.current()) {
            if (one.documentId() == document.documentId() && running.refused().containsKey(one.id())) {
                all.add(Difference.of(
                        Difference.REFUSED, one.event().trigger(), one.event().on()));
            }
        }
        return List.copyOf(all);
    }

    private Optional<Difference> level(Said said) {
        var ours = course.level().code();
        var isSame = said.level().isEmpty()
                || said.level().equals(ours)
                || (said.level().equals(EQUIVALENT) && course.level() == Level.ACTIVE);
        return isSame ? Optional.empty() : Optional.of(Difference.of(Difference.LEVEL, said.level(), ours));
    }

    private Optional<Difference> early(Said said) {
        return running.course()
                .firstInterviewDay()
                .filter(day -> !said.early().isEmpty())
                .map(day -> Running.RULES
                        .points()
                        .early(course.checkupDay(), day)
                        .map(support -> code(support.item()))
                        .orElse(NOT_EARLY))
                .filter(ours -> !ours.equals(said.early()))
                .map(ours -> Difference.of(Difference.EARLY, said.early(), ours));
    }

    private String code(String item) {
        return EventOfEntry.items(course.checkupDay(), SupportKind.EARLY).stream()
                .filter(row -> row.text("item").equals(item))
                .map(row -> row.text("code"))
                .findFirst()
                .orElse(NOT_EARLY);
    }

    /// The points of what had happened when the document ends: later contacts are not its own.
    private Optional<Difference> points(Said said) {
        if (said.points().isEmpty()) {
            return Optional.empty();
        }
        var then = said.until()
                .map(until -> course.with(course.current().stream()
                        .filter(one -> !one.event().on().isAfter(until))
                        .toList()))
                .orElse(course);
        var ours = Running.RULES.tally(Running.of(then).course()).points();
        var told = said.points().getAsInt();
        return told == ours ? Optional.empty() : Optional.of(Difference.of(Difference.POINTS, told, ours));
    }

    private Optional<Difference> waistWeight(ReceivedGuidance document) {
        var told = document.said().waistWeight();
        return course.current().stream()
                .filter(one -> one.documentId() == document.documentId() && !told.isEmpty())
                .filter(one -> one.event().trigger() == Trigger.EVALUATE
                        && one.waist().isPresent()
                        && one.weight().isPresent())
                .filter(one -> course.waist().isPresent() && course.weight().isPresent())
                .flatMap(
                        one -> DocumentCodes.waistWeight(
                                EventOfEntry.steps(course, one.waist(), one.weight()), course.checkupDay())
                                .stream())
                .filter(ours -> !ours.equals(told))
                .map(ours -> Difference.of(Difference.WAIST_WEIGHT, told, ours))
                .findFirst();
    }
}
