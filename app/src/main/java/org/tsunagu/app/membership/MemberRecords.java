package org.tsunagu.app.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptMentions;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.RecordRows;

/// Members as records that are kept for a time (加入者の台帳の保存), last of all, when nothing else is kept of them: as old as
/// the last change of the register.
@Component
class MemberRecords implements KeptRecords {

    private static final String RECORDS = "(select id, id as member_id, updated_at as at from membership.member)";

    private final RecordRows rows;
    private final List<KeptMentions> mentions;

    MemberRecords(JdbcClient jdbc, List<KeptMentions> mentions) {
        this.rows = new RecordRows(jdbc, RECORDS, "true");
        this.mentions = mentions;
    }

    @Override
    public String kind() {
        return "REGISTER";
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
        mentions.forEach(mention -> mention.forget(ids));
        rows.delete("membership.delete_members", ids);
        return List.of();
    }
}
