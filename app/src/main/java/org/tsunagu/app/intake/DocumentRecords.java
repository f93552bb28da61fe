package org.tsunagu.app.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Documents by which somebody can be known, without a result that is kept (結果のない文書の保存): never matched, refused, or
/// left
/// over. Those of a result go with it.
@Component
class DocumentRecords implements KeptRecords {

    private static final String RECORDS = "(select o.id, coalesce(o.member_id, 0) as member_id, v.received_at as at"
            + " from intake.document o join intake.delivery v on v.id = o.delivery_id where " + Forgetting.KNOWN + ")";

    private final RecordRows rows;
    private final Forgetting forgetting;

    DocumentRecords(JdbcClient jdbc, Forgetting forgetting) {
        this.rows = new RecordRows(jdbc, RECORDS, "true");
        this.forgetting = forgetting;
    }

    @Override
    public String kind() {
        return "DOCUMENT";
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
        return forgetting.forget(ids).stream()
                .map(file -> new FileFate(file.hash(), file.isEmpty()))
                .toList();
    }
}
