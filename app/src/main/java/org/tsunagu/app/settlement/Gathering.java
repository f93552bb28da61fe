package org.tsunagu.app.settlement;

import java.sql.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.guidance.CourseDue;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.intake.Document;
import org.tsunagu.app.intake.ReceivedDocuments;
import org.tsunagu.app.intake.ReceivedDocuments.Finding;
import org.tsunagu.app.membership.Members;

/// Brings together what claims are checked against (点検の材料集め), within the transaction of the caller.
@Component
class Gathering {

    private final JdbcClient jdbc;
    private final Contracts contracts;
    private final ReceivedDocuments documents;
    private final Checkups checkups;
    private final Members members;
    private final TicketLedger tickets;
    private final Guidance guidance;
    private final Payments payments;

    Gathering(
            JdbcClient jdbc,
            Contracts contracts,
            ReceivedDocuments documents,
            Checkups checkups,
            Members members,
            TicketLedger tickets,
            Guidance guidance,
            Payments payments) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.documents = documents;
        this.checkups = checkups;
        this.members = members;
        this.tickets = tickets;
        this.guidance = guidance;
        this.payments = payments;
    }

    /// What the archives say about some claims, by claim.
    private static final class Received {
        private final Map<Long, Document> results = new HashMap<>();
        private final Map<Long, List<Finding>> findings = new HashMap<>();
        private final Map<Long, List<Finding>> resultFindings = new HashMap<>();
    }

    /// Hands on the claims one after the other, each when the one before has been decided: it may be for the same.
    void each(Insurer insurer, List<FacilityClaim> chunk, Consumer<Known> decide) {
        var received = received(chunk);
        var claims = chunk.stream()
                .map(claim -> completed(claim, Optional.ofNullable(received.results.get(claim.id()))))
                .toList();
        var covered = covered(claims);
        var missing = checkups.missing(
                received.results.values().stream().map(Document::id).toList());
        var agreed = contracts.with(
                claims.stream().map(FacilityClaim::facility).distinct().toList());
        var courses = courses(claims);
        for (var claim : claims) {
            var course = course(claim, courses);
            decide.accept(new Known(
                    claim,
                    insurer.number(),
                    Optional.ofNullable(received.results.get(claim.id())),
                    received.findings.getOrDefault(claim.id(), List.of()),
                    received.resultFindings.getOrDefault(claim.id(), List.of()),
                    covered.contains(claim.id()),
                    Optional.ofNullable(missing.get(claim.documentId())),
                    tickets.isKept(insurer, claim),
                    tickets.of(insurer, claim, course.flatMap(CourseDue::firstInterview)),
                    course,
                    agreed.getOrDefault(claim.facility(), List.of()),
                    payments.paidFor(claim, year(claim, course))));
        }
    }

    private Received received(List<FacilityClaim> chunk) {
        var received = new Received();
        chunk.stream()
                .collect(Collectors.groupingBy(FacilityClaim::deliveryId))
                .forEach((delivery, some) -> receive(delivery, some, received));
        return received;
    }

    private void receive(long delivery, List<FacilityClaim> some, Received received) {
        var entries = new HashSet<String>();
        some.forEach(claim -> {
            entries.add(claim.entry());
            entries.add(claim.resultEntry());
        });
        var findings = documents.findings(delivery, entries);
        var found = documents.of(delivery, entries);
        for (var claim : some) {
            Optional.ofNullable(found.get(claim.resultEntry()))
                    .ifPresent(result -> received.results.put(claim.id(), result));
            received.findings.put(claim.id(), findings.getOrDefault(claim.entry(), List.of()));
            received.resultFindings.put(claim.id(), findings.getOrDefault(claim.resultEntry(), List.of()));
        }
    }

    /// The claim with the day of its result and the person that the result was matched to.
    private FacilityClaim completed(FacilityClaim claim, Optional<Document> found) {
        if (found.isEmpty()) {
            return claim;
        }
        var result = found.get();
        var member = result.memberId() == 0 ? claim.memberId() : result.memberId();
        jdbc.sql("update settlement.claim set member_id = :member, document_id = :document, day = :day where id = :id")
                .param("member", member == 0 ? null : member, java.sql.Types.BIGINT)
                .param("document", result.id())
                .param("day", result.examDate().map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                .param("id", claim.id())
                .update();
        return claim.with(member, result);
    }

    private Set<Long> covered(List<FacilityClaim> all) {
        var asked = all.stream()
                .filter(claim -> claim.memberId() != 0 && claim.day().isPresent())
                .collect(Collectors.toMap(
                        FacilityClaim::id,
                        claim -> new Members.OnDay(claim.memberId(), claim.day().orElseThrow())));
        var not = members.notCovered(asked.values());
        return asked.entrySet().stream()
                .filter(one -> !not.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<Long, List<CourseDue>> courses(List<FacilityClaim> claims) {
        var people = claims.stream()
                .filter(claim -> claim.service() == Service.GUIDANCE && claim.memberId() != 0)
                .map(FacilityClaim::memberId)
                .distinct()
                .toList();
        return guidance.due(people).stream().collect(Collectors.groupingBy(CourseDue::memberId));
    }

    /// The year for which a claim is paid once: of its ticket, else of the course that it is for, else
    /// of the service; 0
    /// while nobody knows the day.
    static int year(FacilityClaim claim, Optional<CourseDue> course) {
        if (claim.day().isEmpty()) {
            return 0;
        }
        return claim.ticket().isEmpty()
                ? course.map(CourseDue::fiscalYear).orElseGet(() -> Payments.year(claim))
                : Payments.year(claim);
    }

    /// The same of one claim, within the transaction of the caller.
    int year(FacilityClaim claim) {
        return year(claim, course(claim, courses(List.of(claim))));
    }

    /// The course that a claim is for: of the year of its ticket, or without one of this year or the
    /// last; the latest that
    /// had been begun by then, for a newer checkup may have opened another one meanwhile.
    private static Optional<CourseDue> course(FacilityClaim claim, Map<Long, List<CourseDue>> courses) {
        if (claim.service() != Service.GUIDANCE || claim.day().isEmpty()) {
            return Optional.empty();
        }
        var year = Payments.year(claim);
        var first = claim.ticket().isEmpty() ? year - 1 : year;
        var possible = courses.getOrDefault(claim.memberId(), List.of()).stream()
                .filter(course -> course.fiscalYear() >= first && course.fiscalYear() <= year)
                .filter(course -> !course.checkupDay().isAfter(claim.day().get()))
                .toList();
        return possible.stream()
                .filter(course -> course.firstInterview()
                        .filter(day -> !day.isAfter(claim.day().get()))
                        .isPresent())
                .reduce((early, late) -> late)
                .or(() -> possible.stream().reduce((early, late) -> late));
    }
}
