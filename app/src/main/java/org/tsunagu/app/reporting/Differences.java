package org.tsunagu.app.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;

/// What has changed since a report was frozen (確定時との差): the list of then beside that of the latest count.
@Service
public class Differences {

    private static final String CHANGED = """
        with changed as (
          select coalesce(f.member_id, n.member_id) as member_id,
            case when not coalesce(f.in_denominator, false) and coalesce(n.in_denominator, false) then 'JOINED'
              when coalesce(f.in_denominator, false) and not coalesce(n.in_denominator, false) then 'LEFT'
              when not :selected = any(coalesce(f.above, '{}')) and :selected = any(coalesce(n.above, '{}'))
                then 'COUNTED'
              when :selected = any(coalesce(f.above, '{}')) and not :selected = any(coalesce(n.above, '{}'))
                then 'NOT_COUNTED'
              when f.checkup_id is distinct from n.checkup_id then 'OTHER_RESULT'
              when f.document_version is distinct from n.document_version then 'DOCUMENT'
              when f.above is distinct from n.above or f.below is distinct from n.below then 'JUDGEMENT'
              else '' end as change
          from (select * from reporting.person where report_id = :frozen) f
          full join (select * from reporting.person where report_id = :now) n on n.member_id = f.member_id)
        """;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    Differences(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Somebody who stands otherwise now.
    public record Changed(long memberId, String name, String change) {}

    /// How many people have changed, by kind of change.
    public Map<String, Integer> counts(long frozen, long now) {
        var counts = new LinkedHashMap<String, Integer>();
        transactions.inCurrent(() -> {
            jdbc.sql(CHANGED
                            + "select change, count(*) from changed where change <> '' group by change order by change")
                    .param("frozen", frozen)
                    .param("now", now)
                    .param("selected", ReportRules.value("SELECTED"))
                    .query(row -> {
                        counts.put(row.getString(1), row.getInt(2));
                    });
            return "";
        });
        return counts;
    }

    /// Who they are.
    public List<Changed> list(long frozen, long now, int most) {
        return transactions.inCurrent(() -> jdbc.sql(CHANGED + "select d.member_id, m.name, d.change from changed d"
                        + " join membership.member m on m.id = d.member_id where d.change <> ''"
                        + " order by d.change, d.member_id limit :most")
                .param("frozen", frozen)
                .param("now", now)
                .param("selected", ReportRules.value("SELECTED"))
                .param("most", most)
                .query((row, n) -> new Changed(row.getLong(1), row.getString(2), row.getString(3)))
                .list());
    }
}
