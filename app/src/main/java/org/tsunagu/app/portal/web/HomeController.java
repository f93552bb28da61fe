package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.tsunagu.app.checkups.Results;
import org.tsunagu.app.guidance.Progress;
import org.tsunagu.app.portal.Important;
import org.tsunagu.app.portal.Important.Point;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Proxies;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.portal.Watched;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.TicketKind;
import org.tsunagu.app.ui.Language;

/// The first page of a member (マイページのホーム): three important points, the latest results, and the way to everything else.
@Controller
public class HomeController {

    private static final int DAYS = 30;
    private static final Set<String> SHOWN = Set.of("hba1c_ngsp", "sbp", "dbp", "ldl", "waist");

    private final MyPages pages;
    private final OwnData own;
    private final Proxies proxies;
    private final Watched watched;
    private final Clock clock;

    HomeController(MyPages pages, OwnData own, Proxies proxies, Watched watched, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.proxies = proxies;
        this.watched = watched;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param results the first of the latest results
    /// @param looks how often somebody has looked in the last days
    /// @param wards for whom whoever has logged in may act
    /// @param isCovered whether the member is insured here today
    public record Content(
            Viewer me,
            LocalDate today,
            List<Point> points,
            Optional<OwnData.Checked> checked,
            List<Results.Series> results,
            int looks,
            List<Proxies.Proxy> wards,
            boolean isCovered) {}

    @GetMapping("/my")
    View home(HttpServletRequest request) {
        return pages.show(
                request,
                new MyPages.Wanted("portal/home", Optional.empty(), "checkup", "/my"),
                me -> content(me, Language.of(request)));
    }

    private Content content(Viewer me, Language language) {
        var member = own.member(me.member());
        var checked = me.may(Scope.CHECKUP) ? Optional.of(own.checked(member)) : Optional.<OwnData.Checked>empty();
        var results = checked.map(of -> of.results().rows(language.locale(), SHOWN::contains))
                .orElse(List.of());
        return new Content(
                me,
                LocalDate.now(clock),
                Important.of(facts(me, checked)),
                checked,
                results,
                watched.of(me.member(), DAYS, false).stream()
                        .mapToInt(Watched.Line::times)
                        .sum(),
                me.isProxy() ? List.of() : proxies.wards(me.user().self()),
                own.isCovered(me.member()));
    }

    private Important.Facts facts(Viewer me, Optional<OwnData.Checked> checked) {
        var today = LocalDate.now(clock);
        var meeting = me.may(Scope.GUIDANCE)
                ? own.courses(me.member()).stream()
                        .findFirst()
                        .filter(course -> Progress.of(course, today).state().isOpen())
                        .flatMap(course -> GuidanceController.next(course, today))
                : Optional.<LocalDate>empty();
        var tickets = me.may(Scope.TICKET) ? own.tickets(me.member()) : List.<Ticket>of();
        return new Important.Facts(
                checked.flatMap(OwnData.Checked::judgement),
                meeting,
                until(tickets, TicketKind.Family.CHECKUP, today),
                until(tickets, TicketKind.Family.GUIDANCE, today),
                me.may(Scope.MESSAGE) ? me.unread() : 0);
    }

    private static Optional<LocalDate> until(List<Ticket> tickets, TicketKind.Family family, LocalDate today) {
        return tickets.stream()
                .filter(ticket -> ticket.kind().family() == family && ticket.isOpenOn(today))
                .findFirst()
                .map(Ticket::validUntil);
    }
}
