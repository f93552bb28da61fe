package org.tsunagu.app.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The documents of a delivery and what is wrong with its entries, for work on many at once
/// (受け取った文書の照会). Within
/// the transaction of the caller.
@Service
public class ReceivedDocuments {

    private final JdbcClient jdbc;

    ReceivedDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Documents by the paths of their entries.
    public Map<String, Document> of(long deliveryId, Collection<String> entries) {
        return jdbc
                .sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document where delivery_id = :id"
                        + " and entry = any(:entries)")
                .param("id", deliveryId)
                .param("entries", entries.toArray(String[]::new))
                .query(Deliveries.DOCUMENT)
                .stream()
                .collect(Collectors.toMap(Document::entry, Function.identity()));
    }

    /// Documents by their numbers.
    public Map<Long, Document> of(Collection<Long> ids) {
        return jdbc
                .sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(Deliveries.DOCUMENT)
                .stream()
                .collect(Collectors.toMap(Document::id, Function.identity()));
    }

    /// The file a document came in (文書の届いたファイル).
    ///
    /// @param name as the sender called it
    public record Sender(long deliveryId, String name) {}

    /// The files in which documents came, by the number of the document.
    public Map<Long, Sender> senders(Collection<Long> ids) {
        var senders = new HashMap<Long, Sender>();
        jdbc.sql("select x.id, d.id, d.name from intake.document x join intake.delivery d on d.id = x.delivery_id"
                        + " where x.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    senders.put(row.getLong(1), new Sender(row.getLong(2), row.getString(3)));
                });
        return senders;
    }

    /// A finding (指摘).
    ///
    /// @param refuses whether what it is about is not taken
    public record Finding(String code, boolean refuses) {}

    /// What is wrong with entries, by their paths.
    public Map<String, List<Finding>> findings(long deliveryId, Collection<String> entries) {
        var findings = new HashMap<String, List<Finding>>();
        jdbc.sql("select distinct entry, code, severity from intake.finding where delivery_id = :id"
                        + " and entry = any(:entries) order by code")
                .param("id", deliveryId)
                .param("entries", entries.toArray(String[]::new))
                .query(row -> {
                    findings.computeIfAbsent(row.getString(1), none -> new java.util.ArrayList<>())
                            .add(new Finding(row.getString(2), !row.getString(3).equals("NOTES")));
                });
        return findings;
    }
}
