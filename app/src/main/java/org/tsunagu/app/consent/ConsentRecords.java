package org.tsunagu.app.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The history of consents as records that are kept for a time (同意の履歴の保存).
@Component
@Order(2)
class ConsentRecords implements KeptRecords {

    private final RecordRows rows;

    ConsentRecords(JdbcClient jdbc) {
        rows = new RecordRows(
                jdbc,
                "consent.event",
                "not exists (select 1 from consent.disclosure d where d.consent_id = r.id)"
                        + " and not exists (select 1 from consent.event e where e.supersedes = r.id)");
    }

    @Override
    public String kind() {
        return "CONSENT";
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
        rows.delete("consent.delete_events", ids);
        return List.of();
    }
}
