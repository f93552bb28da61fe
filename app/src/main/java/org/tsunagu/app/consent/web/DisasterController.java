package org.tsunagu.app.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Disaster;
import org.tsunagu.app.consent.Disasters;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;

/// The disaster mode (災害時モード): begun by an administrator, looked at afterwards by somebody else.
@Controller
public class DisasterController {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final List<String> FIELDS = List.of("reason", "postal", "last");
    private static final String PLACE = "/grounds/disaster";

    private final Disasters disasters;
    private final Audit audit;
    private final Clock clock;

    DisasterController(Disasters disasters, Audit audit, Clock clock) {
        this.disasters = disasters;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record Content(
            List<Disaster> disasters, List<Disasters.Use> uses, Typed form, LocalDate latest, OffsetDateTime now) {}

    @GetMapping(PLACE)
    View page() {
        return Page.of("consent/disaster", content(Typed.fresh(Map.of())));
    }

    private Content content(Typed form) {
        var uses = disasters.uses();
        audit.note(uses.stream()
                .map(use -> use.disclosure().memberId())
                .distinct()
                .map(member -> Look.listed(member, "disclosure", PLACE))
                .toList());
        return new Content(disasters.all(), uses, form, disasters.latestEnd(), OffsetDateTime.now(clock));
    }

    @PostMapping(PLACE)
    View begin(@RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var reason = form.of("reason");
        form.require(reason.length() >= SHORTEST && reason.length() <= LONGEST, "reason", "consent.problem.reason");
        form.require(form.of("postal").matches("[0-9]{0,3}-?[0-9]{0,4}"), "postal", "consent.problem.postal");
        var last = form.dayNeeded("last");
        var isOutside = last.filter(day -> day.isBefore(LocalDate.now(clock)) || day.isAfter(disasters.latestEnd()))
                .isPresent();
        form.require(!isOutside, "last", "consent.problem.last");
        if (form.isRefused()) {
            return Page.refused("consent/disaster", content(form));
        }
        disasters.begin(reason, form.of("postal"), last.orElseThrow());
        return new RedirectView(PLACE + "?notice=consent.disaster.begun");
    }

    @PostMapping(PLACE + "/{id:[0-9]{1,18}}/end")
    View end(@PathVariable long id) {
        disasters.end(id);
        return new RedirectView(PLACE + "?notice=consent.disaster.ended");
    }

    @PostMapping(PLACE + "/uses/{id:[0-9]{1,18}}")
    View review(
            @PathVariable long id, @RequestParam boolean right, @RequestParam(defaultValue = "") String note) {
        var words = note.strip();
        var isDone = disasters.review(id, right, words.substring(0, Math.min(LONGEST, words.length())));
        return new RedirectView(
                PLACE + "?notice=" + (isDone ? "consent.disaster.reviewed" : "consent.disaster.not_yours"));
    }
}
