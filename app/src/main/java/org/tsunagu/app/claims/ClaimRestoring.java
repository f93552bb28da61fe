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

    /// Restores everything of a delivery that was replaced.
    ///
    /// @return whether there was anything
    public boolean restore(ClaimDelivery delivery) {
        return transactions.inCurrent(() -> {
            var parts = jdbc.sql("update claims.part set state = 'STAGED', replaced_by = null, replaced_at = null"
                            + " where delivery_id = :delivery and state = 'REPLACED'")
                    .param("delivery", delivery.id())
                    .update();
            if (parts > 0) {
                var stored = deliveries.stored(Actors.current().insurer().id(), delivery.original());
                publishing.publish(stored.replacing(), "");
            }
            return parts > 0;
        });
    }
}
