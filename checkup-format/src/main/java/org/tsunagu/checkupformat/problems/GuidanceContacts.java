package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.GuidanceCourse.Evaluation;
import org.tsunagu.checkupformat.document.GuidanceCourse.FormSum;
import org.tsunagu.checkupformat.document.GuidanceCourse.Session;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;

/// Whether the totals agree with the contacts listed in the document (支援記録と集計の突合): points CHK-GUI-005, numbers and
/// minutes CHK-GUI-012. A document need not list any contact; one that lists some lists them all. The interim
/// evaluation counts as a contact or not.
final class GuidanceContacts {

    private final GuidanceItem process;
    private final List<GuidanceItem> counts = new ArrayList<>();
    private final List<GuidanceItem> minutes = new ArrayList<>();

    GuidanceContacts() {
        this.process = GuidanceItems.shipped().get(GuidanceSection.TOTALS, Guidance.DONE, "process_points");
        for (var item : GuidanceItems.shipped().of(GuidanceSection.TOTALS)) {
            if (item.actMood().equals(Guidance.DONE)) {
                if (item.role().startsWith("count_")) {
                    counts.add(item);
                } else if (item.role().startsWith("minutes_")) {
                    minutes.add(item);
                }
            }
        }
    }

    /// Checks the totals.
    ///
    /// @return whether the points were compared with the contacts
    boolean check(Guidance guidance) {
        var course = guidance.course();
        if (course.supports().isEmpty()) {
            return false;
        }
        var interim = course.interim().map(Evaluation::session);
        for (var i = 0; i < counts.size(); i++) {
            form(course.done().forms().get(i), i, interim, guidance);
        }
        return points(course.supports(), interim, guidance);
    }

    private void form(FormSum sum, int index, Optional<Session> interim, Guidance guidance) {
        var listed = guidance.course().supports().stream()
                .filter(one -> one.form().equals(sum.form()))
                .toList();
        var extra = interim.filter(one -> one.form().equals(sum.form()));
        var number = BigDecimal.valueOf(listed.size());
        var count = sum.count();
        if (count != null
                && count.compareTo(number) != 0
                && (extra.isEmpty() || count.compareTo(number.add(BigDecimal.ONE)) != 0)) {
            differs(counts.get(index), count, number, guidance);
            return;
        }
        if (index < minutes.size()) {
            minutes(sum.minutes(), sum(listed, true), extra, minutes.get(index), guidance);
        }
    }

    private static void minutes(
            @Nullable BigDecimal total,
            @Nullable BigDecimal listed,
            Optional<Session> extra,
            GuidanceItem item,
            Guidance guidance) {
        if (total != null && listed != null && !isSum(total, listed, extra, true)) {
            differs(item, total, listed, guidance);
        }
    }

    private static void differs(GuidanceItem item, BigDecimal actual, BigDecimal expected, Guidance guidance) {
        guidance.report("CHK-GUI-012", item, "actual", actual.toPlainString(), "expected", expected.toPlainString());
    }

    private boolean points(List<Session> supports, Optional<Session> interim, Guidance guidance) {
        var total = guidance.course().done().processPoints();
        var listed = sum(supports, false);
        if (total == null || listed == null) {
            return false;
        }
        if (!isSum(total, listed, interim, false)) {
            guidance.report(
                    "CHK-GUI-005", process, "actual", total.toPlainString(), "expected", listed.toPlainString());
        }
        return true;
    }

    private static boolean isSum(BigDecimal total, BigDecimal listed, Optional<Session> extra, boolean isMinutes) {
        if (total.compareTo(listed) == 0) {
            return true;
        }
        var more = extra.isPresent() ? number(extra.get(), isMinutes) : null;
        return more != null && total.compareTo(listed.add(more)) == 0;
    }

    /// The sum; null when a contact does not say.
    private static @Nullable BigDecimal sum(List<Session> sessions, boolean isMinutes) {
        var sum = BigDecimal.ZERO;
        for (var session : sessions) {
            var number = number(session, isMinutes);
            if (number == null) {
                return null;
            }
            sum = sum.add(number);
        }
        return sum;
    }

    private static @Nullable BigDecimal number(Session session, boolean isMinutes) {
        return isMinutes ? session.minutes() : session.points();
    }
}
