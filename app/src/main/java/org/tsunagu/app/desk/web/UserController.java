package org.tsunagu.app.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.SecondFactor;
import org.tsunagu.app.access.Staff;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;

/// Users and their roles (利用者の管理).
@Controller
public class UserController {

    private final Staff staff;
    private final SecondFactor factor;
    private final Audit audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    UserController(Staff staff, SecondFactor factor, Audit audit, TenantTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.staff = staff;
        this.factor = factor;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param isFactorRequired whether the insurer wants a second factor of everybody
    /// @param fields what stands in the form
    /// @param problem key of the sentence; empty for none
    public record Content(
            List<Staff.Person> users,
            List<Role> roles,
            boolean isFactorRequired,
            Map<String, String> fields,
            String problem) {}

    /// A password that is shown once.
    public record OneTime(long id, String login, String password) {}

    @GetMapping("/users")
    View list() {
        audit.note(new Look(Look.Kind.VIEW, "account", 0, "administration", "HOUSE-RULES", "/users", ""));
        return Page.of("desk/users", content(Map.of(), ""));
    }

    private Content content(Map<String, String> fields, String problem) {
        var insurer = Actors.current().insurer().id();
        return new Content(staff.of(insurer), List.of(Role.values()), factor.isRequired(insurer), fields, problem);
    }

    @PostMapping("/users")
    View add(
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String until) {
        var fields = Map.of("login", login, "name", name, "role", role.name(), "until", until);
        var day = TypedDate.read(until);
        if (!login.strip().matches("[A-Za-z0-9._-]{2,40}") || name.isBlank()) {
            return Page.refused("desk/users", content(fields, "access.problem.name"));
        }
        if (!isGoodEnd(until, clock)) {
            return Page.refused("desk/users", content(fields, "access.problem.until"));
        }
        var added = transactions.inCurrent(() -> {
            var person = staff.add(login, name.strip(), Actors.current().insurer(), role, day);
            audit.note(Look.changed(0, "account", "/users", "staff %d, role %s".formatted(person.id(), role)));
            return person;
        });
        return added.password()
                .<View>map(password -> Page.of("desk/onetime", new OneTime(added.id(), login.strip(), password)))
                .orElseGet(() -> new RedirectView("/users/%d?notice=access.saved".formatted(added.id())));
    }

    /// An end is no day at all or one that is not past.
    static boolean isGoodEnd(String until, Clock clock) {
        return until.isBlank()
                || TypedDate.read(until)
                        .filter(day -> !day.isBefore(LocalDate.now(clock)))
                        .isPresent();
    }

    @PostMapping("/users/factor")
    View requireFactor(@RequestParam(defaultValue = "false") boolean required) {
        transactions.run(Actors.current().insurer().id(), () -> {
            factor.require(Actors.current().insurer().id(), required);
            audit.note(Look.changed(0, "account", "/users/factor", required ? "required" : "not required"));
        });
        return new RedirectView("/users?notice=access.user.changed");
    }
}
