package org.tsunagu.app.tickets;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.tickets.Ticket.Invalid;
import org.tsunagu.app.tickets.Ticket.State;
import org.tsunagu.codes.ticket.TicketNumber;
import org.tsunagu.codes.time.FiscalYear;

/// The ledger of tickets (受診券・利用券台帳): what other modules and the pages may ask and do. What takes an
/// insurer works in background jobs as well, where nobody has logged in.
@Service
public class Tickets {

    private static final int INSURER_DIGITS = 8;

    private final TicketStore store;
    private final TenantTransactions transactions;
    private final IssueTerms terms;
    private final EligiblePeople people;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    Tickets(
            TicketStore store,
            TenantTransactions transactions,
            IssueTerms terms,
            EligiblePeople people,
            Members members,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.terms = terms;
        this.people = people;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What happened to a ticket (台帳の履歴).
    public record Event(long ticketId, State state, String note, String by, OffsetDateTime at) {}

    /// A ticket as somebody presents it (提示された券).
    ///
    /// @param insurerNumber as on the ticket or in the document; empty when it is not known
    /// @param person whom it was used for; empty when it is not known
    public record Presented(String number, String insurerNumber, Optional<MemberId> person, LocalDate day) {}

    /// What the ledger says to it.
    ///
    /// @param ticket the one meant, also when it may not be used; empty when there is none here
    public record Checked(Optional<Ticket> ticket, Optional<Invalid> invalid) {}

    /// The ticket of a number; empty when this insurer has not issued it.
    public Optional<Ticket> find(InsurerId insurer, TicketNumber number) {
        return transactions.in(
                insurer, () -> store.byNumber(number.digits()).stream().findFirst());
    }

    /// Whether this insurer has issued any tickets of the year and for the service of a number.
    public boolean hasIssued(InsurerId insurer, TicketNumber number) {
        return TicketKind.find(Character.toString(number.kind()))
                .filter(kind -> transactions.in(insurer, () -> store.hasIssued(number.yearDigits(), kind.family())))
                .isPresent();
    }

    /// Whether a presented ticket may be used, and why not.
    public Checked check(Insurer insurer, Presented presented) {
        var number = TicketNumber.of(presented.number());
        if (number.isEmpty()) {
            return new Checked(Optional.empty(), Optional.of(Invalid.MALFORMED));
        }
        var of = presented.insurerNumber();
        if (!of.isEmpty() && !padded(of).equals(padded(insurer.number()))) {
            return new Checked(Optional.empty(), Optional.of(Invalid.OTHER_INSURER));
        }
        var ticket = find(insurer.id(), number.get());
        return ticket.isPresent()
                ? new Checked(ticket, invalid(insurer.id(), ticket.get(), presented))
                : new Checked(ticket, Optional.of(Invalid.UNKNOWN));
    }

    private static String padded(String number) {
        return "0".repeat(Math.max(0, INSURER_DIGITS - number.length())) + number;
    }

    private Optional<Invalid> invalid(InsurerId insurer, Ticket ticket, Presented presented) {
        if (presented.person().filter(one -> !one.equals(ticket.owner())).isPresent()) {
            return Optional.of(Invalid.OTHER_PERSON);
        }
        return ticket.invalidOn(presented.day()).or(() -> notCovered(insurer, ticket, presented.day()));
    }

    /// A ticket counts no more from the day on which membership is lost (資格喪失).
    private Optional<Invalid> notCovered(InsurerId insurer, Ticket ticket, LocalDate day) {
        var covered = transactions.in(
                insurer, () -> members.coveredOn(List.of(ticket.owner().value()), day));
        return covered.isEmpty() ? Optional.of(Invalid.NOT_COVERED) : Optional.empty();
    }

    /// Everything a member has ever had, the latest first.
    public List<Ticket> of(MemberId member) {
        return transactions.inCurrent(() -> store.ofMembers(List.of(member.value())));
    }

    /// What happened to them, in order.
    public List<Event> history(MemberId member) {
        return transactions.inCurrent(() -> store.history(member.value()));
    }

    /// How many tickets of a year there are of each state.
    public Map<State, Long> counts(FiscalYear year, TicketKind.Family family) {
        return transactions.inCurrent(() -> store.counts(year, family));
    }

    /// The tickets of a year that can be used today, in the order of their numbers: their owners are
    /// members and not excluded.
    ///
    /// @param batch only those issued together; 0 for all
    public List<Ticket> usable(FiscalYear year, TicketKind.Family family, long batch) {
        return transactions.inCurrent(() -> store.usable(year, family, batch));
    }

    /// The tickets of some members that can be used on a day, the latest first.
    public List<Ticket> open(InsurerId insurer, TicketKind.Family family, Collection<Long> members, LocalDate day) {
        return transactions.in(
                insurer,
                () -> store.ofMembers(members).stream()
                        .filter(one -> one.kind().family() == family && one.isOpenOn(day))
                        .toList());
    }

    /// Issues a guidance ticket (利用券) to a member, once: whoever asks again gets the one that is there.
    ///
    /// @param digit of a kind of guidance ticket
    /// @param by who does it, for the history
    /// @return empty when the year has no terms for guidance tickets, or they have ended
    public Optional<Ticket> issueGuidance(
            InsurerId insurer, MemberId member, FiscalYear year, String digit, String by) {
        var kind = TicketKind.of(TicketKind.Family.GUIDANCE).stream()
                .filter(one -> one.digit().equals(digit))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of guidance ticket"));
        return transactions.in(insurer, () -> {
            var of = terms.find(insurer, year, TicketKind.Family.GUIDANCE)
                    .filter(one -> !one.validUntil().isBefore(LocalDate.now(clock)));
            if (of.isEmpty()) {
                return Optional.empty();
            }
            var last = store.hold(insurer, year.year());
            if (live(member, year.year(), TicketKind.Family.GUIDANCE).isEmpty()) {
                var wanted = new TicketStore.Wanted(member.value(), of.get().validUntil());
                store.issue(insurer, of.get(), kind, last, List.of(wanted), 0, by);
            }
            return live(member, year.year(), TicketKind.Family.GUIDANCE);
        });
    }

    /// Takes the guidance ticket of a year out of use that is out and was not used.
    ///
    /// @param why and by whom, for the history
    public void voidGuidance(InsurerId insurer, MemberId member, FiscalYear year, String why, String by) {
        transactions.run(insurer, () -> {
            store.hold(insurer, year.year());
            live(member, year.year(), TicketKind.Family.GUIDANCE)
                    .filter(one -> one.state() == State.ISSUED)
                    .ifPresent(one -> store.move(insurer, one, State.VOID, why, by));
        });
    }

    /// Records that the guidance ticket of a year was used, or that it was not after all.
    ///
    /// @param note and by whom, for the history
    public void useGuidance(
            InsurerId insurer, MemberId member, FiscalYear year, boolean isUsed, String note, String by) {
        var from = isUsed ? State.ISSUED : State.USED;
        transactions.run(insurer, () -> {
            store.hold(insurer, year.year());
            live(member, year.year(), TicketKind.Family.GUIDANCE)
                    .filter(one -> one.state() == from)
                    .ifPresent(one -> store.move(insurer, one, isUsed ? State.USED : State.ISSUED, note, by));
        });
    }

    private Optional<Ticket> live(MemberId member, int year, TicketKind.Family family) {
        return store.ofMembers(List.of(member.value())).stream()
                .filter(one -> one.fiscalYear() == year && one.kind().family() == family)
                .filter(one -> one.state() == State.ISSUED || one.state() == State.USED)
                .findFirst();
    }

    /// Records that a ticket was used; nothing when it is not out.
    public boolean use(InsurerId insurer, TicketNumber number, String note, String by) {
        return transactions.in(insurer, () -> {
            var out = store.byNumber(number.digits()).stream()
                    // Again, and locked: somebody may be replacing it.
                    .flatMap(one -> store.byId(one.id()).stream())
                    .filter(one -> one.state() == State.ISSUED)
                    .findFirst();
            out.ifPresent(one -> store.move(insurer, one, State.USED, note, by));
            return out.isPresent();
        });
    }

    /// Takes back that the ticket of a number was used: what it was used for was taken back.
    ///
    /// @return whether it was used
    public boolean release(InsurerId insurer, TicketNumber number, String note, String by) {
        return transactions.in(insurer, () -> {
            var used = store.byNumber(number.digits()).stream()
                    .flatMap(one -> store.byId(one.id()).stream())
                    .filter(one -> one.state() == State.USED)
                    .findFirst();
            used.ifPresent(one -> store.move(insurer, one, State.ISSUED, note, by));
            return used.isPresent();
        });
    }

    /// Records that a ticket is void or lost; only one that is out can become so.
    ///
    /// @return the owner; empty when there is no such ticket
    public Optional<MemberId> end(long id, State state, String why) {
        return transactions.inCurrent(() -> {
            var out = store.byId(id).stream()
                    .filter(one -> one.state() == State.ISSUED)
                    .findFirst();
            out.ifPresent(one -> {
                store.move(insurer(), one, state, why, Actors.current().name());
                changed(one, "/tickets/end", state);
            });
            return out.map(Ticket::owner);
        });
    }

    /// Issues another ticket for one that is out, lost, void or over; the old number counts no more. In the place of
    /// one that is void or over comes one with the terms of today.
    ///
    /// @return the owner; empty when there is no such ticket, it was used or replaced, or its owner may have none
    public Optional<MemberId> reissue(long id, String why) {
        return transactions.inCurrent(() -> {
            var old = store.byId(id).stream()
                    .filter(one -> one.state() != State.USED && one.state() != State.REISSUED)
                    .findFirst();
            var fresh = old.flatMap(this::terms);
            if (fresh.isEmpty()) {
                return Optional.empty();
            }
            var ticket = old.orElseThrow();
            var by = Actors.current().name();
            var last = store.hold(insurer(), ticket.fiscalYear());
            store.move(insurer(), ticket, State.REISSUED, why, by);
            if (live(ticket.owner(), ticket.fiscalYear(), ticket.kind().family())
                    .isEmpty()) {
                var wanted = new TicketStore.Wanted(
                        ticket.owner().value(), fresh.get().validUntil());
                store.issue(insurer(), fresh.get().terms(), ticket.kind(), last, List.of(wanted), 0, by);
            }
            changed(ticket, "/tickets/reissue", State.REISSUED);
            return Optional.of(ticket.owner());
        });
    }

    private record Fresh(Terms terms, LocalDate validUntil) {}

    /// What a ticket of today would have in the place of an old one; empty when its owner may not have one.
    private Optional<Fresh> terms(Ticket old) {
        var today = LocalDate.now(clock);
        if (old.state() != State.VOID && !old.validUntil().isBefore(today)) {
            return Optional.of(new Fresh(old.terms(), old.validUntil()));
        }
        var year = new FiscalYear(old.fiscalYear());
        var person = people.find(insurer(), old.owner().value(), year)
                .filter(one -> one.part().isTarget() && one.person().isEnrolledOn(today));
        return person.flatMap(one -> terms.find(insurer(), year, old.kind().family())
                        .map(of -> new Fresh(
                                of, of.validUntil().isBefore(one.lastExamDay()) ? of.validUntil() : one.lastExamDay())))
                .filter(one -> !one.validUntil().isBefore(today));
    }

    private static InsurerId insurer() {
        return Actors.current().insurer().id();
    }

    private void changed(Ticket ticket, String place, State state) {
        audit.note(
                Look.changed(ticket.owner().value(), "ticket", place, "ticket %d, %s".formatted(ticket.id(), state)));
    }
}
