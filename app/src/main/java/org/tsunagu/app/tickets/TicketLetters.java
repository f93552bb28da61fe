package org.tsunagu.app.tickets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.time.Era;
import org.tsunagu.letters.Body;
import org.tsunagu.letters.ContactBlock;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterTexts;
import org.tsunagu.letters.Sender;
import org.tsunagu.letters.layout.Column;
import org.tsunagu.letters.layout.Grid;
import org.tsunagu.letters.layout.GridRow;
import org.tsunagu.letters.layout.Paper;

/// Tickets as letters (受診券・利用券の書面): what stands on the sheet below the address.
@Service
public class TicketLetters {

    private static final double LABEL = 50;
    private static final double CONTENT = 120;
    private static final int NOTES = 3;

    private final TicketStore store;
    private final TenantTransactions transactions;
    private final Members members;
    private final Insurers insurers;

    TicketLetters(TicketStore store, TenantTransactions transactions, Members members, Insurers insurers) {
        this.insurers = insurers;
        this.store = store;
        this.transactions = transactions;
        this.members = members;
    }

    /// What is printed for one member: the ticket, and who is asked about it.
    public record Printable(Body body, Terms terms) {

        /// The insurer as it stands on the ticket.
        public Sender from(String insurerName) {
            return new Sender(insurerName, "", "", List.of(terms.address()), terms.phone(), "");
        }
    }

    /// The tickets of some members that can be used on the day of the letter; whoever has none is left out.
    public Map<Long, Printable> of(InsurerId insurer, TicketKind.Family family, LocalDate day, Collection<Long> ids) {
        return transactions.in(insurer, () -> {
            var people = members.within(ids);
            var number = number(insurer);
            var printable = new HashMap<Long, Printable>();
            for (var ticket : store.ofMembers(ids)) {
                var owner = people.get(ticket.owner().value());
                if (owner != null && ticket.kind().family() == family && ticket.isOpenOn(day)) {
                    printable.putIfAbsent(
                            owner.id().value(), new Printable(new Sheet(ticket, owner, number), ticket.terms()));
                }
            }
            return printable;
        });
    }

    private String number(InsurerId id) {
        return insurers.all().stream()
                .filter(one -> one.id().equals(id))
                .map(Insurer::number)
                .findFirst()
                .orElseThrow();
    }

    /// The charges in words, as on the ticket.
    public static String charges(Terms terms) {
        return String.join(
                "、", terms.charges().stream().map(TicketLetters::charge).toList());
    }

    private static String charge(Charge charge) {
        var texts = Texts.in(Language.JAPANESE);
        return texts.text("tickets.service." + charge.service())
                + texts.text(
                        "tickets.charge.said." + charge.kind(),
                        "number",
                        String.format(Locale.ROOT, "%,d", charge.number()));
    }

    private record Sheet(Ticket ticket, Member owner, String insurerNumber) implements Body {

        @Override
        public void write(Paper paper, Letter letter, LetterTexts texts) {
            var words = Texts.in(Language.JAPANESE);
            var family = ticket.kind().family();
            paper.title(ticket.kind().name(Locale.JAPANESE));
            paper.paragraph(words.text("tickets.letter.opening." + family));
            var columns = List.of(
                    new Column(words.text("tickets.letter.item"), LABEL, Column.Align.LEFT),
                    new Column(words.text("tickets.letter.content"), CONTENT, Column.Align.LEFT));
            paper.table(new Grid(columns, rows(letter, words)));
            for (var i = 1; i <= NOTES; i++) {
                paper.paragraph(words.text("tickets.letter.note." + i));
            }
            ContactBlock.write(paper, letter.from(), texts);
        }

        private List<GridRow> rows(Letter letter, Texts words) {
            var terms = ticket.terms();
            var rows = new ArrayList<GridRow>();
            add(rows, words, "number", ticket.number().digits());
            add(rows, words, "issued", Era.format(ticket.issuedOn()));
            add(rows, words, "until", Era.format(ticket.validUntil()));
            add(rows, words, "name", letter.to().name() + "（" + owner.kana() + "）");
            add(rows, words, "birth", Era.format(owner.birth()));
            add(rows, words, "sex", words.text("tickets.sex." + owner.sex()));
            terms.charges().forEach(charge -> add(rows, words, "charge", charge(charge)));
            add(rows, words, "contract", words.text("tickets.contract." + terms.contract()));
            add(rows, words, "coordinator", terms.coordinator());
            add(rows, words, "agency", terms.agency());
            add(rows, words, "insurer", insurerNumber + " " + letter.from().name());
            add(rows, words, "address", terms.address());
            return rows;
        }

        private static void add(List<GridRow> rows, Texts words, String item, String content) {
            if (!content.isEmpty()) {
                rows.add(new GridRow(List.of(words.text("tickets.letter." + item), content), false));
            }
        }
    }
}
