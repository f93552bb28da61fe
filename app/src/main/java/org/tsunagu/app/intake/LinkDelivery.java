package org.tsunagu.app.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.intake.Linking.Found;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.worklists.NewTask;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.codes.table.Certainty;

/// The documents of a delivery that no number has given a member (番号で決まらない文書の突合), in one transaction.
@Component
class LinkDelivery {

    private static final int TAUGHT = 2000;

    private final DeliveryStore store;
    private final Members members;
    private final Tasks tasks;
    private final JdbcTemplate batch;
    private final Rereading rereading;
    private final ApplicationEventPublisher events;

    LinkDelivery(
            DeliveryStore store,
            Members members,
            Tasks tasks,
            JdbcTemplate batch,
            Rereading rereading,
            ApplicationEventPublisher events) {
        this.store = store;
        this.members = members;
        this.tasks = tasks;
        this.batch = batch;
        this.rereading = rereading;
        this.events = events;
    }

    void link(InsurerId insurer, Deliveries.Stored delivery) {
        link(insurer, delivery, store.unmatched(delivery.id()));
    }

    /// Looks for the members of some documents of a delivery.
    void link(InsurerId insurer, Deliveries.Stored delivery, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        var found = Linking.link(documents, store.taught(delivery.id(), TAUGHT), members.all());
        var certain = new HashMap<String, Matched<ReceivedFile>>();
        var certainIds = new HashMap<String, Matching>();
        var doubtful = new ArrayList<NewTask>();
        for (var i = 0; i < documents.size(); i++) {
            var document = documents.get(i);
            var proposals = found.getOrDefault(i, new Found(java.util.Optional.empty(), List.of()));
            candidates(insurer, document, proposals);
            if (document.isFromEarlierInsurer()) {
                // On which ground it is taken, only a person can say.
                doubtful.add(task(delivery, document));
            } else if (proposals.certain().isPresent()
                    && isInsured(document, proposals.certain().get())) {
                store.found(document.id(), "LINKED", proposals.certain().get());
                certainIds.put(
                        document.entry(),
                        new Matching(document, proposals.certain().get()));
            } else {
                store.found(document.id(), proposals.candidates().isEmpty() ? "NONE" : "DOUBTFUL", 0);
                doubtful.add(task(delivery, document));
            }
        }
        tasks.put(insurer, doubtful);
        var read = rereading.again(insurer, delivery, List.copyOf(certainIds.keySet()));
        for (var received : read) {
            var document = certainIds.get(received.entry());
            if (document != null) {
                received.document()
                        .ifPresent(file -> certain.put(
                                received.entry(),
                                new Matched<>(document.document().id(), document.memberId(), file)));
            }
        }
        events.publishEvent(new DocumentsMatched(insurer, inOrder(documents, certain)));
    }

    /// Who was not insured on the day of the checkup is never taken for the person without somebody looking.
    private boolean isInsured(Document document, long memberId) {
        return document.examDate()
                .map(day -> members.notCovered(List.of(new Members.OnDay(memberId, day)))
                        .isEmpty())
                .orElse(true);
    }

    private record Matching(Document document, long memberId) {}

    private static List<Matched<ReceivedFile>> inOrder(
            List<Document> documents, Map<String, Matched<ReceivedFile>> certain) {
        return documents.stream()
                .flatMap(document -> java.util.Optional.ofNullable(certain.get(document.entry())).stream())
                .toList();
    }

    private void candidates(InsurerId insurer, Document document, Found found) {
        batch.batchUpdate(
                "insert into intake.candidate values (?, ?, ?, ?, ?::jsonb) on conflict do nothing",
                found.candidates().stream()
                        .map(proposal -> new Object[] {
                            insurer.value(),
                            document.id(),
                            proposal.memberId(),
                            proposal.score(),
                            EvidenceJson.write(proposal.evidence())
                        })
                        .toList());
    }

    private static NewTask task(Deliveries.Stored delivery, Document document) {
        var since =
                delivery.receivedAt().atZoneSameInstant(ZoneId.of("Asia/Tokyo")).toLocalDate();
        return new NewTask(
                TaskKind.MATCH,
                "%d:%s".formatted(delivery.id(), document.entry()),
                0,
                0,
                since,
                since.plusDays(TaskKind.MATCH.days()),
                List.of(),
                Certainty.SOURCE);
    }
}
