package org.tsunagu.app.exchange.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.intake.ReceivedDocuments;
import org.tsunagu.app.membership.Members;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Employers' checkups that an institution has delivered itself (健診機関からの直接提供): without a registered
/// clause that is
/// a finding. The results are taken all the same: they are the insurer's to have.
@Component
class DirectDeliveries {

    private static final String EMPLOYERS_CHECKUP = "030";
    private static final String FACILITY = "[0-9]{10}";
    private static final Set<String> EMPLOYERS = Table.read(
                    "exchange/employer-senders", DirectDeliveries.class.getResourceAsStream("employer-senders.tsv"))
            .rows()
            .stream()
            .map(Row::key)
            .collect(Collectors.toUnmodifiableSet());

    private final ReceivedDocuments documents;
    private final Members members;
    private final Clauses clauses;

    DirectDeliveries(ReceivedDocuments documents, Members members, Clauses clauses) {
        this.documents = documents;
        this.members = members;
        this.clauses = clauses;
    }

    /// A document that came straight from an institution.
    private record Direct(long deliveryId, String facility, String employer, LocalDate day) {}

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(DocumentsMatched event) {
        var employers = event.checkups().stream()
                .filter(one -> one.document().header().programme().text().equals(EMPLOYERS_CHECKUP))
                .toList();
        if (employers.isEmpty()) {
            return;
        }
        direct(employers).stream()
                .filter(one -> !clauses.holds(one.facility(), one.employer(), one.day()))
                .forEach(one ->
                        clauses.without(event.insurer(), one.deliveryId(), one.facility(), one.employer(), one.day()));
    }

    private List<Direct> direct(List<Matched<CheckupDocument>> checkups) {
        var senders =
                documents.senders(checkups.stream().map(Matched::documentId).toList());
        var people = members.within(
                checkups.stream().map(Matched::memberId).distinct().toList());
        return checkups.stream()
                .flatMap(one -> {
                    var sender = Optional.ofNullable(senders.get(one.documentId()));
                    var employer =
                            Optional.ofNullable(people.get(one.memberId())).map(member -> member.employer());
                    var day = one.document().header().examDay();
                    return sender
                            .flatMap(of -> facility(of.name()))
                            .filter(facility -> employer.isPresent() && day.isPresent())
                            .map(facility ->
                                    new Direct(sender.get().deliveryId(), facility, employer.get(), day.orElseThrow()))
                            .stream();
                })
                .toList();
    }

    /// The institution that has sent an archive, by its name; empty for whatever else was handed in.
    private static Optional<String> facility(String name) {
        return ArchiveName.parse(name)
                .map(ArchiveName::sender)
                .filter(sender -> sender.matches(FACILITY) && !EMPLOYERS.contains(sender));
    }
}
