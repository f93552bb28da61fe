package org.tsunagu.app.guidance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.intake.Document;
import org.tsunagu.app.intake.ReceivedDocuments;

/// Received documents about guidance with what has become of them (受け取った特定保健指導の文書の照会), of the current insurer.
@Service
public class Receptions {

    private final ReceivedRows rows;
    private final ReceivedDocuments documents;
    private final TenantTransactions transactions;

    Receptions(ReceivedRows rows, ReceivedDocuments documents, TenantTransactions transactions) {
        this.rows = rows;
        this.documents = documents;
        this.transactions = transactions;
    }

    /// A document as it was received and what has become of it.
    public record Reception(Document document, ReceivedGuidance guidance) {}

    /// Those that wait or disagree, the latest first.
    public List<Reception> open(int from, int most) {
        return transactions.inCurrent(() -> with(rows.open(from, most)));
    }

    /// The documents of a course.
    public List<Reception> of(long courseId) {
        return transactions.inCurrent(() -> with(rows.taken(List.of(courseId))));
    }

    /// Documents of which a course was made, with their members, within the transaction of the caller.
    public Map<Long, Long> taken(Collection<Long> members) {
        return rows.takenOf(members);
    }

    private List<Reception> with(List<ReceivedGuidance> some) {
        Map<Long, Document> byId =
                documents.of(some.stream().map(ReceivedGuidance::documentId).toList());
        return some.stream()
                .flatMap(row ->
                        Optional.ofNullable(byId.get(row.documentId()))
                                .map(document -> new Reception(document, row))
                                .stream())
                .toList();
    }
}
