package org.tsunagu.app.tickets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.tickets.Batches;
import org.tsunagu.app.tickets.EligiblePeople;
import org.tsunagu.app.tickets.EligiblePerson;
import org.tsunagu.app.tickets.EligiblePerson.Part;
import org.tsunagu.app.tickets.IssueTerms;
import org.tsunagu.app.tickets.PrinterFile;
import org.tsunagu.app.tickets.Terms;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.TicketKind.Family;
import org.tsunagu.app.tickets.Tickets;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.time.FiscalYear;

/// The eligible people of a year and their tickets (年度の対象者と受診券).
@Controller
public class YearController {

    private static final int SHOWN = 50;

    private final EligiblePeople people;
    private final Tickets tickets;
    private final IssueTerms terms;
    private final Batches batches;
    private final PrinterFile printer;
    private final Audit audit;
    private final Clock clock;

    YearController(
            EligiblePeople people,
            Tickets tickets,
            IssueTerms terms,
            Batches batches,
            PrinterFile printer,
            Audit audit,
            Clock clock) {
        this.people = people;
        this.tickets = tickets;
        this.terms = terms;
        this.batches = batches;
        this.printer = printer;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param hasRules whether there are rules for the year
    /// @param parts how many people of each part
    public record Content(
            FiscalYear year,
            boolean hasRules,
            Map<Part, Long> parts,
            Map<Family, FamilyContent> families,
            List<Batches.Batch> batches) {

        /// Whether tickets are being issued.
        public boolean isBusy() {
            return batches.stream().anyMatch(Batches.Batch::isOpen);
        }

        /// How many the checkup has to be offered to.
        public long targets() {
            return parts.entrySet().stream()
                    .filter(entry -> entry.getKey().isTarget())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /// Terms and tickets of a family.
    ///
    /// @param usable how many can be used today and would be printed
    public record FamilyContent(Optional<Terms> terms, Map<Ticket.State, Long> counts, int usable) {

        /// How many of a state.
        public long of(Ticket.State state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    /// One page of the list (画面の内容).
    ///
    /// @param next number after which the next page begins; 0 for none
    public record PeopleContent(FiscalYear year, Part part, List<EligiblePerson> people, long total, long next) {}

    @GetMapping("/tickets")
    View now() {
        return new RedirectView(
                "/tickets/" + FiscalYear.containing(LocalDate.now(clock)).year());
    }

    @GetMapping("/tickets/{year:20[0-9]{2}}")
    View year(@PathVariable int year) {
        var shown = new FiscalYear(year);
        var hasRules = people.rules().covers(shown);
        return Page.of(
                "tickets/year",
                new Content(
                        shown,
                        hasRules,
                        hasRules ? EligiblePeople.counts(people.of(shown)) : Map.of(),
                        new java.util.EnumMap<>(Map.of(
                                Family.CHECKUP,
                                family(shown, Family.CHECKUP),
                                Family.GUIDANCE,
                                family(shown, Family.GUIDANCE))),
                        batches.of(shown)));
    }

    private FamilyContent family(FiscalYear year, Family family) {
        var insurer = Actors.current().insurer().id();
        return new FamilyContent(
                terms.find(insurer, year, family),
                tickets.counts(year, family),
                tickets.usable(year, family, 0).size());
    }

    @GetMapping("/tickets/{year:20[0-9]{2}}/people")
    View people(
            @PathVariable int year,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "0") String after) {
        var shown = new FiscalYear(year);
        var wanted = Arrays.stream(Part.values())
                .filter(one -> one.name().equals(part))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!after.matches("[0-9]{1,18}") || !people.rules().covers(shown)) {
            throw new NotFound();
        }
        var begin = Long.parseLong(after);
        var all = people.of(shown).stream().filter(one -> one.part() == wanted).toList();
        var page = all.stream()
                .filter(one -> one.memberId() > begin)
                .limit(SHOWN + 1)
                .toList();
        var listed = page.stream().limit(SHOWN).toList();
        audit.note(listed.stream()
                .map(one -> Look.listed(one.memberId(), "eligibility", "/tickets/people"))
                .toList());
        var next = page.size() > SHOWN ? listed.getLast().memberId() : 0;
        return Page.of("tickets/people", new PeopleContent(shown, wanted, listed, all.size(), next));
    }

    @PostMapping("/tickets/{year:20[0-9]{2}}/issue")
    View issue(@PathVariable int year) {
        var notice = batches.start(new FiscalYear(year))
                .map(refused -> "tickets.problem." + refused)
                .orElse("tickets.issue.begun");
        return new RedirectView("/tickets/%d?notice=%s".formatted(year, notice));
    }

    /// The tickets that can be used, for the company that prints them. Whoever takes it out says what for.
    @PostMapping("/tickets/{year:20[0-9]{2}}/export")
    void export(@PathVariable int year, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var family = Arrays.stream(Family.values())
                .filter(one -> one.name().equals(fields.get("family")))
                .findFirst()
                .orElseThrow(NotFound::new);
        var why = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (why.isEmpty()) {
            response.sendRedirect("/tickets/%d?notice=tickets.problem.purpose".formatted(year));
            return;
        }
        var batch = fields.getOrDefault("batch", "0");
        if (!batch.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        var lines = printer.lines(new FiscalYear(year), family, Long.parseLong(batch));
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "ticket",
                        0,
                        why.get(),
                        Look.OWN_WORK,
                        "/tickets/export",
                        "%d %s, %d tickets".formatted(year, family, lines.size())),
                lines.stream().map(PrinterFile.Line::memberId).toList());
        try (var out = Csv.download(response, "tickets-%d.csv".formatted(year))) {
            out.write(Csv.line(PrinterFile.HEADER));
            for (var line : lines) {
                out.write(Csv.line(line.cells()));
            }
        }
    }
}
