package org.tsunagu.app.intake;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// The deliveries of the current insurer and their findings page by page (受け取ったファイルと指摘の一覧).
@Service
public class DeliveryPages {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    DeliveryPages(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// Deliveries before a number, the newest first.
    public List<Delivery> before(long id, int most) {
        return transactions.inCurrent(() -> jdbc.sql(Deliveries.SELECT
                        // Which ones first: the documents of all the others need not be counted.
                        + " where d.id in (select id from intake.delivery where id < :id order by id desc limit :most)"
                        + Deliveries.GROUP + " order by d.id desc")
                .param("id", id)
                .param("most", most)
                .query(Deliveries.DELIVERY)
                .list());
    }

    /// A finding of a delivery (指摘).
    public record Finding(long id, Problem problem) {}

    /// Findings of a delivery after a number, in the order in which they were made.
    ///
    /// @param name shown as the file of the place
    public List<Finding> findings(long deliveryId, String name, long after, int most) {
        return transactions.inCurrent(() -> jdbc.sql("select id, code, severity, entry, item, line, col, arguments"
                        + " from intake.finding where delivery_id = :delivery and id > :after order by id limit :most")
                .param("delivery", deliveryId)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new Finding(
                        row.getLong(1),
                        new Problem(
                                row.getString(2),
                                Severity.valueOf(row.getString(3)),
                                new Place(name, row.getString(4), row.getString(5), row.getInt(6), row.getInt(7)),
                                ReasonJson.readNamed(row.getString(8)))))
                .list());
    }
}
