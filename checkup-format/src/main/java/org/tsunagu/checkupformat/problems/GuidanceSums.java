package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.GuidanceCourse.Outcomes;
import org.tsunagu.checkupformat.document.GuidanceCourse.Plan;
import org.tsunagu.checkupformat.document.GuidanceCourse.Sums;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;

/// Whether the points of a document agree with each other and with its contacts (ポイントの突合): CHK-GUI-005, 006, 012.
///
/// Compared are the document's own numbers. What a contact or an improvement is worth is known to the rules alone; here
/// no points may come from nothing, and none may be lost on the way to the totals.
final class GuidanceSums {

    private static final String FINISHED = "22";
    private static final String SOME = ">0";
    private static final String NOT_EARLY = "0";

    private final GuidanceItems items = GuidanceItems.shipped();
    private final GuidanceItem plannedOutcome = items.get(GuidanceSection.FIRST, Guidance.PLANNED, "outcome_points");
    private final GuidanceItem reachedOutcome = items.get(GuidanceSection.FINAL, Guidance.DONE, "outcome_points");
    private final GuidanceItem plannedProcess = items.get(GuidanceSection.TOTALS, Guidance.PLANNED, "process_points");
    private final GuidanceItem doneProcess = items.get(GuidanceSection.TOTALS, Guidance.DONE, "process_points");
    private final GuidanceItem plannedTotal = items.get(GuidanceSection.TOTALS, Guidance.PLANNED, "total_points");
    private final GuidanceItem doneTotal = items.get(GuidanceSection.TOTALS, Guidance.DONE, "total_points");
    private final BigDecimal completion = BigDecimal.valueOf(Limits.shipped().integer("completion_points"));
    private final GuidanceContacts contacts = new GuidanceContacts();

    void check(Guidance guidance) {
        var course = guidance.course();
        var planned = course.plan();
        planned.ifPresent(plan -> outcome(plan.outcomes(), plan.points(), plannedOutcome, guidance));
        course.finalEvaluation().ifPresent(one -> outcome(one.outcomes(), one.points(), reachedOutcome, guidance));
        process(course.planned(), plannedProcess, guidance);
        if (!contacts.check(guidance)) {
            process(course.done(), doneProcess, guidance);
        }
        total(course.planned(), planned.map(Plan::points).orElse(null), plannedTotal, guidance);
        var reached = course.finalEvaluation().isPresent()
                ? course.finalEvaluation().get().points()
                : null;
        total(course.done(), reached, doneTotal, guidance);
        completion(guidance);
    }

    /// Points without any improvement, or an improvement without points.
    private static void outcome(Outcomes outcomes, @Nullable BigDecimal points, GuidanceItem item, Guidance guidance) {
        if (points == null || outcomes.all().stream().allMatch(String::isEmpty)) {
            return;
        }
        someForSome(points, outcomes.all().stream().anyMatch(GuidanceSums::isReached), item, guidance);
    }

    /// Neither "not planned, not reached" nor "no target", "does not smoke".
    private static boolean isReached(String code) {
        return code.equals("1") || code.equals("2");
    }

    private static void process(Sums sums, GuidanceItem item, Guidance guidance) {
        var points = sums.processPoints();
        var counts = sums.forms().stream().map(form -> form.count()).toList();
        if (points == null || counts.stream().allMatch(count -> count == null)) {
            return;
        }
        someForSome(points, counts.stream().anyMatch(count -> count != null && count.signum() > 0), item, guidance);
    }

    private static void someForSome(BigDecimal points, boolean hasReason, GuidanceItem item, Guidance guidance) {
        if (hasReason != points.signum() > 0) {
            differs(item, points, hasReason ? SOME : "0", guidance);
        }
    }

    private static void differs(GuidanceItem item, BigDecimal actual, String expected, Guidance guidance) {
        guidance.report("CHK-GUI-005", item, "actual", actual.toPlainString(), "expected", expected);
    }

    /// The total is the sum of its parts and of what an early interview is worth: nothing when there was none.
    private static void total(Sums sums, @Nullable BigDecimal outcome, GuidanceItem item, Guidance guidance) {
        var total = sums.totalPoints();
        var process = sums.processPoints();
        if (total == null || process == null || outcome == null) {
            return;
        }
        var parts = process.add(outcome);
        var rest = total.subtract(parts).signum();
        var early = guidance.course().early();
        var fits = early.isEmpty() ? rest >= 0 : early.equals(NOT_EARLY) ? rest == 0 : rest > 0;
        if (!fits) {
            var expected = parts.toPlainString();
            differs(item, total, early.isEmpty() || early.equals(NOT_EARLY) ? expected : ">" + expected, guidance);
        }
    }

    /// A missing total is CHK-GUI-001.
    private void completion(Guidance guidance) {
        var total = guidance.course().done().totalPoints();
        var isFinished = guidance.category().equals(FINISHED) && guidance.isActive();
        if (isFinished && total != null && total.compareTo(completion) < 0) {
            guidance.report("CHK-GUI-006", doneTotal, "actual", total.toPlainString());
        }
    }
}
