package org.tsunagu.app.tickets.web;

import java.time.Clock;
import java.time.LocalDate;
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
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.tickets.EligiblePeople;
import org.tsunagu.app.tickets.EligiblePerson;
import org.tsunagu.app.tickets.Exclusions;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.Tickets;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.eligibility.Exclusion;

/// A member's standing in a year, exclusions and tickets (加入者の対象区分・除外・受診券).
@Controller
public class MemberController {

    private static final int LONGEST = 200;
    private static final List<String> FIELDS = List.of("code", "from", "to", "document", "note");

    private final Members members;
    private final EligiblePeople people;
    private final Exclusions exclusions;
    private final Tickets tickets;
    private final Audit audit;
    private final Clock clock;

    MemberController(
            Members members, EligiblePeople people, Exclusions exclusions, Tickets tickets, Audit audit, Clock clock) {
        this.members = members;
        this.people = people;
        this.exclusions = exclusions;
        this.tickets = tickets;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param person the standing in the year; empty for somebody who is not of the age
    /// @param reasons rows of the exclusions that may be chosen
    public record Content(
            FiscalYear year,
            Member member,
            Optional<EligiblePerson> person,
            List<Exclusions.Recorded> exclusions,
            List<Row> reasons,
            List<Ticket> tickets,
            List<Tickets.Event> history,
            LocalDate today,
            Typed form) {

        /// The row of a reason.
        public Optional<Row> reason(String code) {
            return reasons.stream().filter(row -> row.key().equals(code)).findFirst();
        }

        /// What happened to a ticket.
        public List<Tickets.Event> historyOf(Ticket ticket) {
            return history.stream()
                    .filter(event -> event.ticketId() == ticket.id())
                    .toList();
        }
    }

    @GetMapping("/tickets/members/{id:[0-9]+}")
    View member(@PathVariable long id, @RequestParam(defaultValue = "") String year) {
        return Page.of("tickets/member", content(id, year(year), Typed.fresh(Map.of())));
    }

    private FiscalYear year(String year) {
        return year.matches("20[0-9]{2}")
                ? new FiscalYear(Integer.parseInt(year))
                : FiscalYear.containing(LocalDate.now(clock));
    }

    private Content content(long id, FiscalYear year, Typed form) {
        var member = members.find(new MemberId(id)).orElseThrow(NotFound::new);
        // Also with a form that was refused: the page shows everything about the person.
        audit.note(Look.at(id, "ticket", "work", "/tickets/members"));
        var rules = people.rules();
        return new Content(
                year,
                member,
                rules.covers(year) ? people.find(Actors.current().insurer().id(), id, year) : Optional.empty(),
                exclusions.of(member.id()),
                rules.exclusions(year),
                tickets.of(member.id()),
                tickets.history(member.id()),
                LocalDate.now(clock),
                form);
    }

    @PostMapping("/tickets/members/{id:[0-9]+}/exclusions")
    View exclude(@PathVariable long id, @RequestParam Map<String, String> parameters) {
        var year = year(parameters.getOrDefault("year", ""));
        var member = members.find(new MemberId(id)).orElseThrow(NotFound::new);
        var form = Typed.of(FIELDS, parameters);
        form.require(people.rules().knows(form.of("code"), year), "code", "tickets.problem.code");
        var from = form.dayNeeded("from");
        var to = form.day("to");
        form.require(from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()), "to", "tickets.problem.order");
        form.require(!form.of("document").isEmpty(), "document", "tickets.problem.document");
        form.require(form.of("document").length() <= LONGEST, "document", "tickets.problem.long");
        form.require(form.of("note").length() <= LONGEST, "note", "tickets.problem.long");
        if (form.isRefused()) {
            return Page.refused("tickets/member", content(id, year, form));
        }
        exclusions.add(
                member.id(),
                new Exclusion(form.of("code"), from.orElseThrow(), to),
                form.of("document"),
                form.of("note"));
        return back(id, year, "tickets.exclusion.saved");
    }

    @PostMapping("/tickets/exclusions/{id:[0-9]+}/withdraw")
    View withdraw(@PathVariable long id, @RequestParam Map<String, String> parameters) {
        var year = year(parameters.getOrDefault("year", ""));
        var why = why(parameters);
        if (why.isEmpty()) {
            return back(number(parameters), year, "tickets.problem.why");
        }
        var member = exclusions.withdraw(id, why.get());
        if (member == 0) {
            throw new NotFound();
        }
        return back(member, year, "tickets.exclusion.withdrawn");
    }

    @PostMapping("/tickets/one/{id:[0-9]+}/{what:void|lost|reissue}")
    View change(@PathVariable long id, @PathVariable String what, @RequestParam Map<String, String> parameters) {
        var year = year(parameters.getOrDefault("year", ""));
        var why = why(parameters);
        if (why.isEmpty()) {
            return back(number(parameters), year, "tickets.problem.why");
        }
        var owner = switch (what) {
            case "void" -> tickets.end(id, Ticket.State.VOID, why.get());
            case "lost" -> tickets.end(id, Ticket.State.LOST, why.get());
            default -> tickets.reissue(id, why.get());
        };
        return owner.map(member -> back(member.value(), year, "tickets.changed." + what))
                .orElseGet(() -> back(number(parameters), year, "tickets.problem.state"));
    }

    private static Optional<String> why(Map<String, String> parameters) {
        return Optional.of(parameters.getOrDefault("why", "").strip())
                .filter(why -> !why.isEmpty() && why.length() <= LONGEST);
    }

    private static long number(Map<String, String> parameters) {
        var typed = parameters.getOrDefault("member", "");
        if (!typed.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return Long.parseLong(typed);
    }

    private static View back(long member, FiscalYear year, String notice) {
        return new RedirectView("/tickets/members/%d?year=%d&notice=%s".formatted(member, year.year(), notice));
    }
}
