package org.tsunagu.app.guidance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.guidance.Candidates;
import org.tsunagu.app.guidance.InvitationWordings;
import org.tsunagu.app.guidance.Invitations;
import org.tsunagu.app.tables.LetterWordings;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.stratification.Level;

/// Invitations of a year (利用案内): wordings, whom to invite, who has not answered, and how many said
/// what.
@Controller
public class InvitationController {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_BODY = 1500;
    private static final int SHOWN = 200;
    private static final int DEADLINE_DAYS = 30;
    private static final List<String> STATES = List.of("WAITING", "ASKED", "NOT_REACHED", "UNDECIDED");
    private static final List<String> FIELDS =
            List.of("title", "body", "wording", "deadline", "state", "level", "from", "to", "days", "form");

    private final Invitations invitations;
    private final InvitationWordings wordings;
    private final Candidates candidates;
    private final Audit audit;
    private final Clock clock;

    InvitationController(
            Invitations invitations, InvitationWordings wordings, Candidates candidates, Audit audit, Clock clock) {
        this.invitations = invitations;
        this.wordings = wordings;
        this.candidates = candidates;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param canIssue whether tickets can be issued: without terms nobody is invited
    /// @param states whose candidates may be invited
    /// @param counts people by what was said, and of all who were invited under `INVITED`
    /// @param silent who has not answered for so many days, the longest first; at most so many are
    /// shown
    public record Content(
            FiscalYear year,
            LocalDate today,
            boolean canIssue,
            List<LetterWordings.Wording> wordings,
            List<Invitations.Sent> sent,
            List<String> states,
            List<Level> levels,
            Map<String, Integer> counts,
            int silentDays,
            List<Candidates.Line> silent,
            Typed form) {}

    private FiscalYear year(int typed) {
        return typed == 0 ? FiscalYear.containing(LocalDate.now(clock)) : new FiscalYear(typed);
    }

    @GetMapping("/guidance/invitations")
    View page(@RequestParam(defaultValue = "0") int year, @RequestParam(defaultValue = "-1") int days) {
        var words = Texts.in(Language.JAPANESE);
        var fresh = Map.ofEntries(
                Map.entry("form", UUID.randomUUID().toString()),
                Map.entry("from", "1"),
                Map.entry("to", "50"),
                Map.entry("days", "0"),
                Map.entry(
                        "deadline", LocalDate.now(clock).plusDays(DEADLINE_DAYS).toString()),
                Map.entry("title", words.text("guidance.wording.first.title")),
                Map.entry("body", InvitationWordings.first()));
        return Page.of("guidance/invitations", content(year(year), days, Typed.fresh(fresh)));
    }

    private static int silentDays(int typed) {
        return typed < 0 ? Invitations.waitingDays() : typed;
    }

    private Content content(FiscalYear year, int days, Typed form) {
        var today = LocalDate.now(clock);
        var all = candidates.of(year);
        var silent = all.stream()
                .filter(line -> line.isInvitable() && line.asking().isOpen())
                .filter(line -> line.asking().silentDays(today) >= silentDays(days))
                .sorted(Comparator.comparingLong(
                        (Candidates.Line line) -> -line.asking().silentDays(today)))
                .limit(SHOWN)
                .toList();
        audit.note(silent.stream()
                .map(line -> Look.listed(line.member().id().value(), "guidance", "/guidance/invitations"))
                .toList());
        var levels = EnumSet.of(Level.ACTIVE, Level.MOTIVATIONAL);
        return new Content(
                year,
                today,
                invitations.canIssue(year),
                wordings.all(),
                invitations.of(year),
                STATES,
                List.copyOf(levels),
                counts(all),
                silentDays(days),
                silent,
                form);
    }

    private static Map<String, Integer> counts(List<Candidates.Line> all) {
        var counts = new TreeMap<String, Integer>();
        all.stream().map(Candidates.Line::asking).forEach(asking -> {
            if (!asking.invited().isEmpty()) {
                counts.merge("INVITED", 1, Integer::sum);
            }
            counts.merge(asking.state(), 1, Integer::sum);
        });
        return counts;
    }

    /// A new version of the wording.
    @PostMapping("/guidance/invitations/wordings")
    View word(@RequestParam int year, @RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var title = form.of("title");
        var body = form.of("body");
        form.require(!title.isEmpty() && title.length() <= LONGEST_TITLE, "title", "guidance.problem.wording_title");
        form.require(!body.isEmpty() && body.length() <= LONGEST_BODY, "body", "guidance.problem.wording_body");
        form.require(InvitationWordings.isFilled(title, body), "body", "guidance.problem.placeholder");
        if (form.isRefused()) {
            return Page.refused("guidance/invitations", content(year(year), -1, form));
        }
        wordings.add(title, body);
        return back(year, "guidance.wording.saved");
    }

    /// Decides whom to invite.
    @PostMapping("/guidance/invitations")
    View invite(@RequestParam int year, @RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var wording = wordings.find(form.of("wording")).orElseThrow(NotFound::new);
        var until = form.dayNeeded("deadline");
        form.require(
                until.filter(day -> day.isAfter(LocalDate.now(clock))).isPresent(),
                "deadline",
                "guidance.problem.deadline");
        for (var field : List.of("from", "to", "days")) {
            form.require(form.of(field).matches("[0-9]{1,6}"), field, "guidance.problem.number");
        }
        if (!STATES.contains(form.of("state"))) {
            throw new NotFound();
        }
        if (form.isRefused()) {
            return Page.refused("guidance/invitations", content(year(year), -1, form));
        }
        var id = invitations.invite(
                new Invitations.Wanted(year(year), wording.id(), until.orElseThrow(), form.key("form")),
                new Invitations.Choice(
                        form.of("state"),
                        level(form.of("level")),
                        Integer.parseInt(form.of("from")),
                        Integer.parseInt(form.of("to")),
                        Integer.parseInt(form.of("days"))));
        return back(year, id == 0 ? "guidance.problem.nobody" : "guidance.invited");
    }

    private static Optional<Level> level(String name) {
        return Stream.of(Level.ACTIVE, Level.MOTIVATIONAL)
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static View back(int year, String notice) {
        return new RedirectView("/guidance/invitations?year=%d&notice=%s".formatted(year, notice));
    }
}
