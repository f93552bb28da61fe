package org.tsunagu.app.settlement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Claims of facilities as records that are kept for a time (決済の保存): as old as the last thing that was decided or paid.
@Component
class SettlementRecords implements KeptRecords {

    private static final String RECORDS = "(select c.id, coalesce(c.member_id, 0) as member_id, greatest(c.received_at,"
            + " (select max(d.at) from settlement.decision d where d.claim_id = c.id),"
            + " (select max(p.at) from settlement.payment p where p.claim_id = c.id)) as at from settlement.claim c)";

    private final RecordRows rows;
    private final RecordRows payments;

    SettlementRecords(JdbcClient jdbc) {
        this.rows = new RecordRows(jdbc, RECORDS, "true");
        this.payments = new RecordRows(jdbc, "settlement.payment", "true");
    }

    @Override
    public String kind() {
        return "SETTLEMENT";
    }

    @Override
    public List<Kept> madeUntil(LocalDate day, long after, int most) {
        return rows.madeUntil(day, after, most);
    }

    @Override
    public List<Kept> find(Collection<Long> ids) {
        return rows.find(ids);
    }

    /// A payment stays with the one it was paid for, also when the claim has found somebody else since.
    @Override
    public Set<Long> of(Collection<Long> members) {
        var found = new HashSet<>(rows.of(members));
        found.addAll(payments.of(members));
        return found;
    }

    @Override
    public List<FileFate> delete(Collection<Long> ids) {
        rows.delete("settlement.delete_claims", ids);
        return List.of();
    }
}
