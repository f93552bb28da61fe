package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.tsunagu.app.portal.Application;
import org.tsunagu.app.portal.Application.Reach;
import org.tsunagu.app.portal.Application.State;
import org.tsunagu.app.portal.ApplicationKind;
import org.tsunagu.app.portal.Applications;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.portal.SupportTopics;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.table.Row;

/// Asking for support, and how it goes on (相談の申込み・つながり支援): who is responsible, the next day, and the way out of it.
@Controller
public class MySupportController {

    private static final String ASKING = "/my/self-referral";
    private static final String PLACE = "/my/support";
    private static final MyPages.Wanted FORM = MyPages.Wanted.of("portal/referral", Scope.MESSAGE, "portal", ASKING);
    private static final MyPages.Wanted LIST = MyPages.Wanted.of("portal/support", Scope.MESSAGE, "portal", PLACE);
    private static final List<String> FIELDS = List.of("topic", "reach", "hours", "words", "formKey");
    private static final int LONGEST_HOURS = 100;
    private static final int LONGEST = 2000;

    private final MyPages pages;
    private final Applications applications;
    private final Clock clock;

    MySupportController(MyPages pages, Applications applications, Clock clock) {
        this.pages = pages;
        this.applications = applications;
        this.clock = clock;
    }

    /// What the form shows (画面の内容).
    public record Asking(Viewer me, List<Row> topics, Typed form) {}

    /// What the list shows (画面の内容).
    public record Content(Viewer me, List<Application> cases) {}

    @GetMapping(ASKING)
    View form(HttpServletRequest request) {
        var form = Typed.fresh(Map.of("formKey", UUID.randomUUID().toString()));
        return pages.show(request, FORM, me -> asking(me, form));
    }

    private Asking asking(Viewer me, Typed form) {
        return new Asking(me, SupportTopics.on(LocalDate.now(clock)), form);
    }

    @PostMapping(ASKING)
    View ask(HttpServletRequest request, @RequestParam Map<String, String> parameters) {
        var member = pages.member(request, Scope.MESSAGE);
        var form = Typed.of(FIELDS, parameters);
        var topic = SupportTopics.on(LocalDate.now(clock)).stream()
                .filter(row -> row.key().equals(form.of("topic")))
                .findFirst();
        form.require(topic.isPresent(), "topic", "portal.referral.problem.topic");
        var reach = Arrays.stream(Reach.values())
                .filter(one -> form.is("reach", one))
                .findFirst();
        form.require(reach.isPresent(), "reach", "portal.referral.problem.reach");
        form.require(form.of("hours").length() <= LONGEST_HOURS, "hours", "portal.referral.problem.hours");
        form.require(form.of("words").length() <= LONGEST, "words", "portal.messages.problem");
        if (form.isRefused()) {
            return pages.refused(request, FORM, me -> asking(me, form));
        }
        applications.apply(new Applications.Wanted(
                member,
                ApplicationKind.SUPPORT,
                topic.orElseThrow().key(),
                form.of("words"),
                reach,
                form.of("hours"),
                form.key("formKey")));
        return new RedirectView(PLACE + "?notice=portal.referral.sent");
    }

    @GetMapping(PLACE)
    View list(HttpServletRequest request) {
        return pages.show(
                request,
                LIST,
                me -> new Content(
                        me,
                        applications.of(me.member()).stream()
                                .filter(one -> one.kind() == ApplicationKind.SUPPORT)
                                .toList()));
    }

    @PostMapping(PLACE + "/{id:[0-9]+}/stop")
    View stop(HttpServletRequest request, @PathVariable long id) {
        var member = pages.member(request, Scope.MESSAGE);
        MyRequestController.known(applications.of(member), id, List.of(ApplicationKind.SUPPORT));
        var isStopped = applications.byMember(member, id, Applications.Next.of(State.STOPPED, ""));
        return new RedirectView(
                PLACE + "?notice=" + (isStopped ? "portal.support.stopped" : "portal.requests.late"));
    }
}
