package org.tsunagu.checkupformat.problems;

import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceCourse;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.ticket.TicketNumber;
import org.tsunagu.codes.time.PlanPeriod;

/// One guidance document under examination (検査対象の保健指導1件).
///
/// @param isFourth whether the items and rules of the fourth period apply
/// @param level `1` active, `2` motivational, `3` equivalent; empty when the document does not say
/// @param results by item: the first that carries something, else the first
record Guidance(
        GuidanceDocument document,
        GuidanceCourse course,
        Subject subject,
        boolean isFourth,
        String level,
        GuidanceResults results) {

    static final String ACTIVE = "1";
    static final String DONE = "EVN";
    static final String PLANNED = "INT";

    private static final String FORMS_THIRD_PERIOD = "1.2.392.200119.6.1113";
    private static final String FIRST_FORMS_THIRD_PERIOD = "1.2.392.200119.6.18140";
    private static final String FOR_GUIDANCE = "2";

    static Guidance of(GuidanceDocument document, Subject subject) {
        var course = GuidanceCourse.of(document);
        return new Guidance(
                document,
                course,
                subject,
                isFourth(document, course, subject),
                level(course, subject),
                new GuidanceResults(document));
    }

    /// The rules go by the checkup; where its day is not written, by the first interview, else by the day of service.
    private static boolean isFourth(GuidanceDocument document, GuidanceCourse course, Subject subject) {
        for (var section : document.sections()) {
            for (var act : section.acts()) {
                if (act.formSystem().equals(FORMS_THIRD_PERIOD)
                        || act.formSystem().equals(FIRST_FORMS_THIRD_PERIOD)) {
                    return false;
                }
            }
        }
        return course.checkupDay()
                .or(() -> course.firstInterview().flatMap(GuidanceCourse.Session::day))
                .or(subject::serviceDay)
                .map(day -> !day.isBefore(PlanPeriod.FOURTH.firstDay()))
                .orElse(false);
    }

    private static String level(GuidanceCourse course, Subject subject) {
        return switch (course.level()) {
            case "1", "2", "3" -> course.level();
            default -> ofTicket(subject);
        };
    }

    private static String ofTicket(Subject subject) {
        for (var ticket : subject.header().tickets()) {
            var number = TicketNumber.of(ticket.number().text());
            if (ticket.function().text().equals(FOR_GUIDANCE) && number.isPresent()) {
                return switch (number.get().kind()) {
                    case '2' -> "2";
                    case '3' -> ACTIVE;
                    case '4' -> "3";
                    default -> "";
                };
            }
        }
        return "";
    }

    boolean isActive() {
        return level.equals(ACTIVE);
    }

    Findings findings() {
        return subject.findings();
    }

    String category() {
        return subject.category();
    }

    /// The first result of an item that carries something, else the first; null when it is not there.
    @Nullable
    GuidanceResult find(GuidanceItem item) {
        return results.get(item);
    }

    /// Reports about an item, at its result when there is one.
    void report(String check, GuidanceItem item, String... arguments) {
        var result = find(item);
        if (result == null) {
            findings().missing(check, item.code(), arguments);
        } else {
            findings().guidance(check, item.code(), result.line(), result.column(), arguments);
        }
    }

    /// Reports about an act, naming one of its items.
    void report(String check, GuidanceItem item, GuidanceAct act, String... arguments) {
        findings().guidance(check, item.code(), act.line(), act.column(), arguments);
    }
}
