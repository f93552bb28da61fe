package org.tsunagu.app.api.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.intake.Document;
import org.tsunagu.app.intake.ReceivedDocuments;
import org.tsunagu.app.intake.Sources;
import org.tsunagu.app.membership.Member;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.fhir.checkup.FoundCheckup;
import org.tsunagu.fhir.checkup.FoundPerson;

/// Checkups with their documents as they were received and put right (FHIRで返す健診文書).
@Component
class FhirDocuments {

    private final ReceivedDocuments received;
    private final Sources sources;
    private final TenantTransactions transactions;

    FhirDocuments(ReceivedDocuments received, Sources sources, TenantTransactions transactions) {
        this.received = received;
        this.sources = sources;
        this.transactions = transactions;
    }

    /// The same checkups in the same order; those whose file cannot be read any more are left out.
    List<FoundCheckup> of(List<Checkup> checkups) {
        var insurer = Actors.current().insurer().id();
        var ids = checkups.stream().map(Checkup::documentId).toList();
        var documents = transactions.inCurrent(() -> received.of(ids));
        var lastRepair = transactions.inCurrent(sources::lastRepair);
        var byDelivery = new TreeMap<Long, HashMap<String, Long>>();
        for (Document document : documents.values()) {
            byDelivery
                    .computeIfAbsent(document.deliveryId(), none -> new HashMap<>())
                    .put(document.entry(), document.id());
        }
        var read = new HashMap<Long, CheckupDocument>();
        byDelivery.forEach((delivery, entries) -> sources.each(
                insurer,
                delivery,
                entries.keySet(),
                lastRepair,
                (entry, document) -> read.put(entries.getOrDefault(entry, 0L), document)));
        var found = new ArrayList<FoundCheckup>();
        for (var checkup : checkups) {
            var document = read.get(checkup.documentId());
            if (document != null) {
                found.add(new FoundCheckup(Long.toString(checkup.id()), Long.toString(checkup.memberId()), document));
            }
        }
        return found;
    }

    static FoundPerson person(Member member) {
        var number = member.number();
        return new FoundPerson(
                Long.toString(member.id().value()),
                String.join(
                        ":", Actors.current().insurer().number(), number.symbol(), number.number(), number.branch()),
                member.name(),
                member.kana(),
                member.sex().code(),
                member.birth().toString(),
                member.postalCode());
    }
}
