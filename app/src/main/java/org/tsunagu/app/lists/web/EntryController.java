package org.tsunagu.app.lists.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.lists.Confirmation;
import org.tsunagu.app.lists.Confirmations;
import org.tsunagu.app.lists.ListEntry;
import org.tsunagu.app.lists.PeopleLists;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.rules.flow.Machine;

/// Why one person is on a list (該当の理由), and the doctor's confirmation where the list has one.
@Controller
public class EntryController {

    private final PeopleLists lists;
    private final Confirmations confirmations;
    private final Selected selected;
    private final Audit audit;
    private final Clock clock;

    EntryController(PeopleLists lists, Confirmations confirmations, Selected selected, Audit audit, Clock clock) {
        this.lists = lists;
        this.confirmations = confirmations;
        this.selected = selected;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param state of the doctor's confirmation
    public record Content(
            MadeList of,
            ListEntry entry,
            List<Confirmation> steps,
            String state,
            Machine machine,
            LocalDate today,
            UUID formKey) {

        /// Whether a doctor confirms who is on it.
        public boolean isConfirmed() {
            return of.list().row().text("doctor_confirms").equals("true");
        }
    }

    @GetMapping("/lists/{list:[A-Z0-9-]+}/people/{member:[0-9]+}")
    View entry(@PathVariable String list, @PathVariable long member, @RequestParam Map<String, String> parameters) {
        var of = selected.list(list, parameters);
        var found = lists.one(of.build().id(), list, member);
        if (found.isEmpty()) {
            var last = lists.lastMonth(list, member).orElseThrow(NotFound::new);
            return new RedirectView("/lists/%s/people/%d?month=%s".formatted(list, member, last));
        }
        var entry = found.get();
        audit.note(Look.at(member, "list", "guidance", "/lists"));
        var steps = confirmations.of(list, member);
        return Page.of(
                "lists/entry",
                new Content(
                        of,
                        entry,
                        steps,
                        Confirmations.state(steps),
                        confirmations.machine(),
                        LocalDate.now(clock),
                        UUID.randomUUID()));
    }

    @PostMapping("/lists/{list:[A-Z0-9-]+}/people/{member:[0-9]+}")
    String confirm(@PathVariable String list, @PathVariable long member, @RequestParam Map<String, String> fields) {
        var of = selected.list(list, Map.of());
        // Who has left the list stays in the programme until it ends.
        var isThere = lists.one(of.build().id(), list, member).isPresent()
                || !confirmations.of(list, member).isEmpty();
        if (!isThere || !of.list().row().text("doctor_confirms").equals("true")) {
            throw new NotFound();
        }
        var day = TypedDate.read(fields.getOrDefault("day", ""));
        var notice = day.isEmpty()
                ? "lists.problem.day"
                : confirmations.record(new Confirmations.Step(
                        list,
                        member,
                        fields.getOrDefault("step", ""),
                        day.get(),
                        fields.getOrDefault("doctor", ""),
                        fields.getOrDefault("note", ""),
                        Typed.fresh(fields).key("form")));
        return "redirect:/lists/%s/people/%d?notice=%s".formatted(list, member, notice);
    }
}
