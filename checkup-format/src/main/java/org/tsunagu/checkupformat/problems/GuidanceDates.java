package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceCourse;
import org.tsunagu.checkupformat.document.GuidanceCourse.Evaluation;
import org.tsunagu.checkupformat.document.GuidanceCourse.Session;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.PlanPeriod;

/// The days of guidance and what depends on them (保健指導の日付): CHK-XML-024, CHK-GUI-004, 007, 008, 010, 013.
final class GuidanceDates {

    private static final String PHONE = "5";
    private static final String MAIL = "6";
    private static final String NOT_EARLY = "0";
    private static final String SAME_DAY = "1";
    private static final String WITHIN_A_WEEK = "2";
    private static final String START = "21";
    private static final String FINISHED = "22";
    private static final String TO_THE_STATE = "30";

    private final GuidanceItems items = GuidanceItems.shipped();
    private final GuidanceItem checkupDay = items.get(GuidanceSection.COMMON, Guidance.DONE, "checkup_day");
    private final GuidanceItem partDay = items.get(GuidanceSection.FIRST_PART, Guidance.DONE, "day");
    private final GuidanceItem partForm = items.get(GuidanceSection.FIRST_PART, Guidance.DONE, "form");
    private final GuidanceItem firstDay = items.get(GuidanceSection.FIRST, Guidance.DONE, "day");
    private final GuidanceItem firstForm = items.get(GuidanceSection.FIRST, Guidance.DONE, "form");
    private final GuidanceItem early = items.get(GuidanceSection.FIRST, Guidance.DONE, "early");
    private final GuidanceItem supportDay = items.get(GuidanceSection.SUPPORT, Guidance.DONE, "day");
    private final GuidanceItem interimDay = items.get(GuidanceSection.INTERIM, Guidance.DONE, "day");
    private final GuidanceItem finalDay = items.get(GuidanceSection.FINAL, Guidance.DONE, "day");
    private final int earlyDays = Limits.shipped().integer("early_interview_days");
    private final int evaluationMonths = Limits.shipped().integer("evaluation_months");

    void check(Guidance guidance) {
        calendar(guidance);
        order(guidance);
        serviceDate(guidance);
        evaluation(guidance);
        if (guidance.isFourth()) {
            forms(guidance);
            early(guidance);
        }
    }

    private void calendar(Guidance guidance) {
        for (var section : guidance.document().sections()) {
            for (var act : section.acts()) {
                guidance.subject().date(act.date(), "act/effectiveTime");
            }
        }
        var written = guidance.find(checkupDay);
        if (written != null
                && !written.text().isEmpty()
                && Dates.compact(written.text()).isEmpty()) {
            guidance.report("CHK-XML-024", checkupDay, "item", checkupDay.code(), "actual", written.text());
        }
    }

    /// Each step is on or after the latest one before it. A step out of order is not compared with what follows.
    private void order(Guidance guidance) {
        var course = guidance.course();
        var latest = course.checkupDay();
        latest = step(latest, course.firstPart(), partDay, guidance);
        latest = step(latest, course.firstInterview(), firstDay, guidance);
        var end = latest;
        for (var support : course.supports()) {
            end = later(end, step(latest, Optional.of(support), supportDay, guidance));
        }
        end = later(end, step(latest, course.interim().map(Evaluation::session), interimDay, guidance));
        end = later(end, step(end, course.finalEvaluation().map(Evaluation::session), finalDay, guidance));
        created(end, guidance);
    }

