package org.tsunagu.app.tickets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Members;
import org.tsunagu.codes.time.FiscalYear;

/// The tickets of a year for a company that prints them (印刷会社に渡すデータ), in the order of the mail, as the letters
/// are.
@Service
public class PrinterFile {

    /// The names of the columns.
    public static final List<String> HEADER = List.of(
            "seq",
            "number",
            "kind",
            "issued_on",
            "valid_until",
            "name",
            "name_kana",
            "sex",
            "birth_date",
            "postal_code",
            "address",
            "charges",
            "contract",
            "coordinator",
            "agency");

    private final TicketStore store;
    private final Members members;
    private final TenantTransactions transactions;

    PrinterFile(TicketStore store, Members members, TenantTransactions transactions) {
        this.store = store;
        this.members = members;
        this.transactions = transactions;
    }

    /// A line, and whose it is (1行).
    public record Line(long memberId, List<String> cells) {}

    private record Whose(Ticket ticket, Member owner) {}

    /// The lines of the tickets that can be used today.
    ///
    /// @param batch only of those issued together; 0 for all
    public List<Line> lines(FiscalYear year, TicketKind.Family family, long batch) {
        return transactions.inCurrent(() -> {
            var all = store.usable(year, family, batch);
            var owners =
                    members.within(all.stream().map(one -> one.owner().value()).toList());
            var sorted = all.stream()
                    .map(one -> new Whose(
                            one,
                            java.util.Objects.requireNonNull(
                                    owners.get(one.owner().value()))))
                    .sorted(Comparator.comparing((Whose one) -> one.owner().postalCode())
                            .thenComparing(one -> one.owner().kana())
                            .thenComparingLong(one -> one.owner().id().value()))
                    .toList();
            var lines = new ArrayList<Line>();
            sorted.forEach(one -> lines.add(line(lines.size() + 1, one)));
            return lines;
        });
    }

    private static Line line(int seq, Whose one) {
        var ticket = one.ticket();
        var owner = one.owner();
        return new Line(
                owner.id().value(),
                List.of(
                        Integer.toString(seq),
                        ticket.number().digits(),
                        ticket.kind().japanese(),
                        ticket.issuedOn().toString(),
                        ticket.validUntil().toString(),
                        owner.name(),
                        owner.kana(),
                        owner.sex().code(),
                        owner.birth().toString(),
                        owner.postalCode(),
                        owner.address(),
                        TicketLetters.charges(ticket.terms()),
                        ticket.terms().contract().name(),
                        ticket.terms().coordinator(),
                        ticket.terms().agency()));
    }
}
