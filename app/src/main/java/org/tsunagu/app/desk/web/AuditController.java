package org.tsunagu.app.desk.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Staff;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.ChainCheck;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.Page;

/// The ledger of looks (閲覧・操作の記録): who looked at what, when and why.
@Controller
public class AuditController {

    private static final int SHOWN = 100;

    private final Audit audit;
    private final Staff staff;
    private final ChainCheck chains;

    AuditController(Audit audit, Staff staff, ChainCheck chains) {
        this.audit = audit;
        this.staff = staff;
        this.chains = chains;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param memberId 0 for all
    /// @param kind empty for all
    /// @param older number before which the next page begins; 0 when there is none
    /// @param check present when the chain was asked to be checked
    public record Content(
            List<Audit.Shown> entries,
            long memberId,
            String kind,
            long older,
            java.util.Optional<ChainCheck.Result> check) {}

    /// A log-in with the name of the account.
    ///
    /// @param verdict how it went, as in the messages of the ledger
    public record LogIn(OffsetDateTime at, String name, String login, String verdict) {}

    /// What the page of log-ins shows (画面の内容).
    ///
    /// @param older as in [Content]
    public record LogInContent(List<LogIn> entries, long older) {}

    /// The log-ins of the insurer's own users, also those that failed.
    @GetMapping("/audit/logins")
    View logIns(@RequestParam(defaultValue = "0") long before) {
        var people = staff.of(Actors.current().insurer().id()).stream()
                .collect(Collectors.toMap(Staff.Person::id, person -> person));
        var entries = audit.logIns(people.keySet(), before == 0 ? Long.MAX_VALUE : before, SHOWN);
        audit.note(new Look(Look.Kind.VIEW, "audit", 0, "audit", "HOUSE-RULES", "/audit/logins", ""));
        var shown = entries.stream()
                .flatMap(entry -> Optional.ofNullable(people.get(entry.staffId()))
                        .map(person -> new LogIn(entry.at(), person.name(), person.login(), entry.detail()))
                        .stream())
                .toList();
        var older = entries.size() < SHOWN ? 0 : entries.getLast().seq();
        return Page.of("desk/logins", new LogInContent(shown, older));
    }

    @GetMapping("/audit")
    View ledger(
            @RequestParam(defaultValue = "0") long member,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "false") boolean check) {
        var only = List.of(Look.Kind.values()).stream()
                .filter(one -> one.name().equals(kind))
                .findFirst();
        var entries = audit.latest(member, only, before == 0 ? Long.MAX_VALUE : before, SHOWN);
        audit.note(new Look(Look.Kind.VIEW, "audit", member, "audit", "HOUSE-RULES", "/audit", ""));
        var result = check
                ? java.util.Optional.of(chains.of(Actors.current().insurer().id()))
                : java.util.Optional.<ChainCheck.Result>empty();
        var older = entries.size() < SHOWN ? 0 : entries.getLast().seq();
        return Page.of(
                "desk/audit",
                new Content(entries, member, only.map(Look.Kind::name).orElse(""), older, result));
    }
}
