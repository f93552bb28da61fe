package org.tsunagu.app.consent;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// The history of consents as records that are kept for a time (同意の履歴の保存). Everything that a member
/// has said is one record, known by its last entry: without its first entries a ledger would say
/// something else. None of it goes while a decision that is kept rests on any of it.
@Component
@Order(2)
class ConsentRecords implements KeptRecords {

    private static final RowMapper<Kept> KEPT =
            (row, n) -> new Kept(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class));
    private static final String WHOLE =
            "select max(e.id), e.member_id, (max(e.at) at time zone 'Asia/Tokyo')::date from consent.event e"
                    + " where not exists (select 1 from consent.disclosure d where d.member_id = e.member_id"
                    + " and d.consent_id is not null) ";

    private final JdbcClient jdbc;
    private final RecordRows rows;

    ConsentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        rows = new RecordRows(jdbc, "consent.event", "true");
    }

    @Override
    public String kind() {
        return "CONSENT";
    }

    @Override
    public List<Kept> madeUntil(LocalDate day, long after, int most) {
        return jdbc.sql(WHOLE + "group by e.member_id having max(e.id) > :after and max(e.at)"
                        + " < (:day::date + 1)::timestamp at time zone 'Asia/Tokyo' order by 1 limit :most")
                .param("day", Date.valueOf(day))
                .param("after", after)
                .param("most", most)
                .query(KEPT)
                .list();
    }

    /// A ledger in which something was written since is another one.
    @Override
    public List<Kept> find(Collection<Long> ids) {
        return jdbc.sql(WHOLE + "and e.member_id in (select l.member_id from consent.event l where l.id = any(:ids))"
                        + " group by e.member_id having max(e.id) = any(:ids) order by 1")
                .param("ids", ids.toArray(Long[]::new))
                .query(KEPT)
                .list();
    }

    @Override
    public Set<Long> of(Collection<Long> members) {
        return rows.of(members);
    }

    @Override
    public List<FileFate> delete(Collection<Long> ids) {
        rows.delete("consent.delete_events", ids);
        return List.of();
    }
}
