package org.tsunagu.app.api.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.api.Client;
import org.tsunagu.app.api.Clients;
import org.tsunagu.app.api.Scope;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.rules.legal.LegalTables;

/// Programs that use the API (連携プログラムの管理).
@Controller
public class ClientController {

    private static final int LONGEST_NAME = 80;

    private final Clients clients;
    private final Audit audit;
    private final Clock clock;

    ClientController(Clients clients, Audit audit, Clock clock) {
        this.clients = clients;
        this.audit = audit;
        this.clock = clock;
    }

    /// What stands in the form.
    public record Typed(String name, Set<Scope> scopes, String validTo, String party) {}

    /// What the page shows (画面の内容).
    ///
    /// @param made present right after adding: its secret is shown this once
    /// @param problem key of the sentence; empty for none
    public record Content(
            List<Client> clients,
            LocalDate today,
            List<Scope> scopes,
            Typed typed,
            Optional<Clients.Made> made,
            String problem) {}

    @GetMapping("/clients")
    View list() {
        audit.note(new Look(Look.Kind.VIEW, "client", 0, "administration", "HOUSE-RULES", "/clients", ""));
        return Page.of("api/clients", content(new Typed("", Set.of(), "", ""), Optional.empty(), ""));
    }

    private Content content(Typed typed, Optional<Clients.Made> made, String problem) {
        return new Content(clients.all(), LocalDate.now(clock), List.of(Scope.values()), typed, made, problem);
    }

    @PostMapping("/clients")
    View add(
            @RequestParam String name,
            @RequestParam(defaultValue = "") List<Scope> scope,
            @RequestParam(name = "valid_to", defaultValue = "") String validTo,
            @RequestParam(defaultValue = "") String party) {
        var scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(scope);
        var typed = new Typed(name, scopes, validTo, party);
        var last = TypedDate.read(validTo);
        var problem = problem(typed, last);
        if (!problem.isEmpty()) {
            return Page.refused("api/clients", content(typed, Optional.empty(), problem));
        }
        var made = clients.add(name.strip(), scopes, last, party);
        audit.note(change("added client %s".formatted(made.client().clientId())));
        return Page.of("api/clients", content(new Typed("", Set.of(), "", ""), Optional.of(made), ""));
    }

    private String problem(Typed typed, Optional<LocalDate> last) {
        if (typed.name().isBlank() || typed.name().strip().length() > LONGEST_NAME) {
            return "api.clients.problem.name";
        }
        if (typed.scopes().isEmpty()) {
            return "api.clients.problem.scope";
        }
        var isOther = !typed.party().isEmpty();
        if (isOther
                && LegalTables.row(LegalTables.shipped().parties(), typed.party())
                        .isEmpty()) {
            return "api.clients.problem.party";
        }
        // What others are given is decided about person by person; FHIR answers are not.
        if (isOther && typed.scopes().stream().anyMatch(Scope::isOwn)) {
            return "api.clients.problem.own";
        }
        if (!typed.validTo().isBlank() && last.isEmpty()) {
            return "ui.problem.date";
        }
        return last.filter(day -> day.isBefore(LocalDate.now(clock))).isPresent() ? "api.clients.problem.past" : "";
    }

    private static Look change(String detail) {
        return new Look(Look.Kind.CHANGE, "client", 0, "administration", "HOUSE-RULES", "/clients", detail);
    }

    @PostMapping("/clients/{id:[0-9]{1,18}}/disable")
    View disable(@PathVariable long id) {
        if (!clients.disable(id)) {
            throw new NotFound();
        }
        audit.note(change("disabled client %d".formatted(id)));
        return new RedirectView("/clients?notice=api.clients.disabled");
    }
}
