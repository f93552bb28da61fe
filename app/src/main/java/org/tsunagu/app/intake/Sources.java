package org.tsunagu.app.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.GuidanceDocument;

/// The documents as they were received, with what has been put right in them (原本からの読み出し), one after the
/// other: neither they nor their file are held in memory.
@Service
public class Sources {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Rereading rereading;

    Sources(JdbcClient jdbc, TenantTransactions transactions, Rereading rereading) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rereading = rereading;
    }

    /// The number of the last repair there is; 0 for none. Within the transaction of the caller.
    public long lastRepair() {
        return jdbc.sql("select coalesce(max(id), 0) from intake.repair")
                .query(Long.class)
                .single();
    }

    /// Reads checkup documents of one delivery in the order of its file.
    ///
    /// @param entries which of them
    /// @param lastRepair repairs after this one are left out: what they change was not known at the time
    /// @param sink takes the entry and the document; entries that cannot be read any more are not given
    public void each(
            InsurerId insurer,
            long deliveryId,
            Collection<String> entries,
            long lastRepair,
            BiConsumer<String, CheckupDocument> sink) {
        var delivery = transactions.in(insurer, () -> rereading.delivery(deliveryId));
        var wanted = transactions.in(insurer, () -> rereading.repaired(deliveryId, entries, lastRepair));
        rereading.each(
                insurer,
                delivery,
                wanted,
                received -> received.checkup().ifPresent(document -> sink.accept(received.entry(), document)));
    }

    /// Reads documents about guidance of an insurer, delivery by delivery.
    ///
    /// @param documentIds which of them
    /// @param lastRepair repairs after this one are left out: what they change was not known at the time
    /// @param sink takes the number and the document; those that cannot be read any more are not given
    public void guidance(
            InsurerId insurer, Collection<Long> documentIds, long lastRepair, BiConsumer<Long, GuidanceDocument> sink) {
        var byDelivery = new TreeMap<Long, Map<String, Long>>();
        transactions.run(
                insurer,
                () -> jdbc.sql("select id, delivery_id, entry from intake.document where id = any(:ids) order by id")
                        .param("ids", documentIds.toArray(Long[]::new))
                        .query(row -> {
                            byDelivery
                                    .computeIfAbsent(row.getLong(2), none -> new HashMap<>())
                                    .put(row.getString(3), row.getLong(1));
                        }));
        byDelivery.forEach((id, entries) -> {
            var delivery = transactions.in(insurer, () -> rereading.delivery(id));
            var wanted = transactions.in(insurer, () -> rereading.repaired(id, entries.keySet(), lastRepair));
            rereading.each(
                    insurer,
                    delivery,
                    wanted,
                    received -> Optional.ofNullable(entries.get(received.entry()))
                            .ifPresent(document -> received.guidance().ifPresent(read -> sink.accept(document, read))));
        });
    }

    /// Reads documents about guidance again whose member is known; within the transaction of the caller.
    ///
    /// @param sink takes the document as it was received and what it says; what is not there any more is
    /// not given
    public void guidance(Collection<Long> documentIds, BiConsumer<Document, GuidanceDocument> sink) {
        var byDelivery = jdbc
                .sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document where id = any(:ids)"
                        + " and member_id is not null and status <> 'REJECTED' order by id")
                .param("ids", documentIds.toArray(Long[]::new))
                .query(Deliveries.DOCUMENT)
                .stream()
                .collect(Collectors.groupingBy(Document::deliveryId, TreeMap::new, Collectors.toList()));
        byDelivery.forEach((id, documents) -> {
            var delivery = rereading.delivery(id);
            var byEntry = documents.stream().collect(Collectors.toMap(Document::entry, Function.identity()));
            for (var received : rereading.again(delivery.insurer(), delivery, List.copyOf(byEntry.keySet()))) {
                var document = byEntry.get(received.entry());
                if (document != null) {
                    received.guidance().ifPresent(read -> sink.accept(document, read));
                }
            }
        });
    }
}
