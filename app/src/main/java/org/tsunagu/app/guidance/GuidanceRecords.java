package org.tsunagu.app.guidance;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.intake.Forgetting;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Courses with their events as records that are kept for a time (特定保健指導の記録の保存): a course is as old as the
/// last thing that was written down in it.
@Component
class GuidanceRecords implements KeptRecords {

    private static final String RECORDS = "(select c.id, c.member_id, greatest(c.at, (select max(e.at)"
            + " from guidance.event e where e.course_id = c.id)) as at from guidance.course c)";

    private final JdbcClient jdbc;
    private final RecordRows rows;
    private final Forgetting forgetting;

    GuidanceRecords(JdbcClient jdbc, Forgetting forgetting) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(jdbc, RECORDS, "true");
        this.forgetting = forgetting;
    }

    @Override
    public String kind() {
        return "GUIDANCE";
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
        var documents = jdbc.sql("select document_id from guidance.received where course_id = any(:ids)")
                .param("ids", numbers)
                .query((row, n) -> row.getLong(1))
                .list();
        rows.delete("guidance.delete_courses", ids);
        return forgetting.forget(documents).stream()
                .map(file -> new FileFate(file.hash(), file.isEmpty()))
                .toList();
    }
}
