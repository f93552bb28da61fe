package org.tsunagu.app.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.files.Originals;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// The documents as they were received, with what has been put right in them (原本からの読み出し), one after the other: neither
/// they nor their file are held in memory. They are not checked again.
@Service
public class Sources {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Originals originals;

    Sources(JdbcClient jdbc, TenantTransactions transactions, Originals originals) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.originals = originals;
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
        var delivery = transactions.in(
                insurer,
                () -> jdbc.sql(Deliveries.STORED + " where d.id = :id")
                        .param("id", deliveryId)
                        .query(Deliveries.AS_STORED)
                        .single());
        var wanted = transactions.in(insurer, () -> wanted(deliveryId, entries, lastRepair));
        new SourceReader(delivery.name(), ReadDelivery.context(delivery), wanted, sink)
                .read(originals.path(insurer, delivery.original()));
    }

    private Repaired wanted(long deliveryId, Collection<String> entries, long lastRepair) {
        var changes = new HashMap<String, List<Change>>();
        entries.forEach(entry -> changes.put(entry, new ArrayList<>()));
        jdbc.sql("select x.entry, r.field, r.was, r.now from intake.repair r"
                        + " join intake.document x on x.id = r.document_id"
                        + " where x.delivery_id = :delivery and r.id <= :last order by r.id")
                .param("delivery", deliveryId)
                .param("last", lastRepair)
                .query(row -> {
                    changes.computeIfPresent(row.getString(1), (entry, all) -> {
                        all.add(change(row));
                        return all;
                    });
                });
        return new Repaired(changes);
    }

    private static Change change(java.sql.ResultSet row) {
        try {
            return new Change(row.getString(2), row.getString(3), row.getString(4));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
