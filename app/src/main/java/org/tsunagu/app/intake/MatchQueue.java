package org.tsunagu.app.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.linkage.model.Match;

/// Documents whose person somebody must decide (突合の確認).
@Service
public class MatchQueue {

    private static final String IN_QUEUE = " where match in ('DOUBTFUL', 'NONE', 'EARLIER') and status <> 'REJECTED'";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final DeliveryStore store;
    private final Rereading rereading;
    private final Tasks tasks;
    private final Grounds grounds;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MatchQueue(
            JdbcClient jdbc,
            TenantTransactions transactions,
            DeliveryStore store,
            Rereading rereading,
            Tasks tasks,
            Grounds grounds,
            Audit audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.store = store;
        this.rereading = rereading;
        this.tasks = tasks;
        this.grounds = grounds;
        this.audit = audit;
        this.events = events;
    }

    /// A member who may be meant, with the evidence.
    public record Candidate(long memberId, double score, List<Match.Evidence> evidence) {}

    /// A decision that was made (判断の記録).
    ///
    /// @param ground key of the legal basis on which a result of another insurer was taken; else empty
    public record Decided(String staffName, long memberId, String note, String ground, OffsetDateTime at) {}

    /// What somebody decides about a document.
    ///
    /// @param version of the document that was looked at
    /// @param memberId 0 for nobody's
    /// @param ground as in [Decided]
    public record Decision(int version, long memberId, String ground, String note) {}

    /// What came of a decision.
    public enum Outcome {
        DECIDED,
        /// Somebody else has decided meanwhile; nothing has happened.
        CHANGED,
        /// A result of another insurer is taken only on a ground that covers the person.
        GROUND,
        /// The person has said no, or has not said yes where that is needed.
        CONSENT
    }

    /// The documents that wait, the oldest first.
    public List<Document> waiting(int from, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document"
                        + IN_QUEUE + " order by id offset :from limit :most")
                .param("from", from)
                .param("most", most)
                .query(Deliveries.DOCUMENT)
                .list());
    }

    /// How many there are.
    public int count() {
        return transactions.inCurrent(() -> jdbc.sql("select count(*) from intake.document" + IN_QUEUE)
                .query(Integer.class)
                .single());
    }

    /// One document.
    public Optional<Document> find(long id) {
        return transactions.inCurrent(
                () -> jdbc.sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document where id = :id")
                        .param("id", id)
                        .query(Deliveries.DOCUMENT)
                        .optional());
    }

    /// Who may be meant, the likeliest first.
    public List<Candidate> candidates(long documentId) {
        return transactions.inCurrent(() -> jdbc.sql("select member_id, score, evidence from intake.candidate"
                        + " where document_id = :id order by score desc, member_id")
                .param("id", documentId)
                .query((row, n) -> new Candidate(row.getLong(1), row.getDouble(2), EvidenceJson.read(row.getString(3))))
                .list());
    }

    /// The decisions about a document, the latest first.
    public List<Decided> decisions(long documentId) {
        return transactions.inCurrent(() -> jdbc.sql("select staff_name, coalesce(member_id, 0), note, ground, at"
                        + " from intake.match_decision where document_id = :id order by id desc")
                .param("id", documentId)
                .query((row, n) -> new Decided(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)))
                .list());
    }

    /// Decides whom a document belongs to; its results are stored and judged at once.
    public Outcome decide(long documentId, Decision decision) {
        return transactions.inCurrent(() -> {
            var document = jdbc.sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document where id = :id"
                            + " and version = :version and match in ('DOUBTFUL', 'NONE', 'EARLIER') for update")
                    .param("id", documentId)
                    .param("version", decision.version())
                    .query(Deliveries.DOCUMENT)
                    .optional();
            if (document.isEmpty()) {
                return Outcome.CHANGED;
            }
            var isHandedOver = document.get().isFromEarlierInsurer() && decision.memberId() != 0;
            var allowed = isHandedOver ? grounds.check(document.get(), decision) : Outcome.DECIDED;
            if (allowed == Outcome.DECIDED) {
                keep(documentId, decision, isHandedOver ? decision.ground() : "");
                settle(document.get(), decision.memberId());
            }
            return allowed;
        });
    }

    private void keep(long documentId, Decision decision, String ground) {
        var actor = Actors.current();
        jdbc.sql("insert into intake.match_decision (insurer_id, document_id, member_id, staff_id, staff_name, note,"
                        + " ground) values (:insurer, :document, :member, :staff, :name, :note, :ground)")
                .param("insurer", actor.insurer().id().value())
                .param("document", documentId)
                .param("member", decision.memberId() == 0 ? null : decision.memberId(), java.sql.Types.BIGINT)
                .param("staff", actor.id())
                .param("name", actor.name())
                .param("note", decision.note())
                .param("ground", ground)
                .update();
        var detail = "document %d%s".formatted(documentId, ground.isEmpty() ? "" : ", ground " + ground);
        audit.note(Look.changed(decision.memberId(), "match", "/intake/matches", detail));
    }

    private void settle(Document document, long memberId) {
        var insurer = Actors.current().insurer().id();
        if (memberId == 0) {
            store.found(document.id(), "NOT_ASKED", 0);
        } else {
            store.found(document.id(), "DECIDED", memberId);
            events.publishEvent(new DocumentsMatched(insurer, List.of(again(document, memberId))));
        }
        tasks.drop(
                insurer,
                TaskKind.MATCH,
                List.of("%d:%s".formatted(document.deliveryId(), document.entry())),
                "DECIDED");
    }

    private Matched<ReceivedFile> again(Document document, long memberId) {
        return rereading
                .again(document)
                .flatMap(Received::document)
                .map(read -> new Matched<>(document.id(), memberId, read))
                .orElseThrow(() -> new IllegalStateException("the document is not in its original any more"));
    }
}
