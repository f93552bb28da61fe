package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.TicketKind;
import org.tsunagu.app.tickets.TicketLetters;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.letters.Letter;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.RunSettings;
import org.tsunagu.letters.layout.Profile;

/// The own tickets (受診券・利用券): until when, for what, and the sheet itself.
@Controller
public class MyTicketController {

    private final MyPages pages;
    private final OwnData own;
    private final TicketLetters letters;
    private final Audit audit;
    private final Clock clock;

    MyTicketController(MyPages pages, OwnData own, TicketLetters letters, Audit audit, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record Content(Viewer me, LocalDate today, List<Ticket> tickets) {

        /// The charges in words, as on the ticket.
        public String charges(Ticket ticket) {
            return TicketLetters.charges(ticket.terms());
        }
    }

    @GetMapping("/my/tickets")
    View tickets(HttpServletRequest request) {
        return pages.show(
                request,
                MyPages.Wanted.of("portal/tickets", Scope.TICKET, "ticket", "/my/tickets"),
                me -> new Content(me, LocalDate.now(clock), own.tickets(me.member())));
    }

    @GetMapping("/my/tickets/{family}.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable TicketKind.Family family) throws IOException {
        var member = own.member(pages.member(Scope.TICKET));
        var today = LocalDate.now(clock);
        var insurer = pages.user().insurer();
        var sheet = Optional.ofNullable(letters.of(
                                insurer.id(), family, today, List.of(member.id().value()))
                        .get(member.id().value()))
                .orElseThrow(NotFound::new);
        audit.note(Look.own(Look.Kind.PRINT, member.id().value(), "ticket", "/my/tickets/pdf", ""));
        var pdf = new ByteArrayOutputStream();
        var settings = new RunSettings("ticket", insurer.name(), Locale.JAPANESE, Profile.of("NAGA3"), clock.instant());
        try (var run = new LetterRun(pdf, settings)) {
            run.add(new Letter(
                    "M-%d".formatted(member.id().value()),
                    MyCheckupController.to(member),
                    sheet.from(insurer.name()),
                    today,
                    Optional.empty(),
                    sheet.body()));
        }
        return MyCheckupController.pdf(pdf.toByteArray(), "ken.pdf");
    }
}