    /// A document made before its own day of service is CHK-HDR-003.
    private static void created(Optional<LocalDate> end, Guidance guidance) {
        var created = Dates.compact(guidance.subject().header().created().text())
                .filter(day ->
                        guidance.subject().serviceDay().filter(day::isBefore).isEmpty());
        if (end.isPresent() && created.isPresent() && created.get().isBefore(end.get())) {
            guidance.findings()
                    .field(
                            "CHK-GUI-010",
                            guidance.subject().header().created(),
                            "actual",
                            end.get() + " > " + created.get());
        }
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get())) ? other : one;
    }

    private static Optional<LocalDate> step(
            Optional<LocalDate> before, Optional<Session> session, GuidanceItem item, Guidance guidance) {
        var day = session.flatMap(Session::day);
        if (day.isEmpty() || session.isEmpty()) {
            return before;
        }
        if (before.isPresent() && day.get().isBefore(before.get())) {
            guidance.report("CHK-GUI-010", item, session.get().act(), "actual", before.get() + " > " + day.get());
            return before;
        }
        return day;
    }

    private static void serviceDate(Guidance guidance) {
        var course = guidance.course();
        var content = switch (guidance.category()) {
            case START -> course.firstInterview().flatMap(Session::day);
            case FINISHED ->
                course.finalEvaluation().flatMap(one -> one.session().day());
            default -> Optional.<LocalDate>empty();
        };
        var service = guidance.subject().header().examDay();
        if (content.isPresent() && service.isPresent() && !content.equals(service)) {
            guidance.findings()
                    .field(
                            "CHK-GUI-008",
                            guidance.subject().header().examDate(),
                            "actual",
                            service.get() + " / " + content.get());
        }
    }

    /// Since the third period, so many months after the interview that made the plan; clamped to the end of a month.
    private void evaluation(Guidance guidance) {
        var course = guidance.course();
        var first = course.firstInterview().flatMap(Session::day);
        var last = course.finalEvaluation().map(Evaluation::session);
        if (first.isEmpty()
                || last.isEmpty()
                || last.get().day().isEmpty()
                || first.get().isBefore(PlanPeriod.THIRD.firstDay())) {
            return;
        }
        var earliest = first.get().plusMonths(evaluationMonths);
        var day = last.get().day().get();
        // A day before the interview itself is CHK-GUI-010.
        if (day.isBefore(earliest) && !day.isBefore(first.get())) {
            guidance.report(
                    "CHK-GUI-013",
                    finalDay,
                    last.get().act(),
                    "actual",
                    day.toString(),
                    "expected",
                    earliest.toString());
        }
    }

    /// By telephone or e-mail only the second part of a split interview. The report to the state does not say whether
    /// there were parts.
    private void forms(Guidance guidance) {
        var course = guidance.course();
        course.firstPart().ifPresent(part -> form(part, partForm, guidance));
        var isWhole = course.firstPart().isEmpty() && !guidance.document().has(partDay.section());
        if (isWhole && !guidance.category().equals(TO_THE_STATE)) {
            course.firstInterview().ifPresent(first -> form(first, firstForm, guidance));
        }
    }

    private static void form(Session session, GuidanceItem item, Guidance guidance) {
        GuidanceAct act = session.act();
        if (session.form().equals(PHONE) || session.form().equals(MAIL)) {
            guidance.report("CHK-GUI-004", item, act, "actual", session.form());
        }
    }

    private void early(Guidance guidance) {
        var course = guidance.course();
        var checkup = course.checkupDay();
        if (checkup.isEmpty() || course.early().isEmpty()) {
            return;
        }
        var first = course.firstInterview().flatMap(Session::day);
        var part = course.firstPart().flatMap(Session::day);
        if (first.isEmpty() && part.isEmpty()) {
            return;
        }
        if (!fits(course, checkup.get(), first) && !fits(course, checkup.get(), part)) {
            guidance.report("CHK-GUI-007", early, "actual", course.early());
        }
    }

    /// A day before the checkup is CHK-GUI-010 alone.
    private boolean fits(GuidanceCourse course, LocalDate checkup, Optional<LocalDate> interview) {
        if (interview.isEmpty()) {
            return false;
        }
        var days = checkup.until(interview.get(), ChronoUnit.DAYS);
        if (days < 0) {
            return true;
        }
        var right = days == 0 ? SAME_DAY : days <= earlyDays ? WITHIN_A_WEEK : NOT_EARLY;
        return course.early().equals(right);
    }
}
