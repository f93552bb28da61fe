package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.portal.Application;
import org.tsunagu.app.portal.Application.State;
import org.tsunagu.app.portal.ApplicationKind;
import org.tsunagu.app.portal.Applications;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Typed;

/// Requests about the own data (訂正・開示・利用停止の請求): asked here, with the day by which they are answered, and the answer.
@Controller
public class MyRequestController {

    private static final String PLACE = "/my/requests";
    private static final MyPages.Wanted WANTED =
            MyPages.Wanted.of("portal/requests", Scope.CONSENT, "portal", PLACE);
    private static final List<String> FIELDS = List.of("kind", "words", "formKey");
    private static final int LONGEST = 2000;

    private final MyPages pages;
    private final Applications applications;
    private final Clock clock;

    MyRequestController(MyPages pages, Applications applications, Clock clock) {
        this.pages = pages;
        this.applications = applications;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record Content(
            Viewer me, List<Application> requests, List<ApplicationKind> kinds, LocalDate today, Typed form) {}

    @GetMapping(PLACE)
    View page(HttpServletRequest request) {
        var form = Typed.fresh(Map.of("formKey", UUID.randomUUID().toString()));
        return pages.show(request, WANTED, me -> content(me, form));
    }

    private Content content(Viewer me, Typed form) {
        return new Content(
                me,
                applications.of(me.member()).stream()
                        .filter(one -> ApplicationKind.RIGHTS.contains(one.kind()))
                        .toList(),
                ApplicationKind.RIGHTS,
                LocalDate.now(clock),
                form);
    }

    @PostMapping(PLACE)
    View ask(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
        var member = pages.member(request, Scope.CONSENT);
        var form = Typed.of(FIELDS, parameters);
        var kind = ApplicationKind.RIGHTS.stream()
                .filter(one -> form.is("kind", one))
                .findFirst();
        form.require(kind.isPresent(), "kind", "portal.requests.problem.kind");
        form.require(isSaid(form.of("words")), "words", "portal.messages.problem");
        if (form.isRefused()) {
            return pages.refused(request, WANTED, me -> content(me, form));
        }
        applications.apply(new Applications.Wanted(
                member, kind.orElseThrow(), "", form.of("words"), Optional.empty(), "", form.key("formKey")));
        return new RedirectView(PLACE + "?notice=portal.requests.sent");
    }

    static boolean isSaid(String words) {
        return !words.isEmpty() && words.length() <= LONGEST;
    }

    /// The member tells what was asked back, or does not want it any more.
    @PostMapping(PLACE + "/{id:[0-9]+}")
    View next(
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam State state,
            @RequestParam(defaultValue = "") String words) {
        var member = pages.member(request, Scope.CONSENT);
        var said = words.strip();
        if (state == State.REPLIED && !isSaid(said)) {
            var form = Typed.fresh(
                    Map.of("formKey", UUID.randomUUID().toString()), Map.of("reply", "portal.messages.problem"));
            return pages.refused(request, WANTED, me -> content(me, form));
        }
        known(applications.of(member), id, ApplicationKind.RIGHTS);
        var isTaken = applications.byMember(
                member, id, Applications.Next.of(state, state == State.REPLIED ? said : ""));
        return new RedirectView(
                PLACE + "?notice=" + (isTaken ? "portal.requests.state.sent." + state : "portal.requests.late"));
    }

    /// A step of what is not there, or belongs to another page, is none.
    static void known(List<Application> all, long id, List<ApplicationKind> kinds) {
        if (all.stream().noneMatch(one -> one.id() == id && kinds.contains(one.kind()))) {
            throw new NotFound();
        }
    }
}
