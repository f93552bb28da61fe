package org.tsunagu.app.guidance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Assignments;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Rechecks;
import org.tsunagu.app.guidance.Candidates;
import org.tsunagu.app.guidance.Exclusions;
import org.tsunagu.app.guidance.Giving;
import org.tsunagu.app.guidance.Holder;
import org.tsunagu.app.guidance.Openings;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.CourseKind;

/// One candidate (対象者の画面): who is left out, what was found out about drugs, and the opening of the course.
@Controller
public class CandidateController {

    private static final int LONGEST = 200;

    private final Candidates candidates;
    private final Exclusions exclusions;
    private final Rechecks rechecks;
    private final Openings openings;
    private final Giving giving;
    private final Assignments assignments;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    CandidateController(
            Candidates candidates,
            Exclusions exclusions,
            Rechecks rechecks,
            Openings openings,
            Giving giving,
            Assignments assignments,
            Members members,
            Audit audit,
            Clock clock) {
        this.candidates = candidates;
        this.exclusions = exclusions;
        this.rechecks = rechecks;
        this.openings = openings;
        this.giving = giving;
        this.assignments = assignments;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page of one candidate shows (対象者の画面).
    ///
    /// @param line empty when the person is no candidate of the year
    /// @param hasCheckup whether there is a result of the year that a recheck can be about
    public record PersonContent(
            Member member,
            int year,
            Optional<Candidates.Line> line,
            List<Exclusions.Exclusion> history,
            boolean hasCheckup,
            List<Rechecks.Recheck> rechecks,
            List<Assignments.Provider> providers,
            Map<String, String> typed,
            String problem) {

        /// How certain the rules of the model implementation (モデル実施) are; empty where the checkup has
        /// none.
        public Optional<Certainty> model() {
            return line.flatMap(one -> Openings.model(
                    one.judged().examDate(), one.ranked().candidate().level()));
        }

        /// What stands in a field.
        public String of(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @GetMapping("/guidance/candidates/{member:[0-9]+}")
    View person(@PathVariable long member, @RequestParam int year) {
        audit.note(Look.at(member, "guidance", "guidance", "/guidance/candidates"));
        return Page.of("guidance/candidate", content(find(member), new FiscalYear(year), Map.of(), ""));
    }

    private Member find(long id) {
        return members.find(new MemberId(id)).orElseThrow(NotFound::new);
    }

    private PersonContent content(Member member, FiscalYear year, Map<String, String> typed, String problem) {
        var checkup = rechecks.checkup(member.id(), year);
        return new PersonContent(
                member,
                year.year(),
                line(member, year),
                exclusions.of(member.id()),
                checkup.isPresent(),
                checkup.map(rechecks::of).orElse(List.of()),
                Actors.current().may(Permission.EXPORT) ? assignments.providers() : List.of(),
                typed,
                problem);
    }

    /// The page again with what was typed and what is wrong with it.
    View refused(long member, FiscalYear year, Map<String, String> typed, String problem) {
        audit.note(Look.at(member, "guidance", "guidance", "/guidance/candidates"));
        return Page.refused("guidance/candidate", content(find(member), year, typed, problem));
    }

    private Optional<Candidates.Line> line(Member member, FiscalYear year) {
        return candidates.of(year).stream()
                .filter(line -> line.member().id().equals(member.id()))
                .findFirst();
    }

    /// What was asked about drugs and what was answered.
    @PostMapping("/guidance/candidates/{member:[0-9]+}/exclusion")
    View exclude(@PathVariable long member, @RequestParam int year, @RequestParam Map<String, String> typed) {
        var person = find(member);
        var on = TypedDate.read(typed.getOrDefault("on", ""));
        var asked = typed.getOrDefault("asked", "").strip();
        var answer = typed.getOrDefault("answer", "").strip();
        var problem = on.filter(day -> !day.isAfter(LocalDate.now(clock))).isEmpty()
                ? "guidance.problem.future"
                : asked.isEmpty() || asked.length() > LONGEST || answer.length() > LONGEST
                        ? "guidance.problem.asked"
                        : "";
        if (!problem.isEmpty()) {
            return refused(member, new FiscalYear(year), typed, problem);
        }
        var isExcluded = typed.getOrDefault("excluded", "").equals("yes");
        exclusions.record(person.id(), year, isExcluded, asked, answer, on.orElseThrow());
        recheck(person, year, typed, on.orElseThrow());
        return new RedirectView(
                "/guidance/candidates/%d?year=%d&notice=guidance.exclusion.saved".formatted(member, year));
    }

    /// What was found out of a drug that the questionnaire asks about becomes part of the result, which is judged
    /// again.
    private void recheck(Member person, int year, Map<String, String> typed, LocalDate on) {
        var question = typed.getOrDefault("question", "");
        if (!question.isEmpty()) {
            rechecks.checkup(person.id(), new FiscalYear(year))
                    .ifPresent(checkup -> rechecks.record(
                            checkup,
                            question,
                            typed.getOrDefault("code", ""),
                            on,
                            typed.getOrDefault("answer", "").strip()));
        }
    }

    /// Opens the course; who is left out or has left has none.
    @PostMapping("/guidance/candidates/{member:[0-9]+}/open")
    View open(
            @PathVariable long member,
            @RequestParam int year,
            @RequestParam(defaultValue = "0") long provider,
            @RequestParam Map<String, String> typed) {
        var person = find(member);
        var line = line(person, new FiscalYear(year)).orElseThrow(NotFound::new);
        if (line.course().isEmpty() && !line.isInvitable()) {
            return new RedirectView(
                    "/guidance/candidates/%d?year=%d&notice=guidance.problem.excluded".formatted(member, year));
        }
        var holder = Actors.current().may(Permission.EXPORT)
                ? giving.holder(provider).orElseThrow(NotFound::new)
                : Holder.OWN;
        var opened =
                openings.open(line.judged().checkupId(), kind(typed), holder).orElseThrow(NotFound::new);
        return new RedirectView("/guidance/courses/%d?notice=guidance.%s"
                .formatted(opened.courseId(), opened.hasTicket() ? "opened" : "ticket.none"));
    }

    /// Another kind than the usual one of the level, when one was chosen.
    private static Optional<CourseKind> kind(Map<String, String> typed) {
        return Optional.of(CourseKind.ACTIVE_MODEL).filter(one -> one.name().equals(typed.get("kind")));
    }
}
