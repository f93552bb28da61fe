package org.tsunagu.app.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.intake.NumberMatching.Match;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.problem.Problem;

/// Puts right what is wrong in a document that was not taken (隔離した文書の修正). The original stays as it is; the changes are
/// kept beside it, and the document is checked, matched and stored as if it had come so.
@Service
public class Repairs {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TenantTransactions transactions;
    private final Rereading rereading;
    private final Deliveries deliveries;
    private final DeliveryStore store;
    private final NumberMatching numbers;
    private final LinkDelivery linking;
    private final Tasks tasks;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Repairs(
            JdbcClient jdbc,
            JdbcTemplate batch,
            TenantTransactions transactions,
            Rereading rereading,
            Deliveries deliveries,
            DeliveryStore store,
            NumberMatching numbers,
            LinkDelivery linking,
            Tasks tasks,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transactions = transactions;
        this.rereading = rereading;
        this.deliveries = deliveries;
        this.store = store;
        this.numbers = numbers;
        this.linking = linking;
        this.tasks = tasks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// A change that was made (修正の記録).
    public record Past(Change change, String note, String staffName, OffsetDateTime at) {}

    /// A document of a file in which something was put right.
    ///
    /// @param memberId 0 while nobody is known
    public record Mended(long documentId, long memberId, String kana, String entry, int changes) {}

    /// What came of putting something right.
    public enum Outcome {
        /// The document is taken.
        TAKEN,
        /// It is better, but still not taken.
        STILL_REFUSED,
        /// Somebody else has changed it meanwhile, or its file is still being read; nothing has happened.
        CHANGED_MEANWHILE
    }

    /// A document with its fields and what is wrong with them; empty when it is not one that can be put right.
    public Optional<RepairSheet> sheet(long documentId) {
        return transactions.inCurrent(() -> find(documentId).map(document -> {
            var stored = stored(document);
            return RepairSheet.of(document, rereading.again(document), stored, past(documentId));
        }));
    }

    /// What would come of some changes.
    public Optional<RepairProposal> propose(long documentId, Map<String, String> typed) {
        return transactions.inCurrent(
                () -> find(documentId).flatMap(this::proposal).map(of -> of.proposed(typed)));
    }

    /// Keeps changes and takes the document, if nothing is left that forbids it.
    ///
    /// @param version of the document that was looked at
    public Outcome apply(long documentId, int version, Map<String, String> typed, String note) {
        return transactions.inCurrent(() -> {
            var document = jdbc.sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document"
                            + " where id = :id and version = :version and status = 'REJECTED' for update")
                    .param("id", documentId)
                    .param("version", version)
                    .query(Deliveries.DOCUMENT)
                    .optional();
            var proposal = document.flatMap(this::proposal).map(of -> of.proposed(typed));
            if (document.isEmpty() || proposal.isEmpty()) {
                return Outcome.CHANGED_MEANWHILE;
            }
            keep(document.get(), proposal.get(), note);
            var outcome = take(document.get(), proposal.get());
            // Whose document it is may be known only now.
            audit.note(Look.changed(
                    owner(documentId),
                    "document",
                    "/intake",
                    "document %d, %d fields, %s"
                            .formatted(documentId, proposal.get().changes().size(), outcome)));
            return outcome;
        });
    }

    private Optional<Document> find(long documentId) {
        return jdbc.sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document where id = :id"
                        + " and status = 'REJECTED'")
                .param("id", documentId)
                .query(Deliveries.DOCUMENT)
                .optional();
    }

    private record Before(Repairs repairs, Document document, Received received, List<Problem> stored) {
        RepairProposal proposed(Map<String, String> typed) {
            var read = received.document().orElseThrow();
            var changes = new ArrayList<Change>();
            typed.forEach((field, text) -> {
                var was = Change.read(read, field);
                var now = Change.normal(field, text);
                if (!was.equals(now)) {
                    changes.add(new Change(field, was, now));
                }
            });
            var after = repairs.rereading.again(document, changes).orElseThrow();
            var insurer = repairs.rereading.delivery(document.deliveryId()).insurerNumber();
            return RepairProposal.of(
                    changes, stored, received, after, one -> repairs.numbers.of(List.of(one), insurer));
        }
    }

    /// Only files that have been read to their end, and documents that can be read at all.
    private Optional<Before> proposal(Document document) {
        return rereading.delivery(document.deliveryId()).state().equals("DONE")
                ? rereading
                        .again(document)
                        .filter(received -> received.document().isPresent())
                        .map(received -> new Before(this, document, received, stored(document)))
                : Optional.empty();
    }

    private List<Problem> stored(Document document) {
        var name = rereading.delivery(document.deliveryId()).name();
        return deliveries
                .problems(document.deliveryId(), name, List.of(document.entry()))
                .getOrDefault(document.entry(), List.of());
    }

    private List<Past> past(long documentId) {
        return jdbc.sql("select field, was, now, note, staff_name, at from intake.repair where document_id = :id"
                        + " order by id")
                .param("id", documentId)
                .query((row, n) -> new Past(
                        new Change(row.getString(1), row.getString(2), row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class)))
                .list();
    }

    /// The documents of a file in which something was put right.
    public List<Mended> mended(long deliveryId) {
        return transactions.inCurrent(() -> jdbc.sql("select x.id, coalesce(x.member_id, 0), x.kana, x.entry, count(*)"
                        + " from intake.repair r"
                        + " join intake.document x on x.id = r.document_id where x.delivery_id = :delivery"
                        + " group by x.id order by x.id limit 100")
                .param("delivery", deliveryId)
                .query((row, n) ->
                        new Mended(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getInt(5)))
                .list());
    }

    private void keep(Document document, RepairProposal proposal, String note) {
        var actor = Actors.current();
        var at = Timestamp.from(clock.instant());
        batch.batchUpdate(
                "insert into intake.repair (insurer_id, document_id, field, was, now, note, staff_id, staff_name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                proposal.changes().stream()
                        .map(change -> new Object[] {
                            actor.insurer().id().value(),
                            document.id(),
                            change.field(),
                            change.was(),
                            change.now(),
                            note,
                            actor.id(),
                            actor.name(),
                            at
                        })
                        .toList());
    }

    /// The member of a document; 0 for none.
    private long owner(long documentId) {
        return jdbc.sql("select coalesce(member_id, 0) from intake.document where id = :id")
                .param("id", documentId)
                .query(Long.class)
                .single();
    }

    private Outcome take(Document document, RepairProposal proposal) {
        var insurer = Actors.current().insurer().id();
        var received = proposal.received();
        var matches = proposal.matches();
        store.replace(insurer, document.deliveryId(), received, matches);
        if (received.isRefused()) {
            return Outcome.STILL_REFUSED;
        }
        var subject = "%d:%s".formatted(document.deliveryId(), document.entry());
        tasks.drop(insurer, TaskKind.RETURN, List.of(subject), "REPAIRED");
        var match = matches.getOrDefault(received.entry(), Match.NONE);
        if (match.memberId() == 0) {
            linking.link(
                    insurer,
                    rereading.delivery(document.deliveryId()),
                    store.unmatched(document.id(), document.deliveryId()));
        } else {
            var matched = new Matched<>(
                    document.id(), match.memberId(), received.document().orElseThrow());
            events.publishEvent(new DocumentsMatched(insurer, List.of(matched)));
        }
        return Outcome.TAKEN;
    }
}
