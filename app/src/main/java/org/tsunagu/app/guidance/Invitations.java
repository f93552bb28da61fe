package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.tickets.IssueTerms;
import org.tsunagu.app.tickets.TicketKind.Family;
import org.tsunagu.app.tickets.TicketLetters;
import org.tsunagu.app.tickets.Tickets;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.CourseKind;
import org.tsunagu.rules.stratification.Level;

/// Invitations to guidance (利用案内): who is invited is decided and written down, with the ticket, before
/// any letter is made;
/// who does not answer is asked again.
@Service
public class Invitations {

    private final AskingStore store;
    private final CourseStore courses;
    private final Candidates candidates;
    private final CourseTickets tickets;
    private final Tickets ledger;
    private final IssueTerms terms;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Invitations(
            AskingStore store,
            CourseStore courses,
            Candidates candidates,
            CourseTickets tickets,
            Tickets ledger,
            IssueTerms terms,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.courses = courses;
        this.candidates = candidates;
        this.tickets = tickets;
        this.ledger = ledger;
        this.terms = terms;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whom somebody wants to invite (案内する人の選び方).
    ///
    /// @param state of the list of candidates
    /// @param level empty for both
    /// @param from and `to`: places in the order of priority, both included
    /// @param silentDays only those whom nobody has asked and who have not answered for so many days; 0
    /// for all
    public record Choice(String state, Optional<Level> level, int from, int to, int silentDays) {

        boolean holds(Candidates.Line line, LocalDate today) {
            return line.isInvitable()
                    && line.state().equals(state)
                    && level.filter(one -> one != line.ranked().candidate().level())
                            .isEmpty()
                    && line.ranked().place() >= from
                    && line.ranked().place() <= to
                    && line.asking().silentDays(today) >= silentDays;
        }

        private String written() {
            return "%s %s %d-%d %d".formatted(state, level.map(Level::name).orElse("*"), from, to, silentDays);
        }
    }

    /// What is sent to them (案内の内容).
    ///
    /// @param form key of the form: the same form sent twice is one invitation
    public record Wanted(FiscalYear year, long wording, LocalDate replyBy, UUID form) {}

    /// An invitation that was decided on (案内の1回分).
    ///
    /// @param chosenBy how the people were chosen
    public record Sent(
            long id,
            LocalDate day,
            LocalDate replyBy,
            int version,
            String title,
            String chosenBy,
            String by,
            int people) {}

    /// After how many days without an answer somebody is asked again, unless the page says otherwise
    /// (`clocks.tsv`).
    public static int waitingDays() {
        return Running.TABLES.all().stream()
                .filter(table -> table.name().equals("guidance/clocks"))
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.key().equals("REMINDER"))
                .mapToInt(row -> row.integer("days"))
                .findFirst()
                .orElseThrow();
    }

    /// Whether the year has terms by which tickets can be issued today.
    public boolean canIssue(FiscalYear year) {
        return terms.find(Actors.current().insurer().id(), year, Family.GUIDANCE)
                .filter(one -> !one.validUntil().isBefore(LocalDate.now(clock)))
                .isPresent();
    }

    /// Decides on an invitation, writes it down and issues the tickets.
    ///
    /// @return its number; 0 when nobody is chosen or no tickets can be issued
    public long invite(Wanted wanted, Choice choice) {
        return transactions.inCurrent(() -> {
            var known = store.known(wanted.form());
            if (known.isPresent() || !canIssue(wanted.year())) {
                return known.orElse(0L);
            }
            var seen = chosen(wanted.year(), choice);
            courses.lock(seen.keySet());
            // Somebody else may have invited the same people while this one waited.
            var now = chosen(wanted.year(), choice);
            now.keySet().retainAll(seen.keySet());
            var twice = store.known(wanted.form());
            if (twice.isPresent() || now.isEmpty()) {
                return twice.orElse(0L);
            }
            var id = store.insert(wanted, choice.written());
            now.values().forEach(line -> invite(id, line));
            audit.note(
                    Look.changed(
                            0,
                            "guidance",
                            "/guidance/invitations",
                            "invitation %d, %d people".formatted(id, now.size())),
                    List.copyOf(now.keySet()));
            return id;
        });
    }

    private Map<Long, Candidates.Line> chosen(FiscalYear year, Choice choice) {
        var today = LocalDate.now(clock);
        return candidates.of(year).stream()
                .filter(line -> choice.holds(line, today))
                .collect(Collectors.toMap(line -> line.member().id().value(), line -> line));
    }

    private void invite(long invitation, Candidates.Line line) {
        var actor = Actors.current();
        store.invite(invitation, line.member().id().value(), line.judged().examDate());
        tickets.issue(
                actor.insurer().id(),
                line.member().id(),
                line.judged().examDate(),
                CourseKind.of(line.ranked().candidate().level()),
                actor.name());
    }

    /// The invitations of a year, the latest first.
    public List<Sent> of(FiscalYear year) {
        return transactions.inCurrent(() -> store.sent(year.year()));
    }

    /// Whom an invitation is for.
    public List<Long> recipients(long invitation) {
        return transactions.inCurrent(() -> store.recipients(invitation));
    }

    /// The letters of an invitation to some people. Whoever has a course or has answered by now gets
    /// none, nor does somebody
    /// whose ticket cannot be used on the day of the letter.
    public Map<Long, TicketLetters.Printable> letters(
            InsurerId insurer, long invitation, LocalDate day, Collection<Long> ids) {
        return transactions.in(insurer, () -> {
            var printable = new HashMap<Long, TicketLetters.Printable>();
            store.wording(invitation, ids)
                    .ifPresent(wording -> ledger.open(insurer, Family.GUIDANCE, wording.people(), day).stream()
                            .filter(ticket -> ticket.fiscalYear() == wording.fiscalYear())
                            .forEach(ticket -> printable.putIfAbsent(
                                    ticket.owner().value(),
                                    new TicketLetters.Printable(
                                            new InvitationLetter(
                                                    wording.title(), wording.body(), wording.replyBy(), ticket),
                                            ticket.terms()))));
            return printable;
        });
    }

    /// How a person was asked in a year.
    public Asking asking(MemberId member, FiscalYear year) {
        return transactions.inCurrent(
                () -> store.ofYear(year.year()).getOrDefault(member.value(), Asking.none(member.value())));
    }
}
