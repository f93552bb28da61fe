package org.tsunagu.app.tickets.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.tickets.Charge;
import org.tsunagu.app.tickets.IssueTerms;
import org.tsunagu.app.tickets.Terms;
import org.tsunagu.app.tickets.TicketKind;
import org.tsunagu.app.tickets.TicketKind.Family;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.time.FiscalYear;

/// The terms of the tickets of a year (発行条件の設定).
@Controller
public class TermsController {

    private static final int LONGEST = 100;
    private static final int MOST_YEN = 999_999;
    private static final int WHOLE = 100;
    private static final List<String> FIELDS =
            List.of("kind", "until", "contract", "coordinator", "agency", "address", "phone");

    private final IssueTerms terms;

    TermsController(IssueTerms terms) {
        this.terms = terms;
    }

    /// What the page shows (画面の内容).
    public record Content(FiscalYear year, Family family, Optional<Terms> now, Typed form) {}

    @GetMapping("/tickets/{year:20[0-9]{2}}/terms/{family:[A-Z]+}")
    View terms(@PathVariable int year, @PathVariable String family) {
        var shown = new FiscalYear(year);
        var of = family(family);
        var now = terms.find(Actors.current().insurer().id(), shown, of);
        return Page.of("tickets/terms", new Content(shown, of, now, Typed.fresh(fields(now))));
    }

    private static Family family(String name) {
        return Arrays.stream(Family.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Map<String, String> fields(Optional<Terms> now) {
        var fields = new HashMap<String, String>();
        now.ifPresent(one -> {
            fields.put("kind", one.kind());
            fields.put("until", one.validUntil().toString());
            fields.put("contract", one.contract().name());
            fields.put("coordinator", one.coordinator());
            fields.put("agency", one.agency());
            fields.put("address", one.address());
            fields.put("phone", one.phone());
            one.charges().forEach(charge -> {
                fields.put("charge" + charge.service(), charge.kind().name());
                fields.put("number" + charge.service(), charge.number() == 0 ? "" : Integer.toString(charge.number()));
            });
        });
        return fields;
    }

    @PostMapping("/tickets/{year:20[0-9]{2}}/terms/{family:[A-Z]+}")
    View save(@PathVariable int year, @PathVariable String family, @RequestParam Map<String, String> parameters) {
        var shown = new FiscalYear(year);
        var of = family(family);
        var form = Typed.of(names(of), parameters);
        var kind = TicketKind.of(of).stream()
                .filter(one -> one.digit().equals(form.of("kind")))
                .findFirst()
                .orElseThrow(NotFound::new);
        var contract = form.choice("contract", Terms.Contract.values());
        var until = form.dayNeeded("until");
        until.ifPresent(day -> form.require(!day.isBefore(shown.firstDay()), "until", "tickets.problem.until"));
        form.require(form.of("agency").matches("[0-9]{8}|"), "agency", "tickets.problem.agency");
        form.require(!form.of("address").isEmpty(), "address", "tickets.problem.address");
        form.require(!form.of("phone").isEmpty(), "phone", "tickets.problem.phone");
        for (var field : List.of("coordinator", "address", "phone")) {
            form.require(form.of(field).length() <= LONGEST, field, "tickets.problem.long");
        }
        var charges = charges(of, form);
        if (form.isRefused()) {
            return Page.refused(
                    "tickets/terms",
                    new Content(shown, of, terms.find(Actors.current().insurer().id(), shown, of), form));
        }
        terms.add(new Terms(
                0,
                year,
                of,
                kind.digit(),
                until.orElseThrow(),
                contract,
                form.of("coordinator"),
                form.of("agency"),
                form.of("address"),
                form.of("phone"),
                charges,
                ""));
        return new RedirectView("/tickets/%d?notice=tickets.terms.saved".formatted(year));
    }

    private static List<String> names(Family family) {
        var names = new ArrayList<>(FIELDS);
        Charge.Service.of(family).forEach(service -> names.addAll(List.of("charge" + service, "number" + service)));
        return names;
    }

    private static List<Charge> charges(Family family, Typed form) {
        var charges = new ArrayList<Charge>();
        for (var service : Charge.Service.of(family)) {
            var kind = form.choice("charge" + service, Charge.Kind.values());
            var typed = form.of("number" + service);
            var isNumber = typed.matches("[0-9]{1,6}");
            var most = kind == Charge.Kind.RATE ? WHOLE : MOST_YEN;
            form.require(
                    Charge.needsNumber(kind)
                            ? isNumber && Integer.parseInt(typed) > 0 && Integer.parseInt(typed) <= most
                            : typed.isEmpty(),
                    "number" + service,
                    "tickets.problem.charge");
            charges.add(Charge.of(service, kind, isNumber ? Integer.parseInt(typed) : 0));
        }
        return charges;
    }
}
