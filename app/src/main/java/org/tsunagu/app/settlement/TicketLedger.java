package org.tsunagu.app.settlement;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.Tickets;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.ticket.TicketNumber;

/// Tickets as the checks of claims need them (発行台帳の照会), within the transaction of the caller.
@Component
class TicketLedger {

    private static final Table SERVICES =
            Table.read("settlement/ticket-services", TicketLedger.class.getResourceAsStream("ticket-services.tsv"));

    private final Tickets tickets;

    TicketLedger(Tickets tickets) {
        this.tickets = tickets;
    }

    /// Whether tickets like that of a claim were issued here at all. An insurer that has them issued elsewhere is not
    /// told that every one of them is wrong.
    boolean isKept(Insurer insurer, FacilityClaim claim) {
        return TicketNumber.of(claim.ticket())
                .map(number -> tickets.hasIssued(insurer.id(), number))
                .orElse(true);
    }

    /// The ticket of a claim; empty when this insurer has not issued it. Whose it is, the check of the claim asks.
    ///
    /// @param begun day of the first interview of guidance, on which its ticket must hold; empty while it is
    ///     unknown
    Optional<TicketOnFile> of(Insurer insurer, FacilityClaim claim, Optional<LocalDate> begun) {
        if (claim.day().isEmpty()) {
            return TicketNumber.of(claim.ticket())
                    .flatMap(number -> tickets.find(insurer.id(), number))
                    .map(ticket -> onFile(ticket, Optional.empty()));
        }
        var presented = new Tickets.Presented(
                claim.ticket(), "", Optional.empty(), begun.orElse(claim.day().get()));
        var checked = tickets.check(insurer, presented);
        return checked.ticket().map(ticket -> onFile(ticket, checked.invalid()));
    }

    /// Records that the ticket of a claim was used: the service it was for is paid.
    void use(Actor actor, FacilityClaim claim) {
        TicketNumber.of(claim.ticket())
                .ifPresent(number ->
                        tickets.use(actor.insurer().id(), number, "claim %d".formatted(claim.id()), actor.name()));
    }

    /// Records that the ticket of a claim was not used after all: the payment was taken back, and no other was made for
    /// it. A ticket for guidance follows the course that it was used for.
    void release(Actor actor, FacilityClaim claim) {
        if (claim.service() == Service.CHECKUP) {
            TicketNumber.of(claim.ticket())
                    .ifPresent(number -> tickets.release(
                            actor.insurer().id(), number, "claim %d taken back".formatted(claim.id()), actor.name()));
        }
    }

    private static TicketOnFile onFile(Ticket ticket, Optional<Ticket.Invalid> invalid) {
        return new TicketOnFile(
                ticket.owner().value(), serves(ticket), invalid.map(Enum::name).orElse(""), charges(ticket));
    }

    private static Set<Service> serves(Ticket ticket) {
        var serves = EnumSet.noneOf(Service.class);
        SERVICES.rows().stream()
                .filter(row -> row.key().equals(ticket.kind().digit()))
                .flatMap(row -> Stream.of(row.text("services").split(",")))
                .map(Service::valueOf)
                .forEach(serves::add);
        return serves;
    }

    private static List<Charge> charges(Ticket ticket) {
        return ticket.terms().charges().stream()
                .map(charge -> Charge.ofPercent(
                        Part.valueOf(charge.service().name()), charge.code(), charge.yen(), charge.percent(), 0))
                .toList();
    }
}
