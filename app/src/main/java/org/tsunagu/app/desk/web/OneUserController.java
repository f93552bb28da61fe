package org.tsunagu.app.desk.web;

import java.time.Clock;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Identities;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Passwords;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.SecondFactor;
import org.tsunagu.app.access.Staff;
import org.tsunagu.app.access.StaffUser;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;

/// One user (利用者): roles with their end, lock, password and second factor. Nobody changes the own rights.
@Controller
public class OneUserController {

    private final Staff staff;
    private final Passwords passwords;
    private final SecondFactor factor;
    private final Identities identities;
    private final Audit audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    OneUserController(
            Staff staff,
            Passwords passwords,
            SecondFactor factor,
            Identities identities,
            Audit audit,
            TenantTransactions transactions,
            Clock clock) {
        this.transactions = transactions;
        this.staff = staff;
        this.passwords = passwords;
        this.factor = factor;
        this.identities = identities;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param isMyself whether it is one's own account
    /// @param isElsewhere whether the person works for an insurer that one does not look after
    /// @param email by which the organisation's identity service knows the person; empty for none
    /// @param problem key of the sentence; empty for none
    public record Content(
            Staff.Person user, List<Role> roles, boolean isMyself, boolean isElsewhere, String email, String problem) {

        /// Whether password, second factor and lock may be changed here.
        public boolean mayChangeAccount() {
            return !isMyself && !isElsewhere;
        }
    }

    @GetMapping("/users/{id:[0-9]+}")
    View page(@AuthenticationPrincipal StaffUser me, @PathVariable long id) {
        var content = content(me, id, "");
        note(Look.Kind.VIEW, "staff %d".formatted(id));
        return Page.of("desk/user", content);
    }

    private Content content(StaffUser me, long id, String problem) {
        var person = staff.find(Actors.current().insurer().id(), id).orElseThrow(NotFound::new);
        var mine = me.insurers().stream()
                .filter(insurer -> Role.permissions(me.roles(insurer)).contains(Permission.MANAGE_USERS))
                .map(Insurer::id)
                .toList();
        return new Content(
                person,
                List.of(Role.values()),
                me.id() == id,
                !staff.isOnlyAt(id, mine),
                identities.email(id),
                problem);
    }

    private void note(Look.Kind kind, String detail) {
        audit.note(new Look(kind, "account", 0, "administration", "HOUSE-RULES", "/users", detail));
    }

    @PostMapping("/users/{id:[0-9]+}/roles")
    View give(
            @AuthenticationPrincipal StaffUser me,
            @PathVariable long id,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String until) {
        requireOther(me, id);
        if (!UserController.isGoodEnd(until, clock)) {
            return Page.refused("desk/user", content(me, id, "access.problem.until"));
        }
        var day = TypedDate.read(until);
        var end = day.map(last -> " until " + last).orElse("");
        var insurer = Actors.current().insurer().id();
        return changed(id, "role %s%s".formatted(role, end), () -> staff.give(id, insurer, role, day));
    }

    private Content requireOther(StaffUser me, long id) {
        var content = content(me, id, "");
        if (content.isMyself()) {
            throw new NotFound();
        }
        return content;
    }

    private void requireAccount(StaffUser me, long id) {
        if (!requireOther(me, id).mayChangeAccount()) {
            throw new NotFound();
        }
    }

    /// Changes something and writes it down, or does neither.
    private View changed(long id, String what, Runnable change) {
        transactions.run(Actors.current().insurer().id(), () -> {
            change.run();
            note(Look.Kind.CHANGE, "staff %d, %s".formatted(id, what));
        });
        return new RedirectView("/users/%d?notice=access.user.changed".formatted(id));
    }

    @PostMapping("/users/{id:[0-9]+}/roles/end")
    View end(@AuthenticationPrincipal StaffUser me, @PathVariable long id, @RequestParam Role role) {
        requireOther(me, id);
        var insurer = Actors.current().insurer().id();
        return changed(id, "role %s ended".formatted(role), () -> staff.end(id, insurer, role));
    }

    @PostMapping("/users/{id:[0-9]+}/lock")
    View lock(@AuthenticationPrincipal StaffUser me, @PathVariable long id, @RequestParam boolean locked) {
        requireAccount(me, id);
        return changed(id, locked ? "locked" : "unlocked", () -> staff.enable(id, !locked));
    }

    @PostMapping("/users/{id:[0-9]+}/password")
    View password(@AuthenticationPrincipal StaffUser me, @PathVariable long id) {
        requireAccount(me, id);
        var login = content(me, id, "").user().login();
        var password = transactions.inCurrent(() -> {
            var fresh = passwords.reset(id);
            note(Look.Kind.CHANGE, "staff %d, one-time password".formatted(id));
            return fresh;
        });
        return Page.of("desk/onetime", new UserController.OneTime(id, login, password));
    }

    @PostMapping("/users/{id:[0-9]+}/email")
    View email(@AuthenticationPrincipal StaffUser me, @PathVariable long id, @RequestParam String email) {
        requireAccount(me, id);
        var address = email.strip();
        if (!address.isEmpty() && !address.matches("[^@\\s]{1,64}@[^@\\s]{1,255}")) {
            return Page.refused("desk/user", content(me, id, "access.problem.email"));
        }
        var isSet = transactions.inCurrent(() -> {
            var isFree = identities.setEmail(id, address);
            if (isFree) {
                note(
                        Look.Kind.CHANGE,
                        "staff %d, %s".formatted(id, address.isEmpty() ? "no e-mail address" : "e-mail address"));
            }
            return isFree;
        });
        return isSet
                ? new RedirectView("/users/%d?notice=access.user.changed".formatted(id))
                : Page.refused("desk/user", content(me, id, "access.problem.email_taken"));
    }

    @PostMapping("/users/{id:[0-9]+}/factor")
    View resetFactor(@AuthenticationPrincipal StaffUser me, @PathVariable long id) {
        requireAccount(me, id);
        return changed(id, "second factor reset", () -> factor.reset(id));
    }
}
