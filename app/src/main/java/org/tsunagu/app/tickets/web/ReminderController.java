package org.tsunagu.app.tickets.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.tables.LetterWordings;
import org.tsunagu.app.tickets.Reminders;
import org.tsunagu.app.tickets.Wordings;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.letters.PlainBody;

/// Reminders of a year: wordings, lots, effects (未受診者への案内).
@Controller
public class ReminderController {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_BODY = 1000;
    private static final int MOST_PERCENT = 90;
    private static final Set<String> PLACEHOLDERS = Set.of("name", "date", "insurer", "phone");
    private static final List<String> FIELDS = List.of("title", "body", "holdout", "seed", "wording", "form");

    private final Reminders reminders;
    private final Wordings wordings;
    private final Clock clock;

    ReminderController(Reminders reminders, Wordings wordings, Clock clock) {
        this.reminders = reminders;
        this.wordings = wordings;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param open how many would be reminded now
    public record Content(
            FiscalYear year,
            int open,
            List<LetterWordings.Wording> wordings,
            List<Reminders.Reminder> reminders,
            Typed form) {}

    @GetMapping("/tickets/{year:20[0-9]{2}}/reminders")
    View reminders(@PathVariable int year) {
        var seed = Long.toString(LocalDate.now(clock).toEpochDay());
        return Page.of(
                "tickets/reminders",
                content(
                        year,
                        Typed.fresh(Map.of(
                                "holdout",
                                "0",
                                "seed",
                                seed,
                                "form",
                                UUID.randomUUID().toString()))));
    }

    private Content content(int year, Typed form) {
        var shown = new FiscalYear(year);
        return new Content(shown, reminders.open(shown).size(), wordings.all(), reminders.of(shown), form);
    }

    @PostMapping("/tickets/{year:20[0-9]{2}}/reminders/wordings")
    View word(@PathVariable int year, @RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var template = new PlainBody.Template(form.of("title"), List.of(form.of("body")));
        form.require(
                !form.of("title").isEmpty() && form.of("title").length() <= LONGEST_TITLE,
                "title",
                "tickets.problem.wording_title");
        form.require(
                !form.of("body").isEmpty() && form.of("body").length() <= LONGEST_BODY,
                "body",
                "tickets.problem.wording_body");
        form.require(PLACEHOLDERS.containsAll(template.placeholders()), "body", "tickets.problem.placeholder");
        if (form.isRefused()) {
            return Page.refused("tickets/reminders", content(year, form));
        }
        wordings.add(form.of("title"), form.of("body"));
        return back(year, "tickets.wording.saved");
    }

    @PostMapping("/tickets/{year:20[0-9]{2}}/reminders")
    View draw(@PathVariable int year, @RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var wording = wordings.all().stream()
                .filter(one -> Long.toString(one.id()).equals(form.of("wording")))
                .findFirst()
                .orElseThrow(NotFound::new);
        var isShare = form.of("holdout").matches("[0-9]{1,2}");
        form.require(
                isShare && Integer.parseInt(form.of("holdout")) <= MOST_PERCENT, "holdout", "tickets.problem.holdout");
        form.require(form.of("seed").matches("[0-9]{1,18}"), "seed", "tickets.problem.seed");
        if (form.isRefused()) {
            return Page.refused("tickets/reminders", content(year, form));
        }
        var drawn = reminders.draw(
                new FiscalYear(year),
                wording.id(),
                Integer.parseInt(form.of("holdout")),
                Long.parseLong(form.of("seed")),
                form.key("form"));
        return back(year, drawn == 0 ? "tickets.problem.nobody" : "tickets.reminder.drawn");
    }

    private static View back(int year, String notice) {
        return new RedirectView("/tickets/%d/reminders?notice=%s".formatted(year, notice));
    }
}
