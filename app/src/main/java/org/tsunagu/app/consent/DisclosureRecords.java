package org.tsunagu.app.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// The history of giving data as records that are kept for a time (提供の履歴の保存). What was given in
/// a disaster stays until somebody has looked at it.
@Component
@Order(1)
class DisclosureRecords implements KeptRecords {

    private final RecordRows rows;

    DisclosureRecords(JdbcClient jdbc) {
        rows = new RecordRows(
                jdbc,
                "consent.disclosure",
                "(r.disaster_id is null or exists (select 1 from consent.review v where v.disclosure_id = r.id))");
    }

    @Override
    public String kind() {
        return "DISCLOSURE";
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
        rows.delete("consent.delete_disclosures", ids);
        return List.of();
    }
}
