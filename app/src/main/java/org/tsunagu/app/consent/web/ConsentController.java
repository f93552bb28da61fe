package org.tsunagu.app.consent.web;

import java.time.Clock;
import java.time.LocalDate;
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
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Typed;

/// What a member agrees to is written down here (同意の記録): when, how asked, by whom.
@Controller
public class ConsentController {

    private static final int LONGEST = 200;
    private static final List<String> FIELDS =
            List.of("about", "decision", "day", "asked", "proxy", "wording", "note", "formKey");

    private final Consents consents;
    private final ConsentPages pages;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    ConsentController(Consents consents, ConsentPages pages, Members members, Audit audit, Clock clock) {
        this.consents = consents;
        this.pages = pages;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/consents/{member:[0-9]+}")
    View form(
            @PathVariable long member,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") long of) {
        var person = find(member);
        audit.note(Look.at(member, "consent", "guidance", "/consents"));
        return pages.page(person, act, of);
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
            return pages.refused(person, form);
        }
        consents.record(new Consents.NewConsent(
                person.id(),
                form.choice("about", About.values()),
                form.choice("decision", Decision.values()),
                day.orElseThrow(),
                form.choice("asked", Asked.BY_STAFF.toArray(Asked[]::new)),
                form.of("proxy"),
                form.of("wording"),
                form.of("note"),
                form.key("formKey")));
        return new RedirectView("/members/%d?notice=consent.saved".formatted(member));
    }
}
