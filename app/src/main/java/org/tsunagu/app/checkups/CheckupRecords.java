package org.tsunagu.app.checkups;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.intake.Forgetting;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Results and judgements as records that are kept for a time (健診結果の保存).
@Component
class CheckupRecords implements KeptRecords {

    /// A result is as old as its examination, or its arrival when that was later.
    private static final String RECORDS =
            "(select id, member_id, greatest(exam_date::timestamp at time zone 'Asia/Tokyo', stored_at) as at"
                    + " from checkups.checkup)";

    private final JdbcClient jdbc;
    private final RecordRows rows;
    private final Forgetting forgetting;

    CheckupRecords(JdbcClient jdbc, Forgetting forgetting) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(jdbc, RECORDS, "true");
        this.forgetting = forgetting;
    }

    @Override
    public String kind() {
        return "CHECKUP";
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
        var documents = jdbc.sql("select document_id from checkups.checkup where id = any(:ids)")
                .param("ids", numbers)
                .query((row, n) -> row.getLong(1))
                .list();
        rows.delete("checkups.delete_checkups", ids);
        return forgetting.forget(documents).stream()
                .map(file -> new FileFate(file.hash(), file.isEmpty()))
                .toList();
    }
}
