package org.tsunagu.app.keeping;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.keeping.KeptRecords.Kept;

/// Records as three columns of a query (記録の番号・加入者・作成日), for whoever keeps some. Within the transaction of the
/// caller.
public final class RecordRows {

    private static final RowMapper<Kept> KEPT =
            (row, n) -> new Kept(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class));

    private final JdbcClient jdbc;
    private final String table;
    private final String free;

    /// The records of a table.
    ///
    /// @param table with `id`, `member_id` and `at`, or a query in brackets that has them
    /// @param free condition that holds when nothing else refers to a record `r`
    public RecordRows(JdbcClient jdbc, String table, String free) {
        this.jdbc = jdbc;
        this.table = table;
        this.free = free;
    }

    /// As [KeptRecords#madeUntil].
    public List<Kept> madeUntil(LocalDate day, long after, int most) {
        return jdbc.sql("select r.id, r.member_id, (r.at at time zone 'Asia/Tokyo')::date from " + table
                        + " r where r.at < (:day::date + 1)::timestamp at time zone 'Asia/Tokyo' and r.id > :after and "
                        + free + " order by r.id limit :most")
                .param("day", Date.valueOf(day))
                .param("after", after)
                .param("most", most)
                .query(KEPT)
                .list();
    }

    /// As [KeptRecords#find].
    public List<Kept> find(Collection<Long> ids) {
        return jdbc.sql("select r.id, r.member_id, (r.at at time zone 'Asia/Tokyo')::date from " + table
                        + " r where r.id = any(:ids) order by r.id")
                .param("ids", ids.toArray(Long[]::new))
                .query(KEPT)
                .list();
    }

    /// As [KeptRecords#of].
    public Set<Long> of(Collection<Long> members) {
        return new HashSet<>(
                jdbc.sql("select distinct r.member_id from " + table + " r where r.member_id = any(:members)")
                        .param("members", members.toArray(Long[]::new))
                        .query((row, n) -> row.getLong(1))
                        .list());
    }

    /// Deletes by a function of the database, which alone may.
    public void delete(String function, Collection<Long> ids) {
        jdbc.sql("select " + function + "(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> n)
                .list();
    }
}
