package org.tsunagu.app.guidance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
import org.tsunagu.app.guidance.CourseSummary;
import org.tsunagu.app.guidance.CourseTickets;
import org.tsunagu.app.guidance.Giving;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.guidance.HolderLines;
import org.tsunagu.app.guidance.PersonCourse;
import org.tsunagu.app.guidance.Plausible;
import org.tsunagu.app.guidance.Progress;
import org.tsunagu.app.guidance.Receptions;
import org.tsunagu.app.guidance.Recorded;
import org.tsunagu.app.guidance.Recording;
import org.tsunagu.app.guidance.Recording.Outcome;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.guidance.CourseState;
import org.tsunagu.rules.guidance.Trigger;

/// The courses of a year and the page of one of them (特定保健指導の経過). Outside providers see those of their members.
@Controller
public class CourseController {

    private static final int LONGEST = 200;
    private static final int ON_A_PAGE = 50;

    private final Guidance guidance;
    private final Recording recording;
    private final Receptions receptions;
    private final CourseTickets tickets;
    private final Giving giving;
    private final Assignments assignments;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    CourseController(
            Guidance guidance,
            Recording recording,
            Receptions receptions,
            CourseTickets tickets,
            Giving giving,
            Assignments assignments,
            Members members,
            Audit audit,
            Clock clock) {
        this.tickets = tickets;
        this.giving = giving;
        this.assignments = assignments;
        this.guidance = guidance;
        this.recording = recording;
        this.receptions = receptions;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// The courses of a fiscal year (年度の一覧).
    ///
    /// @param state only those in this state; empty for all
    /// @param states those there are
    /// @param all how many there are in the state
    /// @param courses those of the page
    /// @param holders how many courses each holder has, whatever their state
    public record ListContent(
            int year,
            String state,
            List<String> states,
            int page,
            int all,
            List<CourseSummary> courses,
            List<HolderLines.Line> holders,
            Map<MemberId, Member> people) {

        /// Whether there are more behind this page.
        public boolean hasNext() {
            return (page + 1) * ON_A_PAGE < all;
        }

        /// The name of the person of a course.
        public String name(CourseSummary course) {
            var member = people.get(new MemberId(course.memberId()));
            return member == null ? "" : member.name();
        }
    }

    @GetMapping("/guidance/courses")
    View list(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page) {
        var shown = year == 0 ? FiscalYear.containing(LocalDate.now(clock)) : new FiscalYear(year);
        var states = new TreeSet<String>();
        var found = new ArrayList<CourseSummary>();
        var holders = new HolderLines(LocalDate.now(clock));
        var at = Math.max(0, page);
        var count = new AtomicInteger();
        guidance.courses(Actors.current().insurer().id(), shown, course -> {
            states.add(course.state().name());
            holders.add(course);
            if ((state.isEmpty() || course.state().name().equals(state)) && count.getAndIncrement() / ON_A_PAGE == at) {
                found.add(course);
            }
        });
        audit.note(found.stream()
                .map(course -> Look.listed(course.memberId(), "guidance", "/guidance/courses"))
                .toList());
        var people = members.find(
                found.stream().map(course -> new MemberId(course.memberId())).toList());
        return Page.of(
                "guidance/courses",
                new ListContent(
                        shown.year(), state, List.copyOf(states), at, count.get(), found, holders.lines(), people));
    }

    @GetMapping("/guidance/courses/{id:[0-9]+}")
    View course(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "0") long correct) {
        var course = guidance.find(id).orElseThrow(NotFound::new);
        audit.note(Look.at(course.memberId(), "guidance", "guidance", "/guidance/courses"));
        var old = course.current().stream().filter(one -> one.id() == correct).findFirst();
        var possible = Recording.possible(course, LocalDate.now(clock));
        var trigger = old.map(one -> one.event().trigger())
                .or(() ->
                        possible.stream().filter(one -> one.name().equals(what)).findFirst())
                .or(() -> usual(course, possible))
                .orElse(Trigger.TIME_PASSED);
        var typed = old.map(OldEntry::fields).orElseGet(this::fresh);
        return Page.of(
                "guidance/course",
                content(
                        course,
                        new EntryForm(trigger, typed),
                        new Recording.At(
                                id, course.version(), old.map(Recorded::id).orElse(0L), UUID.randomUUID()),
                        new Outcome.Done(course)));
    }

