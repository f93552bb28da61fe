package org.tsunagu.app.desk.timeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.checkups.Standing;
import org.tsunagu.app.contacts.Contact;
import org.tsunagu.app.membership.Coverage;
import org.tsunagu.app.membership.Transfer;

/// One life across insurers (一人の年表), the latest first: as a table for everybody, as a picture for the eye.
///
/// @param today right edge of the picture
public record Timeline(List<Event> events, LocalDate today) {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /// What an insurer knows about a member.
    ///
    /// @param insurer number; empty for the insurer that is worked for
    public record Known(
            String insurer,
            List<Coverage> coverage,
            List<Transfer> transfers,
            List<Standing> results,
            List<Contact> contacts) {}

    /// The timeline of what one insurer, or several, know.
    public static Timeline of(List<Known> all, LocalDate today) {
        var events = new ArrayList<Event>();
        for (var known : all) {
            known.coverage().forEach(time -> events.add(here(known.insurer(), time)));
            known.transfers().forEach(transfer -> events.add(there(transfer, known.coverage())));
            known.results().forEach(result -> events.add(result(known.insurer(), result)));
            known.contacts().forEach(contact -> events.add(contact(known.insurer(), contact)));
        }
        events.sort(Comparator.comparing((Event event) -> event.from().orElse(LocalDate.MIN))
                .reversed());
        return new Timeline(List.copyOf(events), today);
    }

    private static Event here(String insurer, Coverage time) {
        return Event.coverage(insurer, Optional.of(time.from()), time.to(), "desk.timeline.covered");
    }

    /// A former time ends, if the register does not say when, on the day before the own one begins; a later one
    /// begins on the day after the own one has ended.
    private static Event there(Transfer transfer, List<Coverage> coverage) {
        if (transfer.direction() == Transfer.Direction.IN) {
            var to = transfer.to().orElse(transfer.coveredFrom().minusDays(1));
            return Event.coverage(
                    transfer.otherInsurer(), transfer.from(), Optional.of(to), "desk.timeline.covered_before");
        }
        var from = coverage.stream()
                .filter(time -> time.from().equals(transfer.coveredFrom()))
                .findFirst()
                .flatMap(Coverage::to)
                .map(last -> last.plusDays(1));
        return Event.coverage(transfer.otherInsurer(), from, Optional.empty(), "desk.timeline.covered_after");
    }

    private static Event result(String insurer, Standing result) {
        var whose = result.fromInsurer().isEmpty() ? insurer : result.fromInsurer();
        return Event.on(
                result.examDate(),
                Event.Kind.CHECKUP,
                whose,
                List.of("checkups.kind." + result.kind()),
                result.facility());
    }

    private static Event contact(String insurer, Contact contact) {
        var isLetter = contact.channel() == Contact.Channel.LETTER;
        return Event.on(
                contact.at().atZoneSameInstant(JAPAN).toLocalDate(),
                isLetter ? Event.Kind.LETTER : Event.Kind.CONTACT,
                insurer,
                List.of("contacts.channel." + contact.channel(), "contacts.outcome." + contact.outcome()),
                isLetter ? contact.note() : "");
    }

    /// The picture of it.
    public Drawing drawing() {
        return Drawing.of(this);
    }
}
