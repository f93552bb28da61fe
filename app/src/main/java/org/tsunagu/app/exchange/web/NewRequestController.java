package org.tsunagu.app.exchange.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.exchange.Employers;
import org.tsunagu.app.exchange.Request;
import org.tsunagu.app.exchange.Requests;
import org.tsunagu.app.exchange.Scheme;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.insurer.InsurerNumber;
import org.tsunagu.codes.time.FiscalYear;

/// Drawing up a request, and writing down one that has come (提供依頼の作成と受付).
@Controller
public class NewRequestController {

    private static final int LONGEST = 200;
    private static final List<String> FIELDS =
            List.of("scheme", "employer", "number", "name", "postalCode", "address", "year", "deadline", "note");

    private final Requests requests;
    private final Employers employers;
    private final Clock clock;

    NewRequestController(Requests requests, Employers employers, Clock clock) {
        this.requests = requests;
        this.employers = employers;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record Content(List<Scheme> schemes, Scheme scheme, List<Employers.Staffed> employers, Typed form) {}

    @GetMapping("/requests/new")
    View form(@RequestParam(defaultValue = "EMPLOYER_40") String scheme) {
        var of = scheme(scheme);
        var today = LocalDate.now(clock);
        return Page.of(
                "exchange/newrequest",
                content(
                        of,
                        Typed.fresh(Map.of(
                                "year",
                                        Integer.toString(
                                                FiscalYear.containing(today).year()),
                                "deadline", today.plusDays(of.days()).toString()))));
    }

    private Scheme scheme(String key) {
        return Scheme.on(LocalDate.now(clock)).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Content content(Scheme scheme, Typed form) {
        return new Content(Scheme.on(LocalDate.now(clock)), scheme, employers.all(), form);
    }

    @PostMapping("/requests")
    View add(@RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var scheme = scheme(form.of("scheme"));
        var today = LocalDate.now(clock);
        var deadline = form.dayNeeded("deadline");
        form.require(deadline.filter(day -> !day.isBefore(today)).isPresent(), "deadline", "exchange.problem.deadline");
        form.require(form.of("year").matches("20[0-9]{2}"), "year", "exchange.problem.year");
        for (var field : List.of("name", "postalCode", "address", "note")) {
            form.require(form.of(field).length() <= LONGEST, field, "exchange.problem.long");
        }
        var number = party(form, scheme);
        if (form.isRefused()) {
            return Page.refused("exchange/newrequest", content(scheme, form));
        }
        var id = requests.add(new Request(
                0,
                scheme,
                scheme.isToEmployer() ? Long.parseLong(form.of("employer")) : 0,
                new Request.Other(
                        number.map(InsurerNumber::digits).orElse(""),
                        form.of("name"),
                        form.of("postalCode"),
                        form.of("address")),
                Integer.parseInt(form.of("year")),
                today,
                deadline.orElseThrow(),
                scheme.isIncoming() ? Request.State.RECEIVED : Request.State.DRAFT,
                "",
                form.of("note"),
                Optional.empty(),
                1));
        return new RedirectView("/requests/%d?notice=exchange.added".formatted(id));
    }

    /// Whoever is asked, or asks: an employer of ours, or an insurer with a number that can be one and
    /// is not ours.
    private Optional<InsurerNumber> party(Typed form, Scheme scheme) {
        var number = InsurerNumber.of(form.of("number"));
        switch (scheme.party()) {
            case EMPLOYER ->
                form.require(
                        form.of("employer").matches("[0-9]{1,18}")
                                && employers
                                        .find(Long.parseLong(form.of("employer")))
                                        .isPresent(),
                        "employer",
                        "exchange.problem.employer");
            case INSURER, UNION -> {
                form.require(
                        number.filter(InsurerNumber::checkDigitHolds).isPresent(),
                        "number",
                        "exchange.problem.insurer_number");
                form.require(
                        number.filter(one -> one.digits()
                                        .equals(Actors.current().insurer().number()))
                                .isEmpty(),
                        "number",
                        "exchange.problem.own_number");
                form.require(!form.of("name").isEmpty(), "name", "exchange.problem.name");
            }
            case FEDERATION -> form.require(!form.of("name").isEmpty(), "name", "exchange.problem.name");
        }
        return number;
    }
}
