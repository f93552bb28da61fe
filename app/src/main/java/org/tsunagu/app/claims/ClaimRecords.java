package org.tsunagu.app.claims;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.consent.KeptRecords;

/// Claims of medical care as records that are kept for a time (レセプトの保存).
@Component
class ClaimRecords implements KeptRecords {

    private static final RowMapper<Kept> KEPT =
            (row, n) -> new Kept(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class));
    private static final String RECORDS = "select c.id, c.member_id, (v.received_at at time zone 'Asia/Tokyo')::date"
            + " from claims.claim c join claims.delivery v on v.id = c.delivery_id where c.member_id is not null";

    private final JdbcClient jdbc;

    ClaimRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "CLAIM";
    }

    @Override
    public List<Kept> madeUntil(LocalDate day, long after, int most) {
        return jdbc.sql(RECORDS + " and v.received_at < (:day::date + 1)::timestamp at time zone 'Asia/Tokyo'"
                        + " and c.id > :after order by c.id limit :most")
                .param("day", Date.valueOf(day))
                .param("after", after)
                .param("most", most)
                .query(KEPT)
                .list();
    }

    @Override
    public List<Kept> find(Collection<Long> ids) {
        return jdbc.sql(RECORDS + " and c.id = any(:ids) order by c.id")
                .param("ids", ids.toArray(Long[]::new))
                .query(KEPT)
                .list();
    }

    @Override
    public Set<Long> of(Collection<Long> members) {
        return new HashSet<>(jdbc.sql("select distinct member_id from claims.claim where member_id = any(:members)")
                .param("members", members.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    @Override
    public List<FileFate> delete(Collection<Long> ids) {
        var numbers = ids.toArray(Long[]::new);
        var deliveries = jdbc.sql("select distinct delivery_id from claims.claim where id = any(:ids)")
                .param("ids", numbers)
                .query((row, n) -> row.getLong(1))
                .list();
        jdbc.sql("select claims.delete_claims(:ids)")
                .param("ids", numbers)
                .query((row, n) -> n)
                .list();
        return jdbc.sql("select v.original, not exists (select 1 from claims.claim c where c.delivery_id = v.id)"
                        + " from claims.delivery v where v.id = any(:deliveries) order by v.id")
                .param("deliveries", deliveries.toArray(Long[]::new))
                .query((row, n) -> new FileFate(row.getString(1), row.getBoolean(2)))
                .list();
    }
}
