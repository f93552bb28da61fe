package org.tsunagu.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.feedback.Feedback;
import org.tsunagu.rules.metabolic.MetabolicCode;
import org.tsunagu.rules.stratification.Level;

/// Finds out what one document asks somebody to do (やることの抽出).
final class TodoMaker {

    private static final String NOW = "refer_now";
    private static final String DRUG = "med_";
    /// More than any number of high values.
    private static final int GOES_BEFORE = 1000;

    /// Takes a line for a list, which puts it together when it needs it.
    @FunctionalInterface
    interface Lines {
        void accept(Task task, Optional<LocalDate> examDay, int urgency, Supplier<Todo> line);
    }

    private final Set<String> urgentClasses = new HashSet<>();

    Set<String> urgentClasses() {
        return urgentClasses;
    }

    void make(CheckedDocument document, Lines to) {
        var isReturned = document.status() == Status.REJECTED;
        if (isReturned) {
            to.accept(Task.RETURN, examDay(document), 0, () -> returned(document));
        }
        document.judgement().ifPresent(judgement -> {
            visit(document, judgement, to);
            if (!isReturned) {
                guidance(document, judgement, to);
                undetermined(document, judgement, to);
            }
        });
    }

    private static Todo returned(CheckedDocument document) {
        var refusing = document.problems().stream()
                .filter(problem -> problem.severity().refuses())
                .toList();
        return todo(document, refusing.size(), List.of(), List.of(), List.of()).with(refusing);
    }

    private void visit(CheckedDocument document, Judgement judgement, Lines to) {
        var now = new ArrayList<Feedback>(0);
        for (var feedback : judgement.feedback()) {
            if (feedback.action().equals(NOW)) {
                now.add(feedback);
            }
        }
        var high = new ArrayList<Reason>(0);
        for (var band : judgement.bands()) {
            if (band.band() == 2) {
                high.add(band.reason());
            }
        }
        if (now.isEmpty() && high.isEmpty()) {
            return;
        }
        var drugs = drugs(judgement);
        if (!now.isEmpty()) {
            now.forEach(feedback -> urgentClasses.add(feedback.classKey()));
            var urgency = now.size() * GOES_BEFORE + high.size();
            to.accept(Task.VISIT_NOW, examDay(document), urgency, () -> todo(document, urgency, now, drugs, List.of()));
        } else if (!high.isEmpty() && document.status() != Status.REJECTED) {
            var urgency = (drugs.isEmpty() ? GOES_BEFORE : 0) + high.size();
            to.accept(Task.VISIT, examDay(document), urgency, () -> {
                var reasons = Stream.concat(high.stream(), drugs.stream()).toList();
                return todo(document, urgency, List.of(), reasons, List.of());
            });
        }
    }

    /// Somebody who takes a drug may be under a doctor already.
    private static List<Reason> drugs(Judgement judgement) {
        var drugs = new ArrayList<Reason>(0);
        for (var reason : judgement.level().reasons()) {
            if (Reasons.isMet(reason)
                    && reason.facts().getOrDefault("variable", "").startsWith(DRUG)) {
                drugs.add(reason);
            }
        }
        return drugs;
    }

    private static void guidance(CheckedDocument document, Judgement judgement, Lines to) {
        var level = judgement.level().value();
        if (level.isGuidanceTarget()) {
            var task = level == Level.ACTIVE ? Task.ACTIVE : Task.MOTIVATIONAL;
            var urgency = judgement.bands().stream().mapToInt(Band::band).sum();
            to.accept(task, examDay(document), urgency, () -> {
                var reasons = judgement.level().reasons().stream()
                        .filter(Reasons::isMet)
                        .toList();
                return todo(document, urgency, List.of(), reasons, List.of());
            });
        }
    }

    private static void undetermined(CheckedDocument document, Judgement judgement, Lines to) {
        var missing = new LinkedHashSet<String>();
        var level = judgement.level();
        if (level.value() == Level.UNDETERMINED) {
            missing.addAll(level.missingThatMatter());
        }
        var metabolic = judgement.metabolic();
        if (metabolic.value() == MetabolicCode.UNDETERMINED && level.value() != Level.OUTSIDE) {
            missing.addAll(metabolic.missingThatMatter());
        }
        if (!missing.isEmpty()) {
            // One missing value is found out sooner than five.
            to.accept(
                    Task.UNDETERMINED,
                    examDay(document),
                    -missing.size(),
                    () -> todo(document, -missing.size(), List.of(), List.of(), List.copyOf(missing)));
        }
    }

    private static Optional<LocalDate> examDay(CheckedDocument document) {
        return document.header().flatMap(header -> header.examDay());
    }

    private static Todo todo(
            CheckedDocument document,
            int urgency,
            List<Feedback> feedback,
            List<Reason> reasons,
            List<String> missing) {
        return new Todo(
                document.header().map(Person::of).orElse(Person.UNKNOWN),
                document.judgement().map(Judgement::age),
                examDay(document),
                Institution.of(document.header()),
                Clipped.path(document.archive()),
                Clipped.path(document.entry()),
                urgency,
                feedback,
                reasons,
                missing,
                List.of(),
                document.status() == Status.REJECTED);
    }
}
