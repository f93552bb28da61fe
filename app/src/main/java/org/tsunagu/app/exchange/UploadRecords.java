package org.tsunagu.app.exchange;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Files of employers of which no row was ever delivered as records that are kept for a time (取り込まれなかった事業主のファイルの
/// 保存); the others go with the results in them.
@Component
class UploadRecords implements KeptRecords {

    private static final String RECORDS = "(select u.id, 0::bigint as member_id, greatest(u.received_at,"
            + " (select max(c.at) from exchange.correction c where c.upload_id = u.id),"
            + " (select max(c.at) from exchange.choice c where c.upload_id = u.id)) as at from exchange.upload u"
            + " where not exists (select 1 from exchange.delivered d where d.upload_id = u.id))";

    private final JdbcClient jdbc;
    private final RecordRows rows;
    private final HeldFiles held;

    UploadRecords(JdbcClient jdbc, HeldFiles held) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(jdbc, RECORDS, "true");
        this.held = held;
    }

    @Override
    public String kind() {
        return "EMPLOYER_FILE";
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
        var originals = jdbc.sql("select distinct original from exchange.upload where id = any(:ids) order by 1")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> row.getString(1))
                .list();
        rows.delete("exchange.delete_uploads", ids);
        return originals.stream()
                .map(original -> new FileFate(original, held.isFree(original)))
                .toList();
    }
}
