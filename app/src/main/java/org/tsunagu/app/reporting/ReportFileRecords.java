package org.tsunagu.app.reporting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Archives of the statutory report as records that are kept for a time (法定報告ファイルの保存): copies of what was sent, about
/// many. What their names and hashes are stays.
@Component
class ReportFileRecords implements KeptRecords {

    /// The archive of a report is written anew each time; it is as old as its last writing.
    private static final String RECORDS = "(select report_id as id, 0::bigint as member_id, max(ready_at) as at"
            + " from reporting.writing where state = 'READY' and not file_removed and hash <> '' group by report_id)";

    private final JdbcClient jdbc;
    private final RecordRows rows;

    ReportFileRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(jdbc, RECORDS, "true");
    }

    @Override
    public String kind() {
        return "REPORT_FILE";
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
        return jdbc.sql("with gone as (update reporting.writing set file_removed = true where report_id = any(:ids)"
                        + " and state = 'READY' returning insurer_id, report_id) select distinct insurer_id, report_id"
                        + " from gone order by 2")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> new FileFate("reports/%d/%d.zip".formatted(row.getInt(1), row.getLong(2)), true))
                .list();
    }
}
