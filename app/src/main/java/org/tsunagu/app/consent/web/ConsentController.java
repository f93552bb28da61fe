package org.tsunagu.app.consent.web;

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
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;

/// What a member agrees to is written down here (同意の記録): when, how asked, by whom.
@Controller
public class ConsentController {

    private static final int LONGEST = 200;
    private static final List<String> FIELDS =
            List.of("about", "decision", "day", "asked", "proxy", "wording", "note", "formKey");

    private final Consents consents;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    ConsentController(Consents consents, Members members, Audit audit, Clock clock) {
        this.consents = consents;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param form what stands in it
    public record Content(Member member, List<Consent> history, Typed form) {}

    @GetMapping("/consents/{member:[0-9]+}")
    View form(@PathVariable long member) {
        var person = find(member);
        audit.note(Look.at(member, "consent", "guidance", "/consents"));
        var form = Typed.fresh(Map.of(
                "about", About.CLINICAL.name(),
                "decision", Decision.GIVEN.name(),
                "asked", Asked.PAPER.name(),
                "day", LocalDate.now(clock).toString(),
                "formKey", UUID.randomUUID().toString()));
        return Page.of("consent/form", new Content(person, consents.of(person.id()), form));
    }

    private Member find(long id) {
        return members.find(new MemberId(id)).orElseThrow(NotFound::new);
    }

    @PostMapping("/consents/{member:[0-9]+}")
    View save(@PathVariable long member, @RequestParam Map<String, String> parameters) {
        var person = find(member);
        var form = Typed.of(FIELDS, parameters);
        var day = form.dayNeeded("day");
        form.require(day.isEmpty() || !day.get().isAfter(LocalDate.now(clock)), "day", "consent.problem.future");
        for (var field : List.of("proxy", "wording", "note")) {
            form.require(form.of(field).length() <= LONGEST, field, "consent.problem.long");
        }
        if (form.isRefused()) {
            return Page.refused("consent/form", new Content(person, consents.of(person.id()), form));
        }
        consents.record(new Consents.NewConsent(
                person.id(),
                form.choice("about", About.values()),
                form.choice("decision", Decision.values()),
                day.orElseThrow(),
                form.choice("asked", Asked.values()),
                form.of("proxy"),
                form.of("wording"),
                form.of("note"),
                form.key("formKey")));
        return new RedirectView("/members/%d?notice=consent.saved".formatted(member));
    }
}
