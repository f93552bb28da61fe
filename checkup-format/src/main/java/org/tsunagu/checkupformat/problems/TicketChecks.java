package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.codes.ticket.TicketNumber;
import org.tsunagu.codes.time.FiscalYear;

/// The checks of the tickets in the header (受診券・利用券のチェック): CHK-HDR-005, 011 to 013, 015, 022.
final class TicketChecks {

    private static final String CHECKUP_TICKET = "1.2.392.200119.6.209.1";
    private static final String FOR_GUIDANCE = "2";
    private static final char SET_TICKET = '5';
    private static final int INSURER_DIGITS = 8;
    private static final int PERSON_FROM = 3;

    private final int mostForCheckup = Limits.shipped().integer("tickets_checkup");
    private final int mostForGuidance = Limits.shipped().integer("tickets_guidance");
    private final int highestKind = Limits.shipped().integer("ticket_kinds");
    private final int lag = Limits.shipped().integer("ticket_year_lag");

    /// Checks every ticket.
    ///
    /// @param knowsInsurer whether the insurer number of the person can be relied on
    void check(Subject subject, boolean knowsInsurer) {
        var tickets = subject.header().tickets();
        var most = subject.isGuidance() ? mostForGuidance : mostForCheckup;
        if (tickets.size() > most) {
            subject.findings()
                    .field("CHK-HDR-013", tickets.get(most).number(), "actual", String.valueOf(tickets.size()));
        }
        for (var ticket : tickets) {
            insurer(ticket, subject, knowsInsurer);
            number(ticket, subject, knowsInsurer);
            expiry(ticket, subject);
        }
    }

    private static void insurer(Ticket ticket, Subject subject, boolean knowsInsurer) {
        var own = subject.header().patient().insurerNumber().text();
        var written = ticket.insurerNumber();
        if (knowsInsurer && !written.isEmpty() && !written.text().equals(own)) {
            subject.findings().field("CHK-HDR-005", written, "actual", written.text(), "expected", own);
        }
    }

    private void number(Ticket ticket, Subject subject, boolean knowsInsurer) {
        var number = TicketNumber.of(ticket.number().text());
        var forGuidance = subject.isGuidance() && ticket.function().text().equals(FOR_GUIDANCE);
        if (forGuidance) {
            if (number.isPresent() && number.get().kind() == SET_TICKET) {
                subject.findings().field("CHK-HDR-012", ticket.number());
            }
        } else if (number.isEmpty()) {
            subject.reportOutline("CHK-HDR-011", ticket.number());
            return;
        } else if (!rootFits(ticket, subject, knowsInsurer)) {
            subject.report("CHK-HDR-011", ticket.root());
        }
        number.ifPresent(read -> yearAndKind(ticket, read, subject));
    }

    /// The root names the insurer of the person, or at least the one of the ticket: then CHK-HDR-005 says what is
    /// wrong.
    private static boolean rootFits(Ticket ticket, Subject subject, boolean knowsInsurer) {
        var root = ticket.root().text();
        if (!root.startsWith(CHECKUP_TICKET)) {
            return false;
        }
        var insurer = root.substring(CHECKUP_TICKET.length());
        return insurer.equals(subject.header().patient().insurerNumber().text())
                || insurer.equals(ticket.insurerNumber().text())
                || (!knowsInsurer && Digits.only(insurer, INSURER_DIGITS));
    }

    private void yearAndKind(Ticket ticket, TicketNumber number, Subject subject) {
        var kind = number.kind() - '0';
        var fits = 1 <= kind
                && kind <= highestKind
                && subject.serviceDay()
                        .map(day -> yearFits(number, day, subject))
                        .orElse(true);
        if (!fits) {
            subject.findings()
                    .field(
                            "CHK-HDR-022",
                            ticket.number(),
                            "actual",
                            number.digits().substring(0, PERSON_FROM) + "…");
        }
    }

    /// Guidance goes on after the year of its ticket.
    private boolean yearFits(TicketNumber number, LocalDate day, Subject subject) {
        var year = FiscalYear.containing(day).year();
        for (var back = 0; back <= (subject.isGuidance() ? lag : 0); back++) {
            if (Integer.parseInt(number.yearDigits()) == (year - back) % 100) {
                return true;
            }
        }
        return false;
    }

    private static void expiry(Ticket ticket, Subject subject) {
        var until = subject.date(ticket.validUntil(), "participant/time/high");
        var day = subject.isGuidance() ? Optional.<LocalDate>empty() : subject.serviceDay();
        if (until.isPresent() && day.isPresent() && day.get().isAfter(until.get())) {
            subject.findings()
                    .field(
                            "CHK-HDR-015",
                            ticket.validUntil(),
                            "actual",
                            day.get().toString(),
                            "expected",
                            until.get().toString());
        }
    }
}
