package org.tsunagu.app.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.claims.ClaimDelivery.Count;
import org.tsunagu.app.claims.ClaimDelivery.Part;
import org.tsunagu.app.claims.ClaimDelivery.Waiting;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// What deliveries hold and what is wrong with them (受領ファイルの照会), for the current insurer.
@Service("claimDeliveryPages") // deliveries of checkups have pages too
public class DeliveryPages {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    DeliveryPages(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// What a delivery holds, by month and kind.
    public List<Part> parts(long delivery) {
        return transactions.inCurrent(() -> jdbc.sql("select p.claim_month, p.kind, p.state, count(c.id),"
                        + " count(c.id) filter (where c.status = 'COUNTED' and not c.repeated),"
                        + " coalesce(sum(c.yen) filter (where c.status = 'COUNTED' and not c.repeated), 0)"
                        + " from claims.part p left join claims.claim c on c.part_id = p.id"
                        + " where p.delivery_id = :delivery group by p.id order by p.claim_month, p.kind")
                .param("delivery", delivery)
                .query((row, n) -> new Part(
                        YearMonth.from(row.getObject(1, LocalDate.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getLong(6)))
                .list());
    }

    /// How often each finding occurs in a delivery, the gravest and most frequent first.
    public List<Count> counts(long delivery) {
        return transactions.inCurrent(() -> jdbc.sql("select code, severity, count(*) from claims.finding"
                        + " where delivery_id = :delivery group by code, severity order by count(*) desc, code")
                .param("delivery", delivery)
                .query((row, n) -> new Count(
                        row.getString(1), Severity.valueOf(row.getString(2)).name(), row.getInt(3)))
                .list());
    }

    /// Findings of a delivery.
    ///
    /// @param code empty for those that kept something from being taken: the quarantine
    /// @param name of the file, shown as the place
    public List<Problem> problems(long delivery, String code, String name, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select entry, code, severity, line, item, arguments"
                        + " from claims.finding where delivery_id = :delivery and (code = :code or :code = ''"
                        + " and severity in ('REFUSES_FILE', 'REFUSES_DOCUMENT')) order by id limit :most")
                .param("delivery", delivery)
                .param("code", code)
                .param("most", most)
                .query((row, n) -> ClaimDetails.problem(row, name))
                .list());
    }

    /// Corrections that came without their claim, those still waiting first.
    public List<Waiting> waiting(int most) {
        return transactions.inCurrent(() -> jdbc.sql("select w.delivery_id, d.name, w.entry, w.line, w.search_number,"
                        + " w.instructions, coalesce(w.claim_id, 0) from claims.waiting_correction w"
                        + " join claims.delivery d on d.id = w.delivery_id"
                        + " order by w.claim_id nulls first, w.delivery_id desc, w.line limit :most")
                .param("most", most)
                .query((row, n) -> new Waiting(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getLong(7)))
                .list());
    }
}
