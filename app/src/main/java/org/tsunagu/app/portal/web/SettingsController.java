package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.portal.MemberAccounts;
import org.tsunagu.app.portal.MemberAccounts.Verdict;
import org.tsunagu.app.portal.MemberIdentities;
import org.tsunagu.app.portal.MemberSessions;
import org.tsunagu.app.portal.MemberSingleSignOn;
import org.tsunagu.app.portal.Within;
import org.tsunagu.app.ui.Addresses;

/// Settings of the own account (設定): sessions, password, and the password asked for once more before something weighty.
@Controller
public class SettingsController {

    private static final MyPages.Wanted DEVICES =
            new MyPages.Wanted("portal/devices", Optional.empty(), "portal", "/my/devices");
    private static final MyPages.Wanted CONFIRM =
            new MyPages.Wanted("portal/confirm", Optional.empty(), "portal", "/my/confirm");

    private final MyPages pages;
    private final MemberAccounts accounts;
    private final MemberSessions sessions;
    private final MemberSingleSignOn single;
    private final MemberIdentities identities;
    private final Within within;
    private final Clock clock;

    SettingsController(
            MyPages pages,
            MemberAccounts accounts,
            MemberSessions sessions,
            MemberSingleSignOn single,
            MemberIdentities identities,
            Within within,
            Clock clock) {
        this.single = single;
        this.identities = identities;
        this.pages = pages;
        this.accounts = accounts;
        this.sessions = sessions;
        this.within = within;
        this.clock = clock;
    }

    /// What the page of sessions and password shows (画面の内容).
    ///
    /// @param problem key of the sentence; empty for none
    /// @param single whether an identity service can be used
    /// @param isBound whether the account is known to it
    public record Devices(
            Viewer me, List<MemberSessions.Session> sessions, String problem, boolean single, boolean isBound) {}

    /// What the page shows that asks for the password (画面の内容).
    public record Confirm(Viewer me, String back, String problem) {}

    @GetMapping("/my/devices")
    View devices(HttpServletRequest request) {
        return pages.show(request, DEVICES, me -> content(me, ""));
    }

    private Devices content(Viewer me, String problem) {
        return new Devices(me, sessions.of(me.user()), problem, single.isOn(), identities.isBound(me.user()));
    }

    @PostMapping("/my/devices/{id}/end")
    View end(@PathVariable UUID id) {
        sessions.end(pages.user(), id);
        return new RedirectView("/my/devices?notice=portal.devices.ended");
    }

    @PostMapping("/my/devices/end")
    View endOthers() {
        sessions.endOthers(pages.user());
        return new RedirectView("/my/devices?notice=portal.devices.ended");
    }

    /// Makes the account known to the identity service, which then lets the member in; or not any more.
    @PostMapping("/my/link")
    View link(HttpServletRequest request, @RequestParam boolean link) {
        if (!pages.isConfirmed(request)) {
            return new RedirectView("/my/confirm?back=/my/devices");
        }
        if (link && single.isOn()) {
            single.link(pages.user(), request);
            return new RedirectView(MemberSingleSignOn.PLACE);
        }
        identities.release(pages.user());
        return new RedirectView("/my/devices?notice=portal.devices.released");
    }

    @PostMapping("/my/password")
    View password(
            HttpServletRequest request,
            @RequestParam String password,
            @RequestParam String fresh,
            @RequestParam String again,
            @RequestParam(defaultValue = "false") boolean release) {
        var problem = !MemberAccounts.isPassword(fresh)
                ? "portal.start.problem.password"
                : !fresh.equals(again) ? "portal.start.problem.again" : said(accounts.check(pages.user(), password));
        if (!problem.isEmpty()) {
            return pages.refused(request, DEVICES, me -> content(me, problem));
        }
        accounts.change(pages.user(), fresh, release);
        return new RedirectView("/my/devices?notice=portal.devices.password.changed");
    }

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case WELCOME -> "";
            case LOCKED -> "portal.login.locked";
            case WRONG, TAKEN -> "portal.confirm.wrong";
        };
    }

    @GetMapping("/my/confirm")
    View confirm(HttpServletRequest request, @RequestParam(defaultValue = "/my") String back) {
        return pages.show(request, CONFIRM, me -> new Confirm(me, Addresses.local(back), ""));
    }

    @PostMapping("/my/confirm")
    View confirm(
            HttpServletRequest request,
            @RequestParam(defaultValue = "/my") String back,
            @RequestParam String password) {
        var problem = said(accounts.check(pages.user(), password));
        if (!problem.isEmpty()) {
            return pages.refused(request, CONFIRM, me -> new Confirm(me, Addresses.local(back), problem));
        }
        within.confirm(request, clock.instant());
        return new RedirectView(Addresses.local(back));
    }
}
