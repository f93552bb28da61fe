package org.tsunagu.app.claims;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;

/// Puts claims in force again that were replaced (差し替えの取り消し): what is in force of their months and
/// kinds is replaced by them, and kept.
@Service
public class ClaimRestoring {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final ClaimDeliveries deliveries;
    private final ClaimPublishing publishing;

    ClaimRestoring(
            JdbcClient jdbc, TenantTransactions transactions, ClaimDeliveries deliveries, ClaimPublishing publishing) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.publishing = publishing;
    }

    /// Restores everything of a delivery that was replaced, with what else was replaced in the same months and kinds by
    /// the same delivery: a month that had come in two files comes back whole.
    ///
    /// @return whether there was anything
    public boolean restore(ClaimDelivery delivery) {
        return transactions.inCurrent(() -> {
            var restored = jdbc.sql("update claims.part p set state = 'STAGED', replaced_by = null, replaced_at = null"
                            + " from claims.part mine where mine.delivery_id = :delivery and mine.state = 'REPLACED'"
                            + " and p.state = 'REPLACED' and p.replaced_by = mine.replaced_by"
                            + " and p.claim_month = mine.claim_month and p.kind = mine.kind returning p.delivery_id")
                    .param("delivery", delivery.id())
                    .query((row, n) -> row.getLong(1))
                    .set();
            if (restored.isEmpty()) {
                return false;
            }
            publishing.publish(stored(delivery).replacing(), "");
            for (var other : restored) {
                if (other != delivery.id()) {
                    publishing.publish(
                            stored(deliveries.find(other).orElseThrow()).adding(), "");
                }
            }
            return true;
        });
    }

    private StoredDelivery stored(ClaimDelivery delivery) {
        return deliveries.stored(Actors.current().insurer().id(), delivery.original());
    }
}
