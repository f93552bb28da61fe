package org.tsunagu.app.claims;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Claims of medical care as records that are kept for a time (レセプトの保存).
@Component
class ClaimRecords implements KeptRecords {

    private static final String RECORDS = "(select c.id, coalesce(c.member_id, 0) as member_id, v.received_at as at"
            + " from claims.claim c join claims.delivery v on v.id = c.delivery_id)";

    private final JdbcClient jdbc;
    private final RecordRows rows;

    ClaimRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(jdbc, RECORDS, "true");
    }

    @Override
    public String kind() {
        return "CLAIM";
    }

    @Override
    public List<Kept> madeUntil(LocalDate day, long after, int most) {
        return rows.madeUntil(day, after, most);
    }

    @Override
    public List<Kept> find(Collection<Long> ids) {
        return rows.find(ids);
    }

    @Override
    public Set<Long> of(Collection<Long> members) {
        return rows.of(members);
    }

    @Override
    public List<FileFate> delete(Collection<Long> ids) {
        var numbers = ids.toArray(Long[]::new);
        var deliveries = jdbc.sql("select distinct delivery_id from claims.claim where id = any(:ids)")
                .param("ids", numbers)
                .query((row, n) -> row.getLong(1))
                .list();
        rows.delete("claims.delete_claims", ids);
        return jdbc.sql("select v.original, not exists (select 1 from claims.claim c where c.delivery_id = v.id)"
                        + " from claims.delivery v where v.id = any(:deliveries) order by v.id")
                .param("deliveries", deliveries.toArray(Long[]::new))
                .query((row, n) -> new FileFate(row.getString(1), row.getBoolean(2)))
                .list();
    }
}
