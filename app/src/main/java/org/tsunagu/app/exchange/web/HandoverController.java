package org.tsunagu.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.exchange.handover.Departures;
import org.tsunagu.app.exchange.handover.Departures.Again;
import org.tsunagu.app.exchange.handover.Handover;
import org.tsunagu.app.exchange.handover.HandoverItem;
import org.tsunagu.app.exchange.handover.HandoverKind;
import org.tsunagu.app.exchange.handover.HandoverPeople;
import org.tsunagu.app.exchange.handover.Handovers;
import org.tsunagu.app.exchange.handover.Receipts;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.insurer.InsurerNumber;
import org.tsunagu.rules.legal.LegalTables;

/// Handing results over (健診結果の引継ぎの画面): what is made, checked, sent, and what came in return.
@Controller
public class HandoverController {

    private static final int SHOWN = 100;
    private static final int LONGEST = 100_000;
    private static final List<String> FIELDS = List.of("kind", "number", "name", "requested", "people", "sure");

    private final Handovers handovers;
    private final Departures departures;
    private final HandoverPeople people;
    private final Audit audit;
    private final Clock clock;

    HandoverController(Handovers handovers, Departures departures, HandoverPeople people, Audit audit, Clock clock) {
        this.handovers = handovers;
        this.departures = departures;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record ListContent(List<HandoverKind> kinds, List<Handover> handovers, Typed form) {}

    /// What the page shows (画面の内容).
    ///
    /// @param name of the archive
    /// @param leftOut and `rejected`: at most so many
    public record Content(
            Handover handover,
            String name,
            List<HandoverItem> leftOut,
            List<HandoverItem> rejected,
            List<Handovers.Past> past) {}

    @GetMapping("/handover")
    View list(@RequestParam(defaultValue = "false") boolean turned) {
        var today = LocalDate.now(clock);
        if (turned) {
            audit.note(new Look(
                    Look.Kind.VIEW, "register", 0, "work", Look.OWN_WORK, "/handover", "whose time ended by age"));
        }
        var fields = turned
                ? Map.of(
                        "requested", today.toString(),
                        "kind", HandoverKind.UNION.name(),
                        "people", String.join(" ", people.turned(today)))
                : Map.of("requested", today.toString());
        return Page.of("exchange/handovers", listed(Typed.fresh(fields)));
    }

    private ListContent listed(Typed form) {
        return new ListContent(Arrays.asList(HandoverKind.values()), handovers.latest(SHOWN), form);
    }

    @PostMapping("/handover")
    View make(@RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var kind = form.choice("kind", HandoverKind.values());
        var requested = form.dayNeeded("requested");
        form.require(
                requested.filter(day -> !day.isAfter(LocalDate.now(clock))).isPresent(),
                "requested",
                "exchange.problem.requested");
        form.require(form.of("people").length() <= LONGEST, "people", "exchange.problem.people");
        var receiver = receiver(form, kind);
        if (form.isRefused()) {
            return Page.refused("exchange/handovers", listed(form));
        }
        var who = people.of(kind, receiver, requested.orElseThrow(), form.of("people"));
        form.require(!who.people().isEmpty(), "people", "exchange.problem.nobody");
        form.require(who.insured() == 0, "people", "exchange.problem.insured");
        form.require(who.elsewhere() == 0, "people", "exchange.problem.elsewhere");
        form.require(who.unsaid() == 0 || form.of("sure").equals("true"), "people", "exchange.problem.unsaid");
        if (form.isRefused()) {
            return Page.refused("exchange/handovers", listed(form));
        }
        var wanted = new Handovers.Wanted(kind, receiver, form.of("name"), requested.orElseThrow());
        return handovers
                .make(wanted, who.people())
                .<View>map(id -> new RedirectView("/handover/%d?notice=exchange.handover.made".formatted(id)))
                .orElseGet(() -> new RedirectView("/handover?notice=exchange.problem.too_many"));
    }

    /// A number that can be an insurer's, is of the right kind, and is not ours.
    private static String receiver(Typed form, HandoverKind kind) {
        if (kind.isView()) {
            return kind.row().text("receiver");
        }
        var number = InsurerNumber.of(form.of("number"))
                .filter(InsurerNumber::checkDigitHolds)
                .map(InsurerNumber::digits)
                .orElse("");
        form.require(!number.isEmpty(), "number", "exchange.problem.insurer_number");
        form.require(!number.equals(Actors.current().insurer().number()), "number", "exchange.problem.own_number");
        var party = LegalTables.shipped().partyOf(number).orElse("");
        form.require(!party.isEmpty(), "number", "exchange.problem.unknown_number");
        form.require(
                party.equals("WIDE_AREA_UNION") == (kind == HandoverKind.UNION),
                "number",
                "exchange.problem.other_kind");
        form.require(!form.of("name").isEmpty(), "name", "exchange.problem.name");
        return number;
    }

    private Handover handover(long id) {
        return handovers.find(id).orElseThrow(NotFound::new);
    }

    @GetMapping("/handover/{id:[0-9]{1,18}}")
    View one(@PathVariable long id) {
        var handover = handover(id);
        var content = new Content(
                handover,
                Handovers.name(handover, Actors.current().insurer().number()) + ".zip",
                handovers.items(id, HandoverItem.State.LEFT_OUT, SHOWN),
                handovers.items(id, HandoverItem.State.REJECTED, SHOWN),
                handovers.past(id));
        audit.note(
                new Look(Look.Kind.LIST, "handover", 0, "work", Look.OWN_WORK, "/handover", "handover " + id),
                java.util.stream.Stream.concat(content.leftOut().stream(), content.rejected().stream())
                        .map(HandoverItem::memberId)
                        .toList());
        return Page.of("exchange/handover", content);
    }

    @PostMapping("/handover/{id:[0-9]{1,18}}/file")
    void file(@PathVariable long id, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var handover = handover(id);
        if (!handover.hasFile()) {
            throw new NotFound();
        }
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect("/handover/%d?notice=exchange.problem.purpose".formatted(id));
            return;
        }
        var again = departures.again(id);
        if (again != Again.DONE) {
            response.sendRedirect("/handover/%d?notice=%s".formatted(id, notice(again)));
            return;
        }
        var name = Handovers.name(handover, Actors.current().insurer().number());
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"%s.zip\"".formatted(name));
        response.setHeader("Cache-Control", "no-store");
        handovers.write(handover, purpose.get(), response.getOutputStream());
    }

    @PostMapping("/handover/{id:[0-9]{1,18}}/sent")
    View sent(@PathVariable long id) {
        handover(id);
        var again = departures.sent(id);
        return back(id, again == Again.DONE ? "exchange.handover.sent" : notice(again));
    }

    private static String notice(Again again) {
        return again == Again.CHANGED ? "exchange.problem.CHANGED" : "exchange.handover.again." + again;
    }

    @PostMapping("/handover/{id:[0-9]{1,18}}/answer")
    View answer(@PathVariable long id, @RequestParam("file") MultipartFile file) throws IOException {
        handover(id);
        try (var in = file.getInputStream()) {
            var reasons = Receipts.read(in);
            if (reasons.isEmpty()) {
                return back(id, "exchange.problem.answer");
            }
            var answered = handovers.answer(id, reasons.get());
            return back(
                    id,
                    answered.filter(one -> one.known() == one.lines()).isPresent()
                            ? "exchange.handover.answered"
                            : answered.isPresent() ? "exchange.problem.answer_other" : "exchange.problem.CHANGED");
        }
    }

    @PostMapping("/handover/{id:[0-9]{1,18}}/resend")
    View resend(@PathVariable long id) {
        return handovers
                .resend(handover(id))
                .<View>map(again -> new RedirectView("/handover/%d?notice=exchange.handover.made".formatted(again)))
                .orElseGet(() -> back(id, "exchange.problem.CHANGED"));
    }

    private static View back(long id, String notice) {
        return new RedirectView("/handover/%d?notice=%s".formatted(id, notice));
    }
}
