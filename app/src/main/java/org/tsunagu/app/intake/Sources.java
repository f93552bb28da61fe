package org.tsunagu.app.intake;

import java.util.Collection;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// The documents as they were received, with what has been put right in them (原本からの読み出し), one after the other: neither
/// they nor their file are held in memory.
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
}
