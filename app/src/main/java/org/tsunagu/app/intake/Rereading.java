package org.tsunagu.app.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.files.Originals;

/// Reads documents again from their originals, with everything that has been put right in them (原本の再読み取り); within
/// the transaction of the caller.
@Component
class Rereading {

    private final JdbcClient jdbc;
    private final Originals originals;

    Rereading(JdbcClient jdbc, Originals originals) {
        this.jdbc = jdbc;
        this.originals = originals;
    }

    List<Received> again(InsurerId insurer, Deliveries.Stored delivery, List<String> entries) {
        return again(insurer, delivery, repaired(delivery.id(), entries, Long.MAX_VALUE));
    }

    private List<Received> again(InsurerId insurer, Deliveries.Stored delivery, Repaired wanted) {
        var read = new ArrayList<Received>();
        each(insurer, delivery, wanted, read::add);
        return read;
    }

    /// The same one after the other.
    void each(InsurerId insurer, Deliveries.Stored delivery, Repaired wanted, Consumer<Received> sink) {
        ReceptionFiles.again(
                originals.path(insurer, delivery.original()),
                delivery.name(),
                ReadDelivery.context(delivery),
                wanted,
                sink);
    }

    Optional<Received> again(Document document) {
        return again(document, List.of());
    }

    /// One document as it would be with more changes.
    Optional<Received> again(Document document, List<Change> more) {
        var delivery = delivery(document.deliveryId());
        var wanted = repaired(delivery.id(), List.of(document.entry()), Long.MAX_VALUE);
        wanted.entries()
                .computeIfAbsent(document.entry(), none -> new ArrayList<>())
                .addAll(more);
        return again(delivery.insurer(), delivery, wanted).stream()
                .filter(received -> received.entry().equals(document.entry()))
                .findFirst();
    }

    Deliveries.Stored delivery(long id) {
        return jdbc.sql(Deliveries.STORED + " where d.id = :id")
                .param("id", id)
                .query(Deliveries.AS_STORED)
                .single();
    }

    /// What has been put right in some entries.
    ///
    /// @param lastRepair repairs with a higher number are left out
    Repaired repaired(long deliveryId, Collection<String> entries, long lastRepair) {
        var changes = new HashMap<String, List<Change>>();
        entries.forEach(entry -> changes.put(entry, new ArrayList<>()));
        jdbc.sql(
                        "select x.entry, r.field, r.was, r.now from intake.repair r"
                                + " join intake.document x on x.id = r.document_id"
                                + " where x.delivery_id = :delivery and x.entry = any(:entries) and r.id <= :last order by r.id")
                .param("delivery", deliveryId)
                .param("entries", entries.toArray(String[]::new))
                .param("last", lastRepair)
                .query(row -> {
                    changes.computeIfAbsent(row.getString(1), none -> new ArrayList<>())
                            .add(new Change(row.getString(2), row.getString(3), row.getString(4)));
                });
        return new Repaired(changes);
    }
}
