package org.tsunagu.app.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Files in which no document was found, or none by which anybody can be known (だれのものか分からないファイルの保存): nothing else
/// would ever take their originals away.
@Component
class DeliveryRecords implements KeptRecords {

    private static final String RECORDS =
            "(select v.id, 0::bigint as member_id, v.received_at as at from intake.delivery v"
                    + " where v.state in ('DONE', 'REFUSED') and exists (select 1 from files.original f where f.hash = v.original)"
                    + " and not exists (select 1 from intake.document o where o.delivery_id = v.id and "
                    + Forgetting.KNOWN + "))";

    private final JdbcClient jdbc;
    private final RecordRows rows;

    DeliveryRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(jdbc, RECORDS, "true");
    }

    @Override
    public String kind() {
        return "DELIVERY";
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
        return jdbc.sql("select original from intake.delivery where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> new FileFate(row.getString(1), true))
                .list();
    }
}
