package org.tsunagu.app.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Enrolment;
import org.tsunagu.app.access.SecondFactor;
import org.tsunagu.app.access.Sessions;
import org.tsunagu.app.access.StaffUser;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.Page;

/// The second factor of one's own account (二要素認証の設定).
@Controller
public class FactorController {

    private static final String ENROLMENT = Enrolment.class.getName();

    private final SecondFactor factor;
    private final Sessions sessions;
    private final Audit audit;

    FactorController(SecondFactor factor, Sessions sessions, Audit audit) {
        this.factor = factor;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// The secret as a picture and as text.
    public record Secret(String text, QrPicture picture) {}

    /// What the page shows (画面の内容).
    ///
    /// @param secret present while the factor is being set up
    /// @param isDuty whether it must be set up before anything else
    /// @param problem key of the sentence; empty for none
    public record Content(Optional<Secret> secret, boolean isDuty, String problem) {}

    /// The recovery codes, shown once.
    public record Codes(List<String> codes) {}

    @GetMapping("/account/factor")
    View page(@AuthenticationPrincipal StaffUser user, HttpSession session) {
        return Page.of("desk/factor", content(user, session, ""));
    }

    private static Content content(StaffUser user, HttpSession session, String problem) {
        if (user.hasFactor()) {
            return new Content(Optional.empty(), false, problem);
        }
        var enrolment = enrolment(session);
        var picture = QrPicture.of(enrolment.address(user.getUsername()));
        return new Content(
                Optional.of(new Secret(enrolment.text(), picture)), user.duty().isPresent(), problem);
    }

    /// The same secret until it is confirmed, however often the page is opened.
    private static Enrolment enrolment(HttpSession session) {
        if (session.getAttribute(ENROLMENT) instanceof Enrolment begun) {
            return begun;
        }
        var fresh = new Enrolment();
        session.setAttribute(ENROLMENT, fresh);
        return fresh;
    }

    @PostMapping("/account/factor")
    View confirm(
            @AuthenticationPrincipal StaffUser user,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var session = request.getSession();
        if (user.hasFactor() || !(session.getAttribute(ENROLMENT) instanceof Enrolment begun)) {
            return new RedirectView("/account/factor");
        }
        var codes = factor.confirm(user.id(), begun, code);
        if (codes.isEmpty()) {
            return Page.refused("desk/factor", content(user, session, "access.problem.code"));
        }
        session.removeAttribute(ENROLMENT);
        sessions.renew(user, request, response);
        note(user, "second factor on");
        return Page.of("desk/codes", new Codes(codes.get()));
    }

    private void note(StaffUser user, String what) {
        audit.note(Look.changed(0, "account", "/account/factor", "staff %d, %s".formatted(user.id(), what)));
    }

    @PostMapping("/account/factor/off")
    View off(
            @AuthenticationPrincipal StaffUser user,
            @RequestParam String password,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var problem = switch (factor.switchOff(user.id(), password, code)) {
            case WELCOME -> "";
            case LOCKED -> "ui.login.locked";
            case WRONG, NO_ROLE, CODE -> "access.problem.password_or_code";
        };
        if (!problem.isEmpty()) {
            return Page.refused("desk/factor", content(user, request.getSession(), problem));
        }
        sessions.renew(user, request, response);
        note(user, "second factor off");
        return new RedirectView("/account?notice=access.account.factor.off.done");
    }
}
