package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tsunagu.app.tables.LetterWordings;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.TicketLetters;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.time.Era;
import org.tsunagu.letters.Body;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterTexts;
import org.tsunagu.letters.PlainBody;
import org.tsunagu.letters.layout.Paper;

/// The letter that invites to guidance (利用案内): what the insurer wrote, and the ticket with its barcode.
///
/// @param title and body: every line is a paragraph, with placeholders
/// @param replyBy last day for an answer
record InvitationLetter(String title, String body, LocalDate replyBy, Ticket ticket) implements Body {

    /// What may stand between braces in a wording.
    static final Set<String> PLACEHOLDERS =
            Set.of("name", "date", "insurer", "phone", "deadline", "ticket", "until", "charge");

    static PlainBody.Template template(String title, String body) {
        return new PlainBody.Template(title, LetterWordings.paragraphs(body));
    }

    @Override
    public void write(Paper paper, Letter letter, LetterTexts texts) {
        var words = Texts.in(Language.JAPANESE);
        new PlainBody(template(title, body), values()).write(paper, letter, texts);
        paper.heading(words.text("guidance.letter.ticket"));
        paper.paragraph(words.text(
                "guidance.letter.number",
                "number",
                ticket.number().digits(),
                "until",
                Era.format(ticket.validUntil())));
        paper.barcode(ticket.number().digits(), words.text("guidance.letter.barcode"));
    }

    private Map<String, String> values() {
        var values = new HashMap<String, String>();
        values.put("deadline", Era.format(replyBy));
        values.put("ticket", ticket.number().digits());
        values.put("until", Era.format(ticket.validUntil()));
        values.put("charge", TicketLetters.charges(ticket.terms()));
        return values;
    }
}
