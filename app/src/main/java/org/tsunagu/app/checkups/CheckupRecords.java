package org.tsunagu.app.checkups;

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
import org.tsunagu.app.intake.Forgetting;

/// Results and judgements as records that are kept for a time (健診結果の保存).
@Component
class CheckupRecords implements KeptRecords {

    private static final RowMapper<Kept> KEPT =
            (row, n) -> new Kept(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class));
    private static final String COLUMNS =
            "select id, member_id, greatest(exam_date, (stored_at at time zone 'Asia/Tokyo')::date)"
                    + " from checkups.checkup ";

    private final JdbcClient jdbc;
    private final Forgetting forgetting;

    CheckupRecords(JdbcClient jdbc, Forgetting forgetting) {
        this.jdbc = jdbc;
        this.forgetting = forgetting;
    }

    @Override
    public String kind() {
        return "CHECKUP";
    }

    @Override
    public List<Kept> madeUntil(LocalDate day, long after, int most) {
        return jdbc.sql(COLUMNS + "where exam_date <= :day and stored_at < (:day::date + 1)::timestamp at time zone"
                        + " 'Asia/Tokyo' and id > :after order by id limit :most")
                .param("day", Date.valueOf(day))
                .param("after", after)
                .param("most", most)
                .query(KEPT)
                .list();
    }

    @Override
    public List<Kept> find(Collection<Long> ids) {
        return jdbc.sql(COLUMNS + "where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query(KEPT)
                .list();
    }

    @Override
    public Set<Long> of(Collection<Long> members) {
        return new HashSet<>(
                jdbc.sql("select distinct member_id from checkups.checkup where member_id = any(:members)")
                        .param("members", members.toArray(Long[]::new))
                        .query((row, n) -> row.getLong(1))
                        .list());
    }

    @Override
    public List<FileFate> delete(Collection<Long> ids) {
        var numbers = ids.toArray(Long[]::new);
        var documents = jdbc.sql("select document_id from checkups.checkup where id = any(:ids)")
                .param("ids", numbers)
                .query((row, n) -> row.getLong(1))
                .list();
        jdbc.sql("select checkups.delete_checkups(:ids)")
                .param("ids", numbers)
                .query((row, n) -> n)
                .list();
        return forgetting.forget(documents).stream()
                .map(file -> new FileFate(file.hash(), file.isEmpty()))
                .toList();
    }
}
