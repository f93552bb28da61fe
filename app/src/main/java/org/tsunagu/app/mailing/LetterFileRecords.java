package org.tsunagu.app.mailing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// The files of letters as records that are kept for a time (通知のPDFの保存): copies of what was sent, about many.
@Component
class LetterFileRecords implements KeptRecords {

    private static final String RECORDS = "(select id, 0::bigint as member_id, created_at as at from mailing.run"
            + " where state <> 'WAITING' and not file_removed)";

    private final JdbcClient jdbc;
    private final RecordRows rows;

    LetterFileRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(jdbc, RECORDS, "true");
    }

    @Override
    public String kind() {
        return "LETTER_FILE";
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
        return jdbc.sql("update mailing.run set file_removed = true where id = any(:ids) returning insurer_id, id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> new FileFate("letters/%d/%d.pdf".formatted(row.getInt(1), row.getLong(2)), true))
                .list();
    }
}
