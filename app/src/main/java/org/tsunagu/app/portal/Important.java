package org.tsunagu.app.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.feedback.Feedback;

/// What comes first on the first page (だいじな3つ): at most three points, the most urgent first, each with what to do.
public final class Important {

    private static final int MOST = 3;
    /// From the most urgent to the least, as in the result notice.
    static final List<String> ACTIONS =
            List.of("refer_now", "refer_if_no_improvement", "continue_treatment", "guidance", "lifestyle", "continue");

    private Important() {}

    /// A point.
    ///
    /// @param key of the sentence
    /// @param day it speaks of; empty for none
    /// @param word it speaks of; empty for none
    /// @param href where one can do it
    public record Point(String key, Optional<LocalDate> day, String word, String href) {}

    /// What the points are taken from.
    ///
    /// @param judgement of the latest checkup; empty for none, or one that no rules cover
    /// @param nextMeeting day of the next contact of a course of guidance
    /// @param checkupTicket last day of a ticket for the checkup that can be used
    /// @param guidanceTicket the same for guidance
    /// @param unread messages
    public record Facts(
            Optional<Judgement> judgement,
            Optional<LocalDate> nextMeeting,
            Optional<LocalDate> checkupTicket,
            Optional<LocalDate> guidanceTicket,
            int unread) {}

    /// The points.
    public static List<Point> of(Facts facts) {
        var points = new ArrayList<Point>();
        var action = facts.judgement().flatMap(Important::urgent);
        action.filter(one -> ACTIONS.indexOf(one) <= 2).ifPresent(one -> points.add(checkup(one)));
        facts.nextMeeting()
                .ifPresent(day -> points.add(new Point("portal.point.meeting", Optional.of(day), "", "/my/guidance")));
        facts.guidanceTicket()
                .ifPresent(day ->
                        points.add(new Point("portal.point.ticket.GUIDANCE", Optional.of(day), "", "/my/tickets")));
        facts.checkupTicket()
                .ifPresent(day ->
                        points.add(new Point("portal.point.ticket.CHECKUP", Optional.of(day), "", "/my/tickets")));
        if (facts.unread() > 0) {
            var count = Integer.toString(facts.unread());
            points.add(new Point("portal.point.messages", Optional.empty(), count, "/my/messages"));
        }
        action.filter(one -> ACTIONS.indexOf(one) > 2).ifPresent(one -> points.add(checkup(one)));
        return points.stream().limit(MOST).toList();
    }

    private static Point checkup(String action) {
        return new Point("portal.point." + action, Optional.empty(), "", "/my/checkups");
    }

    /// The most urgent action that a checkup asks for.
    public static Optional<String> urgent(Judgement judgement) {
        var asked = judgement.feedback().stream().map(Feedback::action).toList();
        return ACTIONS.stream().filter(asked::contains).findFirst();
    }
}
