package org.tsunagu.app.checkups;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;
import org.tsunagu.rules.feedback.Feedback;
import org.tsunagu.rules.stratification.Level;

/// What a judgement asks somebody to do (判定から生じる作業).
final class CheckupTasks {

    /// The kinds that come from a judgement; a newer checkup replaces them all.
    static final List<TaskKind> KINDS =
            List.of(TaskKind.VISIT_NOW, TaskKind.VISIT, TaskKind.ACTIVE, TaskKind.MOTIVATIONAL, TaskKind.UNDETERMINED);

    private static final String NOW = "refer_now";
    private static final String DRUG = "med_";
    private static final int DOCTOR_BAND = 2;
    /// More than any number of high values.
    private static final int GOES_BEFORE = 1000;

    private CheckupTasks() {}

    /// The tasks of a judgement.
    ///
    /// @param today the day the results came in: from it on there is time
    static List<NewTask> of(long memberId, LocalDate examDate, Judgement judgement, LocalDate today) {
        var tasks = new ArrayList<NewTask>();
        var subject = "%d:%d".formatted(memberId, judgement.fiscalYear().year());
        visit(judgement).forEach(draft -> tasks.add(draft.task(subject, memberId, examDate, today)));
        guidance(judgement).forEach(draft -> tasks.add(draft.task(subject, memberId, examDate, today)));
        return tasks;
    }

    private record Draft(TaskKind kind, int urgency, List<Reason> reasons) {

        NewTask task(String subject, long memberId, LocalDate since, LocalDate today) {
            var certainty = Certainty.weakest(
                    reasons.stream().map(reason -> reason.basis().certainty()));
            return new NewTask(
                    kind, subject, memberId, urgency, since, today.plusDays(kind.days()), reasons, certainty);
        }
    }

    private static Stream<Draft> visit(Judgement judgement) {
        var now = judgement.feedback().stream()
                .filter(feedback -> feedback.action().equals(NOW))
                .map(Feedback::reason)
                .toList();
        var high = judgement.bands().stream()
                .filter(band -> band.band() == DOCTOR_BAND)
                .map(Band::reason)
                .toList();
        var drugs = judgement.level().reasons().stream()
                .filter(reason -> isMet(reason)
                        && reason.facts().getOrDefault("variable", "").startsWith(DRUG))
                .toList();
        if (!now.isEmpty()) {
            var reasons = Stream.of(high, drugs).flatMap(List::stream).toList();
            return Stream.of(new Draft(
                    TaskKind.VISIT_NOW, now.size() * GOES_BEFORE + high.size(), reasons.isEmpty() ? now : reasons));
        }
        if (high.isEmpty()) {
            return Stream.empty();
        }
        // Somebody who takes a drug may be under a doctor already.
        var urgency = (drugs.isEmpty() ? GOES_BEFORE : 0) + high.size();
        return Stream.of(new Draft(
                TaskKind.VISIT,
                urgency,
                Stream.of(high, drugs).flatMap(List::stream).toList()));
    }

    private static Stream<Draft> guidance(Judgement judgement) {
        var level = judgement.level();
        if (level.value().isGuidanceTarget()) {
            var kind = level.value() == Level.ACTIVE ? TaskKind.ACTIVE : TaskKind.MOTIVATIONAL;
            var urgency = judgement.bands().stream().mapToInt(Band::band).sum();
            return Stream.of(new Draft(kind, urgency, met(level)));
        }
        if (level.value() == Level.UNDETERMINED) {
            // One missing value is found out sooner than five.
            var unknown = level.reasons().stream()
                    .filter(reason -> reason.code() == ReasonCode.CONDITION_UNKNOWN)
                    .toList();
            return Stream.of(
                    new Draft(TaskKind.UNDETERMINED, -level.missingThatMatter().size(), unknown));
        }
        return Stream.empty();
    }

    private static List<Reason> met(Decision<?> decision) {
        return decision.reasons().stream().filter(CheckupTasks::isMet).toList();
    }

    private static boolean isMet(Reason reason) {
        return reason.code() == ReasonCode.CONDITION_MET;
    }
}