    /// What is recorded next as a rule: support while a course of active support runs, the evaluation once it
    /// is due.
    private Optional<Trigger> usual(PersonCourse course, Set<Trigger> possible) {
        var isDue = Progress.of(course, LocalDate.now(clock)).state().key().equals(CourseState.EVALUATION_DUE.name());
        return Stream.of(isDue ? Trigger.EVALUATE : Trigger.SUPPORT, Trigger.EVALUATE)
                .filter(possible::contains)
                .filter(one -> one != Trigger.SUPPORT || course.kind() != CourseKind.MOTIVATIONAL)
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    private Map<String, String> fresh() {
        return Map.of(
                "on", LocalDate.now(clock).toString(), "by", Actors.current().name());
    }

    private CourseContent content(PersonCourse course, EntryForm form, Recording.At at, Outcome outcome) {
        return new CourseContent(
                members.find(new MemberId(course.memberId())).orElseThrow(NotFound::new),
                course,
                Progress.of(course, LocalDate.now(clock)),
                form,
                at.formKey().toString(),
                at.corrects(),
                outcome instanceof Outcome.Refused no ? no.reasons() : List.of(),
                outcome instanceof Outcome.Changed changed ? changed.since() : List.of(),
                problem(outcome),
                receptions.of(course.id()),
                holding(course));
    }

    private CourseContent.Holding holding(PersonCourse course) {
        var mayGive = Actors.current().may(Permission.EXPORT);
        return new CourseContent.Holding(
                tickets.of(course), mayGive ? assignments.providers() : List.of(), giving.of(course.id()));
    }

    private static String problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotInsured _ -> "guidance.problem.not_insured";
            case Outcome.OtherContent _ -> "guidance.problem.other_content";
            case Outcome.NotByHand _ -> "guidance.problem.not_by_hand";
            case Outcome.Done _, Outcome.Refused _, Outcome.Changed _, Outcome.Missing _ -> "";
        };
    }

    @PostMapping("/guidance/courses/{id:[0-9]+}")
    View record(@PathVariable long id, @RequestParam Map<String, String> parameters) {
        var course = guidance.find(id).orElseThrow(NotFound::new);
        var typed = new HashMap<>(parameters);
        typed.remove("_csrf");
        var what = List.of(Trigger.values()).stream()
                .filter(one -> one != Trigger.TIME_PASSED && one.name().equals(typed.get("what")))
                .findFirst()
                .orElseThrow(NotFound::new);
        var form = new EntryForm(what, typed);
        var today = LocalDate.now(clock);
        var entry = form.entry(today, Progress.of(course, today));
        form.confirm(Plausible.doubtful(course, entry));
        var at = at(id, typed);
        var outcome = form.problems().isEmpty() ? recording.record(at, entry) : new Outcome.Refused(List.of());
        if (outcome instanceof Outcome.Done) {
            return new RedirectView("/guidance/courses/%d?notice=guidance.recorded".formatted(id));
        }
        return refused(course, form, at, outcome);
    }

    private View refused(PersonCourse seen, EntryForm form, Recording.At at, Outcome outcome) {
        var course = guidance.find(seen.id()).orElseThrow(NotFound::new);
        audit.note(Look.at(course.memberId(), "guidance", "guidance", "/guidance/courses"));
        return Page.refused("guidance/course", content(course, form, at, outcome));
    }

    private static Recording.At at(long id, Map<String, String> typed) {
        return new Recording.At(
                id,
                Math.toIntExact(number(typed.getOrDefault("version", ""))),
                number(typed.getOrDefault("corrects", "")),
                key(typed.getOrDefault("formKey", "")));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    private static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound();
        }
    }

    @PostMapping("/guidance/courses/{id:[0-9]+}/annul")
    View annul(@PathVariable long id, @RequestParam Map<String, String> typed) {
        var why = typed.getOrDefault("why", "").strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            return new RedirectView("/guidance/courses/%d?notice=guidance.problem.why".formatted(id));
        }
        var notice = switch (recording.annul(at(id, typed), why)) {
            case Outcome.Done _ -> "guidance.annulled";
            case Outcome.Changed _ -> "guidance.problem.changed";
            case Outcome.Refused _ -> "guidance.problem.needed";
            case Outcome.NotInsured _ -> "guidance.problem.needed";
            case Outcome.OtherContent _ -> "guidance.problem.other_content";
            case Outcome.NotByHand _ -> "guidance.problem.not_by_hand";
            case Outcome.Missing _ -> throw new NotFound();
        };
        return new RedirectView("/guidance/courses/%d?notice=%s".formatted(id, notice));
    }
}
