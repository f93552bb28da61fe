package org.tsunagu.app.guidance;

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

/// Courses with their events as records that are kept for a time (特定保健指導の記録の保存): a course is as old as the
/// last thing that was written down in it.
@Component
class GuidanceRecords implements KeptRecords {

    private static final RowMapper<Kept> KEPT =
            (row, n) -> new Kept(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class));
    private static final String COURSES = "select * from (select c.id, c.member_id, (greatest(c.at, (select max(e.at)"
            + " from guidance.event e where e.course_id = c.id)) at time zone 'Asia/Tokyo')::date as made"
            + " from guidance.course c) r ";

    private final JdbcClient jdbc;
    private final Forgetting forgetting;

    GuidanceRecords(JdbcClient jdbc, Forgetting forgetting) {
        this.jdbc = jdbc;
        this.forgetting = forgetting;
    }

    @Override
    public String kind() {
        return "GUIDANCE";
    }

    @Override
    public List<Kept> madeUntil(LocalDate day, long after, int most) {
        return jdbc.sql(COURSES + "where r.made <= :day and r.id > :after order by r.id limit :most")
                .param("day", Date.valueOf(day))
                .param("after", after)
                .param("most", most)
                .query(KEPT)
                .list();
    }

    @Override
    public List<Kept> find(Collection<Long> ids) {
        return jdbc.sql(COURSES + "where r.id = any(:ids) order by r.id")
                .param("ids", ids.toArray(Long[]::new))
                .query(KEPT)
                .list();
    }

    @Override
    public Set<Long> of(Collection<Long> members) {
        return new HashSet<>(jdbc.sql("select distinct member_id from guidance.course where member_id = any(:members)")
                .param("members", members.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    @Override
    public List<FileFate> delete(Collection<Long> ids) {
        var numbers = ids.toArray(Long[]::new);
        var documents = jdbc.sql("select document_id from guidance.received where course_id = any(:ids)")
                .param("ids", numbers)
                .query((row, n) -> row.getLong(1))
                .list();
        jdbc.sql("select guidance.delete_courses(:ids)")
                .param("ids", numbers)
                .query((row, n) -> n)
                .list();
        return forgetting.forget(documents).stream()
                .map(file -> new FileFate(file.hash(), file.isEmpty()))
                .toList();
    }
}
