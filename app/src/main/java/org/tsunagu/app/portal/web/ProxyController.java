package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.portal.Proxies;
import org.tsunagu.app.portal.Proxies.Relation;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.portal.Within;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.TypedDate;

/// Who acts for whom (代理人): appointing, ending, taking a code, and going to the pages of the person one acts for.
@Controller
public class ProxyController {

    private static final MyPages.Wanted WANTED =
            new MyPages.Wanted("portal/proxies", Optional.empty(), "portal", "/my/proxies");
    private static final String BACK = "/my/proxies";
    private static final int YEARS = 3;

    private final MyPages pages;
    private final Proxies proxies;
    private final Within within;
    private final Clock clock;

    ProxyController(MyPages pages, Proxies proxies, Within within, Clock clock) {
        this.pages = pages;
        this.proxies = proxies;
        this.within = within;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param code just made, shown once; empty for none
    /// @param problem key of the sentence; empty for none
    public record Content(
            Viewer me,
            LocalDate today,
            List<Proxies.Proxy> proxies,
            List<Proxies.Proxy> wards,
            List<Scope> scopes,
            LocalDate until,
            String code,
            String problem) {}

    @GetMapping("/my/proxies")
    View page(HttpServletRequest request) {
        notForProxies();
        return pages.show(request, WANTED, me -> content(me, "", ""));
    }

    private void notForProxies() {
        if (pages.user().isProxy()) {
            throw new NotFound();
        }
    }

    private Content content(Viewer me, String code, String problem) {
        var today = LocalDate.now(clock);
        return new Content(
                me,
                today,
                proxies.of(me.user().self()),
                proxies.wards(me.user().self()),
                List.of(Scope.values()),
                today.plusYears(1),
                code,
                problem);
    }

    @PostMapping("/my/proxies")
    View appoint(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false, defaultValue = "") List<String> scope) {
        notForProxies();
        if (!pages.isConfirmed(request)) {
            return new RedirectView("/my/confirm?back=" + BACK);
        }
        var today = LocalDate.now(clock);
        var to = TypedDate.read(until).filter(day -> !day.isBefore(today) && !day.isAfter(today.plusYears(YEARS)));
        var scopes = Arrays.stream(Scope.values())
                .filter(one -> scope.contains(one.name()))
                .toList();
        if (to.isEmpty() || scopes.isEmpty()) {
            var problem = to.isEmpty() ? "portal.proxies.problem.until" : "portal.proxies.problem.scope";
            return pages.refused(request, WANTED, me -> content(me, "", problem));
        }
        var code =
                proxies.appoint(pages.user(), new Proxies.Wanted(Relation.FAMILY, scopes, today, to.get(), "online"));
        return pages.show(request, WANTED, me -> content(me, code, ""));
    }

    @PostMapping("/my/proxies/{id:[0-9]+}/end")
    View end(@PathVariable long id) {
        notForProxies();
        proxies.end(pages.user().self(), id);
        return new RedirectView(BACK + "?notice=portal.proxies.ended");
    }

    @PostMapping("/my/proxies/accept")
    View accept(HttpServletRequest request, @RequestParam String code) {
        notForProxies();
        return proxies.accept(pages.user(), code)
                ? new RedirectView(BACK + "?notice=portal.proxies.accepted")
                : pages.refused(request, WANTED, me -> content(me, "", "portal.proxies.problem.code"));
    }

    /// Goes to the pages of somebody else, or with 0 back to the own.
    @PostMapping("/my/as")
    View become(HttpServletRequest request, HttpServletResponse response, @RequestParam long ward) {
        var user = pages.user().atOwn();
        if (ward != 0) {
            user = user.at(ward, proxies.scope(user, ward).orElseThrow(NotFound::new));
        }
        within.become(user, request, response);
        return new RedirectView("/my");
    }
}
