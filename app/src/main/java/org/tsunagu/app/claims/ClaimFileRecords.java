package org.tsunagu.app.claims;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Files of claims in which no claim is left or was ever found (レセプトのないファイルの保存): nothing else would take their
/// originals away.
@Component
class ClaimFileRecords implements KeptRecords {

    private static final String RECORDS =
            "(select v.id, 0::bigint as member_id, v.received_at as at from claims.delivery v"
                    + " where v.state in ('PUBLISHED', 'REFUSED') and exists (select 1 from files.original f where f.hash = v.original)"
                    + " and not exists (select 1 from claims.claim c where c.delivery_id = v.id))";

    private final JdbcClient jdbc;
    private final RecordRows rows;

    ClaimFileRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(jdbc, RECORDS, "true");
    }

    @Override
    public String kind() {
        return "CLAIM_FILE";
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
        return jdbc.sql("select original from claims.delivery where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> new FileFate(row.getString(1), true))
                .list();
    }
}
