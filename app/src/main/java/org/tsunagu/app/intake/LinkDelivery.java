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
    private static final int PORTION = 300;

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
        var open = store.stillUnmatched(documents);
        var certain = new HashMap<String, Matching>();
        var doubtful = new ArrayList<NewTask>();
        for (var i = 0; i < documents.size(); i++) {
            var document = documents.get(i);
            if (!open.contains(document.id())) {
                continue;
            }
            var proposals = found.getOrDefault(i, new Found(java.util.Optional.empty(), List.of()));
            candidates(insurer, document, proposals);
            if (document.isFromEarlierInsurer()) {
                // On which ground it is taken, only a person can say.
                doubtful.add(task(delivery, document));
            } else if (proposals.certain().isPresent()
                    && isInsured(document, proposals.certain().get())) {
                store.found(document.id(), "LINKED", proposals.certain().get());
                certain.put(
                        document.entry(),
                        new Matching(document, proposals.certain().get()));
            } else {
                store.found(document.id(), proposals.candidates().isEmpty() ? "NONE" : "DOUBTFUL", 0);
                doubtful.add(task(delivery, document));
            }
        }
        tasks.put(insurer, doubtful);
        tell(insurer, delivery, certain);
    }

    /// In the order of the archive, some at a time: of a large delivery the documents do not all fit
    /// into the memory.
    private void tell(InsurerId insurer, Deliveries.Stored delivery, Map<String, Matching> certain) {
        var portion = new ArrayList<Matched<ReceivedFile>>();
        var wanted = rereading.repaired(delivery.id(), List.copyOf(certain.keySet()), Long.MAX_VALUE);
        rereading.each(insurer, delivery, wanted, received -> {
            var matching = certain.remove(received.entry());
            if (matching != null) {
                received.document()
                        .ifPresent(file ->
                                portion.add(new Matched<>(matching.document().id(), matching.memberId(), file)));
            }
            if (portion.size() == PORTION) {
                events.publishEvent(new DocumentsMatched(insurer, List.copyOf(portion)));
                portion.clear();
            }
        });
        if (!portion.isEmpty()) {
            events.publishEvent(new DocumentsMatched(insurer, List.copyOf(portion)));
        }
    }

    /// Who was not insured on the day of the checkup is never taken for the person without somebody looking.
    private boolean isInsured(Document document, long memberId) {
        return document.examDate()
                .map(day -> members.notCovered(List.of(new Members.OnDay(memberId, day)))
                        .isEmpty())
                .orElse(true);
    }

    private record Matching(Document document, long memberId) {}

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
