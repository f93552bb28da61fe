package org.tsunagu.app.desk.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Accounts.Colleague;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.Page;

/// Users and their roles (利用者の管理).
@Controller
public class UserController {

    private final Accounts accounts;
    private final Audit audit;

    UserController(Accounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param fields what stands in the form; never the password
    /// @param problem key of the sentence; empty for none
    public record Content(List<Colleague> users, List<Role> roles, Map<String, String> fields, String problem) {}

    @GetMapping("/users")
    View list() {
        audit.note(new Look(Look.Kind.VIEW, "account", 0, "administration", "HOUSE-RULES", "/users", ""));
        return Page.of("desk/users", content(Map.of(), ""));
    }

    private Content content(Map<String, String> fields, String problem) {
        return new Content(
                accounts.colleagues(Actors.current().insurer().id()), List.of(Role.values()), fields, problem);
    }

    @PostMapping("/users")
    View add(
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam Role role) {
        var fields = Map.of("login", login, "name", name, "role", role.name());
        if (!login.strip().matches("[A-Za-z0-9._-]{2,40}") || name.isBlank()) {
            return Page.refused("desk/users", content(fields, "access.problem.name"));
        }
        if (password.length() < Accounts.SHORTEST_PASSWORD) {
            return Page.refused("desk/users", content(fields, "access.problem.password"));
        }
        var id = accounts.add(login, name.strip(), password, Actors.current().insurer(), role);
        audit.note(Look.changed(0, "account", "/users", "staff %d, role %s".formatted(id, role)));
        return new RedirectView("/users?notice=access.saved");
    }
}
