package org.tsunagu.app.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Files of the register as records that are kept for a time (台帳ファイルの保存), with the lines that could not be read. The
/// last one stays: the next is compared with it.
@Component
class RegisterFileRecords implements KeptRecords {

    private static final String RECORDS =
            "(select id, 0::bigint as member_id, received_at as at from membership.register_file)";
    private static final String FREE = "exists (select 1 from membership.register_file l where l.id > r.id)";

    private final JdbcClient jdbc;
    private final RecordRows rows;

    RegisterFileRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new RecordRows(jdbc, RECORDS, FREE);
    }

    @Override
    public String kind() {
        return "REGISTER_FILE";
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
        var files = jdbc.sql("select original from membership.register_file where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> new FileFate(row.getString(1), true))
                .list();
        rows.delete("membership.delete_register_files", ids);
        return files;
    }
}
