package org.tsunagu.app.mailing.web;

import static org.tsunagu.app.tickets.TicketKind.Family.CHECKUP;
import static org.tsunagu.app.tickets.TicketKind.Family.GUIDANCE;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.VisitAdvices;
import org.tsunagu.app.guidance.Invitations;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.mailing.Run;
import org.tsunagu.app.mailing.Runs;
import org.tsunagu.app.tickets.Reminders;
import org.tsunagu.app.tickets.Tickets;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.app.worklists.TaskLists;
import org.tsunagu.app.worklists.TaskQuery;
import org.tsunagu.codes.time.FiscalYear;

/// Letters in bulk (通知の一括作成): asked for from a list, made in the background, downloaded, posted.
@Controller
public class LetterController {

    private static final int SHOWN = 50;
    private static final int TROUBLES = 500;

    private final Runs runs;
    private final TaskLists lists;
    private final VisitAdvices advices;
    private final Tickets tickets;
    private final Reminders reminders;
    private final Invitations invitations;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    private final OutsidePrinting printing;

    LetterController(
            Runs runs,
            TaskLists lists,
            VisitAdvices advices,
            Tickets tickets,
            Reminders reminders,
            Invitations invitations,
            Jobs jobs,
            Audit audit,
            Clock clock,
            OutsidePrinting printing) {
        this.printing = printing;
        this.tickets = tickets;
        this.reminders = reminders;
        this.invitations = invitations;
        this.runs = runs;
        this.lists = lists;
        this.advices = advices;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param next where the older runs begin; 0 when there are none
    public record ListContent(List<Run> runs, int next) {}

    /// What the page shows (画面の内容).
    ///
    /// @param job how far the work is
    /// @param problem key of what was wrong with an action; empty for nothing
    public record OneContent(Run run, Optional<Job> job, List<Runs.Trouble> troubles, LocalDate today, String problem) {

        /// Whether the page should look again by itself.
        public boolean isBusy() {
            return run.state() == Run.State.WAITING && !isFailed();
        }

        /// Whether the work was given up.
        public boolean isFailed() {
            return job.filter(one -> one.state().equals("FAILED")).isPresent();
        }
    }

    @GetMapping("/letters")
    View list(@RequestParam(defaultValue = "0") int from) {
        var start = Math.max(0, from);
        var some = runs.latest(start, SHOWN + 1);
        var next = some.size() > SHOWN ? start + SHOWN : 0;
        return Page.of(
                "mailing/list", new ListContent(some.stream().limit(SHOWN).toList(), next));
    }

    @PostMapping("/letters")
    View ask(@RequestParam(defaultValue = "") List<String> task, @RequestParam Map<String, String> fields) {
        var kind = Stream.of(Run.Kind.values())
                .filter(one -> one.name().equals(fields.get("letter")))
                .findFirst()
                .orElseThrow(NotFound::new);
        var query = TaskQuery.of(fields).filter();
        var isAll = fields.getOrDefault("scope", "").equals("all");
        var ids = isAll
                ? lists.ids(lists.filter(query))
                : task.stream()
                        .filter(text -> text.matches("[0-9]{1,18}(:[0-9]{1,9})?"))
                        .map(text -> Long.valueOf(text.replaceFirst(":.*", "")))
                        .toList();
        var which = isAll ? "all " + query.parameters() : "selected";
        try {
            var run = runs.ask(kind, ids, which).orElseThrow(NotFound::new);
            audit.note(
                    Look.changed(0, "letter", "/letters", "run %d, %s, %s".formatted(run, kind, which)),
                    runs.people(run));
            return new RedirectView("/letters/" + run);
        } catch (Runs.NobodyConcerned e) {
            return new RedirectView(
                    query.address() + (query.chosen().isEmpty() ? "?" : "&") + "notice=mailing.problem.nobody");
        }
    }

    /// Advice to everybody on the list of those who should see a doctor, as it is filtered.
    @PostMapping("/letters/visits")
    View visits(@RequestParam Map<String, String> fields) {
        var query = VisitAdvices.Query.of(fields);
        var which = "visits " + query.asked().parameters();
        try {
            var run = runs.askFor(Run.Kind.ADVICE, advices.people(query), which).orElseThrow(NotFound::new);
            audit.note(Look.changed(0, "letter", "/letters", "run %d, %s".formatted(run, which)), runs.people(run));
            return new RedirectView("/letters/" + run);
        } catch (Runs.NobodyConcerned e) {
            return new RedirectView(query.asked().at(VisitAdvices.ADDRESS, "mailing.problem.nobody"));
        }
    }

    /// Tickets to everybody of a year who has one that can be used, to those who got theirs together, or to one
    /// member.
    @PostMapping("/letters/tickets")
    View tickets(@RequestParam Map<String, String> fields) {
        var kind = Stream.of(Run.Kind.TICKET, Run.Kind.GUIDANCE_TICKET)
                .filter(one -> one.name().equals(fields.get("letter")))
                .findFirst()
                .orElseThrow(NotFound::new);
        var year = new FiscalYear(Integer.parseInt(digits(fields.getOrDefault("year", ""))));
        var member = fields.getOrDefault("member", "");
        var people = member.isEmpty()
                ? tickets.usable(year, kind == Run.Kind.TICKET ? CHECKUP : GUIDANCE, batch(fields)).stream()
                        .map(ticket -> ticket.owner().value())
                        .toList()
                : List.of(Long.valueOf(digits(member)));
        var which = "tickets " + year.year();
        try {
            var run = runs.askFor(kind, people, which).orElseThrow(NotFound::new);
            audit.note(Look.changed(0, "letter", "/letters", "run %d, %s".formatted(run, which)), runs.people(run));
            return new RedirectView("/letters/" + run);
        } catch (Runs.NobodyConcerned e) {
            return new RedirectView("/tickets/%d?notice=mailing.problem.nobody".formatted(year.year()));
        }
    }

    /// A reminder to everybody who is written to.
    @PostMapping("/letters/reminders")
    View reminders(@RequestParam Map<String, String> fields) {
        var reminder = Long.parseLong(digits(fields.getOrDefault("reminder", "")));
        try {
            var run = runs.askForReminder(reminder, reminders.recipients(reminder))
                    .orElseThrow(NotFound::new);
            audit.note(
                    Look.changed(0, "letter", "/letters", "run %d, reminder %d".formatted(run, reminder)),
                    runs.people(run));
            return new RedirectView("/letters/" + run);
        } catch (Runs.NobodyConcerned e) {
            throw new NotFound();
        }
    }

    /// An invitation to guidance to everybody who was chosen.
    @PostMapping("/letters/invitations")
    View invitations(@RequestParam Map<String, String> fields) {
        var invitation = Long.parseLong(digits(fields.getOrDefault("invitation", "")));
        try {
            var run = runs.askForInvitation(invitation, invitations.recipients(invitation))
                    .orElseThrow(NotFound::new);
            audit.note(
                    Look.changed(0, "letter", "/letters", "run %d, invitation %d".formatted(run, invitation)),
                    runs.people(run));
            return new RedirectView("/letters/" + run);
        } catch (Runs.NobodyConcerned e) {
            throw new NotFound();
        }
    }

    /// The number of the batch whose tickets are wanted; 0 for all.
    private static long batch(Map<String, String> fields) {
        return Long.parseLong(digits(fields.getOrDefault("batch", "0")));
    }

    private static String digits(String typed) {
        if (!typed.matches("[0-9]{1,9}")) {
            throw new NotFound();
        }
        return typed;
    }

    /// The rest of a run whose printing stopped.
    @PostMapping("/letters/{id:[0-9]+}/rest")
    View rest(@PathVariable long id, @RequestParam(defaultValue = "") String from) {
        if (runs.find(id).isEmpty()) {
            throw new NotFound();
        }
        // The number as printed below the barcode, with or without that of the run.
        var number = from.strip().replaceFirst("^[0-9]+-", "");
        var fresh = number.matches("[0-9]{1,9}") ? runs.rest(id, Integer.parseInt(number)) : Optional.<Long>empty();
        if (fresh.isEmpty()) {
            return page(id, "mailing.problem.rest");
        }
        audit.note(
                Look.changed(0, "letter", "/letters", "run %d, rest of run %d".formatted(fresh.get(), id)),
                runs.people(fresh.get()));
        return new RedirectView("/letters/%d?notice=mailing.rest.made".formatted(fresh.get()));
    }

    @GetMapping("/letters/{id:[0-9]+}")
    View one(@PathVariable long id) {
        return page(id, "");
    }

    private View page(long id, String problem) {
        var run = runs.find(id).orElseThrow(NotFound::new);
        var troubles = runs.troubles(id, TROUBLES);
        audit.note(troubles.stream()
                .map(one -> Look.listed(one.memberId(), "letter", "/letters"))
                .toList());
        var job = jobs.find(Actors.current().insurer().id(), "letters", Long.toString(id));
        var content = new OneContent(run, job, troubles, LocalDate.now(clock), problem);
        return problem.isEmpty() ? Page.of("mailing/one", content) : Page.refused("mailing/one", content);
    }

    /// The PDF, sent as it lies on the disk. Whoever takes it out says what for.
    @PostMapping("/letters/{id:[0-9]+}/pdf")
    void pdf(@PathVariable long id, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var run = runs.find(id).filter(one -> one.state() != Run.State.WAITING).orElseThrow(NotFound::new);
        var why = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (why.isEmpty()) {
            response.sendRedirect("/letters/%d?notice=mailing.problem.purpose".formatted(id));
            return;
        }
        var file = runs.pdf(Actors.current().insurer().id(), id);
        if (!Files.isRegularFile(file)) {
            throw new NotFound();
        }
        var problem = printing.problem(id, fields.getOrDefault("printer", "").strip());
        if (problem.isPresent()) {
            response.sendRedirect("/letters/%d?notice=%s".formatted(id, problem.get()));
            return;
        }
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "letter",
                        0,
                        why.get(),
                        Look.OWN_WORK,
                        "/letters/pdf",
                        "run %d, %d letters".formatted(id, run.printed())),
                runs.printed(id));
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"letters-%d.pdf\"".formatted(id));
        response.setHeader("Cache-Control", "no-store");
        response.setContentLengthLong(Files.size(file));
        Files.copy(file, response.getOutputStream());
    }

    @PostMapping("/letters/{id:[0-9]+}/posted")
    View posted(@PathVariable long id, @RequestParam Map<String, String> fields) {
        var run = runs.find(id).orElseThrow(NotFound::new);
        var day = TypedDate.read(fields.getOrDefault("day", ""));
        if (!fields.containsKey("sure")) {
            return page(id, "mailing.problem.sure");
        }
        if (day.isEmpty()) {
            return page(id, "ui.problem.date");
        }
        if (day.get().isAfter(LocalDate.now(clock))) {
            return page(id, "mailing.problem.future");
        }
        var note = Texts.in(Language.JAPANESE).text("mailing.kind." + run.kind());
        var count = runs.posted(id, day.get(), note);
        audit.note(
                Look.changed(0, "contact", "/letters/posted", "run %d, %d letters posted".formatted(id, count)),
                count == 0 ? List.of() : runs.printed(id));
        return new RedirectView("/letters/%d?notice=mailing.posted.saved".formatted(id));
    }
}
