package org.tsunagu.app.portal.web;

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
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.portal.Application;
import org.tsunagu.app.portal.Application.State;
import org.tsunagu.app.portal.ApplicationKind;
import org.tsunagu.app.portal.Applications;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;

/// Where the office works on what members apply for (請求・相談の受付): asks back, answers, refuses with a reason, says who is
/// responsible.
@Controller
public class ApplicationDeskController {

    private static final List<String> FIELDS = List.of("state", "words", "responsible", "nextDay");
    private static final int LONGEST = 2000;
    private static final int LONGEST_NAME = 100;

    private final OwnData own;
    private final Applications applications;
    private final Audit audit;
    private final Clock clock;

    ApplicationDeskController(OwnData own, Applications applications, Audit audit, Clock clock) {
        this.own = own;
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    /// What waits for the office (画面の内容).
    public record Overview(List<Application> open, LocalDate today) {}

    /// What a member has applied for (画面の内容).
    ///
    /// @param at the one whose form came back; 0 for none
    public record OfMember(Member member, List<Application> applications, long at, Typed form, LocalDate today) {}

    @GetMapping("/portal/applications")
    View overview() {
        var open = applications.open();
        audit.note(open.stream()
                .map(one -> Look.listed(one.memberId(), "portal", "/portal/applications"))
                .toList());
        return Page.of("portal/applications", new Overview(open, LocalDate.now(clock)));
    }

    @GetMapping("/portal/members/{id:[0-9]+}/applications")
    View member(@PathVariable long id) {
        return Page.of("portal/applied", content(find(id), 0, Typed.fresh(Map.of())));
    }

    private Member find(long id) {
        if (!Actors.current().may(Permission.VIEW_PERSONS)) {
            throw new NotFound();
        }
        return own.member(id);
    }

    /// The look is in the ledger before anything is read.
    private OfMember content(Member member, long at, Typed form) {
        var id = member.id().value();
        audit.note(Look.at(id, "portal", "work", "/portal/applications"));
        return new OfMember(member, applications.of(id), at, form, LocalDate.now(clock));
    }

    @PostMapping("/portal/members/{id:[0-9]+}/applications/{application:[0-9]+}")
    View next(
            @PathVariable long id, @PathVariable long application, @RequestParam Map<String, String> parameters) {
        var member = find(id);
        MyRequestController.known(applications.of(id), application, List.of(ApplicationKind.values()));
        var form = Typed.of(FIELDS, parameters);
        var state = form.choice("state", State.values());
        var day = state == State.TAKEN ? form.day("nextDay") : Optional.<LocalDate>empty();
        form.require(
                day.filter(one -> one.isBefore(LocalDate.now(clock))).isEmpty(), "nextDay", "contacts.problem.past");
        form.require(form.of("words").length() <= LONGEST, "words", "portal.messages.problem");
        form.require(state == State.TAKEN || !form.of("words").isEmpty(), "words", "portal.applications.problem.words");
        form.require(
                state != State.TAKEN || isName(form.of("responsible")),
                "responsible",
                "portal.applications.problem.responsible");
        if (form.isRefused()) {
            return Page.refused("portal/applied", content(member, application, form));
        }
        var responsible = state == State.TAKEN ? form.of("responsible") : "";
        var isTaken = applications.byOffice(
                id, application, new Applications.Next(state, form.of("words"), responsible, day));
        return new RedirectView("/portal/members/%d/applications?notice=%s"
                .formatted(id, isTaken ? "portal.desk.saved" : "portal.requests.late"));
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }
}
