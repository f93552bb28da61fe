package org.tsunagu.app.keeping;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Records that are rows of a table with what hangs on them, and lie in no file (表の記録): a kind, where they are, and the
/// function of the database that deletes them.
public final class TableRecords implements KeptRecords {

    private final String kind;
    private final RecordRows rows;
    private final String function;

    /// The records of a table.
    ///
    /// @param table as of [RecordRows]
    /// @param function takes the numbers of records
    public TableRecords(JdbcClient jdbc, String kind, String table, String function) {
        this.kind = kind;
        this.rows = new RecordRows(jdbc, table, "true");
        this.function = function;
    }

    @Override
    public String kind() {
        return kind;
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
        rows.delete(function, ids);
        return List.of();
    }
}
