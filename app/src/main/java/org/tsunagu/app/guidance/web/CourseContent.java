package org.tsunagu.app.guidance.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.app.access.Assignments;
import org.tsunagu.app.guidance.Giving;
import org.tsunagu.app.guidance.Goals;
import org.tsunagu.app.guidance.PersonCourse;
import org.tsunagu.app.guidance.Progress;
import org.tsunagu.app.guidance.Receptions;
import org.tsunagu.app.guidance.Recorded;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.TicketLetters;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.guidance.Circumstance;
import org.tsunagu.rules.guidance.Trigger;

/// What the page of a course shows (経過の画面の内容).
///
/// @param form the form with what was typed
/// @param reasons why the rules did not take it
/// @param since what somebody else recorded in the meantime
/// @param problem key of one more problem; empty for none
/// @param documents received documents that are in the course
public record CourseContent(
        Member member,
        PersonCourse course,
        Progress progress,
        EntryForm form,
        String formKey,
        long corrects,
        List<Reason> reasons,
        List<Recorded> since,
        String problem,
        List<Receptions.Reception> documents,
        Holding holding) {

    /// Who holds the course and the ticket for it (実施する機関と利用券).
    ///
    /// @param ticket the latest of the year; empty for none
    /// @param providers to whom it can be given; empty for somebody who may not give it
    /// @param given to whom it was given so far, the latest first
    public record Holding(Optional<Ticket> ticket, List<Assignments.Provider> providers, List<Giving.Given> given) {

        /// Whether the ticket can be used on a day.
        public boolean isUsable(LocalDate day) {
            return ticket.filter(one -> one.invalidOn(day).isEmpty()).isPresent();
        }

        /// The charges in words, as on the ticket.
        public String charges() {
            return ticket.map(one -> TicketLetters.charges(one.terms())).orElse("");
        }
    }

    private static final Set<Circumstance> OF_SUPPORT =
            Set.of(Circumstance.AUTOMATIC, Circumstance.PICTURES_ONLY, Circumstance.REMINDER_ONLY);

    /// Keys of what is wrong, by field.
    public Map<String, String> problems() {
        var all = new LinkedHashMap<>(form.problems());
        if (!problem.isEmpty()) {
            all.put("on", problem);
        }
        return all;
    }

    /// What may take the points from what is recorded.
    public List<Circumstance> circumstances() {
        return List.of(Circumstance.values()).stream()
                .filter(one -> OF_SUPPORT.contains(one)
                        || (one == Circumstance.SELF_REPORTED && form.what() == Trigger.EVALUATE))
                .toList();
    }

    /// The goals there are to choose from.
    public List<Row> goals() {
        return Goals.on(course.checkupDay());
    }

    /// The wording of a goal.
    public String goal(String key, String lang) {
        return Goals.of(key)
                .map(row -> row.text(lang.equals("ja") ? "name_ja" : "name_en"))
                .orElse(key);
    }
}
