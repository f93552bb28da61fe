package org.tsunagu.app.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Duty;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Passwords;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.SecondFactor;
import org.tsunagu.app.access.Sessions;
import org.tsunagu.app.access.StaffUser;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.Page;

/// One's own account (自分の設定): who one is here, the password, the second factor.
@Controller
public class AccountController {

    private final Passwords passwords;
    private final SecondFactor factor;
    private final Sessions sessions;
    private final Audit audit;

    AccountController(Passwords passwords, SecondFactor factor, Sessions sessions, Audit audit) {
        this.passwords = passwords;
        this.factor = factor;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Where somebody works as what.
    public record Place(Insurer insurer, Set<Role> roles) {}

    /// What the page shows (画面の内容).
    ///
    /// @param recoveryCodes how many are left
    public record Content(
            String login, String name, List<Place> places, boolean hasFactor, boolean isRequired, int recoveryCodes) {}

    @GetMapping("/account")
    View account(@AuthenticationPrincipal StaffUser user) {
        var places = user.insurers().stream()
                .map(insurer -> new Place(insurer, user.roles(insurer)))
                .toList();
        return Page.of(
                "desk/account",
                new Content(
                        user.getUsername(),
                        user.name(),
                        places,
                        user.hasFactor(),
                        factor.isRequired(user.actor().insurer().id()),
                        factor.recoveryCodesLeft(user.id())));
    }

    /// What the page of the password shows (画面の内容).
    ///
    /// @param isDuty whether it must be changed before anything else
    /// @param problem key of the sentence; empty for none
    public record PasswordContent(boolean isDuty, String problem) {}

    @GetMapping("/account/password")
    View password(@AuthenticationPrincipal StaffUser user) {
        return Page.of("desk/password", new PasswordContent(isDuty(user), ""));
    }

    private static boolean isDuty(StaffUser user) {
        return user.duty().filter(Duty.PASSWORD::equals).isPresent();
    }

    @PostMapping("/account/password")
    View change(
            @AuthenticationPrincipal StaffUser user,
            @RequestParam String oldPassword,
            @RequestParam String newPassword,
            @RequestParam String newPasswordAgain,
            HttpServletRequest request,
            HttpServletResponse response) {
        var problem = problem(oldPassword, newPassword, newPasswordAgain);
        if (problem.isEmpty()) {
            problem = switch (passwords.change(user.id(), oldPassword, newPassword)) {
                case WELCOME -> "";
                case LOCKED -> "ui.login.locked";
                case WRONG, NO_ROLE, CODE -> "access.problem.old_password";
            };
        }
        if (!problem.isEmpty()) {
            return Page.refused("desk/password", new PasswordContent(isDuty(user), problem));
        }
        sessions.renew(user, request, response);
        audit.note(Look.changed(0, "account", "/account/password", "staff %d, password".formatted(user.id())));
        return new RedirectView("/account?notice=access.account.password.changed");
    }

    private static String problem(String old, String fresh, String again) {
        if (fresh.length() < Accounts.SHORTEST_PASSWORD) {
            return "access.problem.password";
        }
        if (fresh.equals(old)) {
            return "access.problem.same_password";
        }
        return fresh.equals(again) ? "" : "access.problem.again";
    }
}
