package org.tsunagu.app.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.claims.ClaimDelivery.Listed;
import org.tsunagu.app.claims.ClaimView.Whole;
import org.tsunagu.app.membership.CardNumber;

/// Claims of the current insurer as pages show them (レセプトの照会).
@Service
public class ClaimPages {

    private static final String SELECT = "select c.id, c.delivery_id, d.name, c.number, c.line, c.kind, c.inpatient,"
            + " c.care_month, p.claim_month, c.status, p.state = 'CURRENT', c.repeated, c.institution,"
            + " c.institution_name, c.prescriber, coalesce(c.member_id, 0), c.match, c.name, c.symbol, c.card_number,"
            + " c.branch, c.birth, c.sex, c.days, c.points_claimed, c.points_decided, c.line_points, c.meal_yen,"
            + " c.yen, c.dialysis from claims.claim c join claims.part p on p.id = c.part_id"
            + " join claims.delivery d on d.id = c.delivery_id";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final ClaimDetails details;

    ClaimPages(JdbcClient jdbc, TenantTransactions transactions, ClaimDetails details) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.details = details;
    }

    private static ClaimView view(ResultSet row, int n) throws SQLException {
        return new ClaimView(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getBoolean(7),
                YearMonth.from(row.getObject(8, LocalDate.class)),
                YearMonth.from(row.getObject(9, LocalDate.class)),
                row.getString(10),
                row.getBoolean(11),
                row.getBoolean(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getLong(16),
                row.getString(17),
                row.getString(18),
                new CardNumber(row.getString(19), row.getString(20), row.getString(21)).shown(),
                Optional.ofNullable(row.getObject(22, LocalDate.class)),
                row.getString(23),
                row.getInt(24),
                row.getLong(25),
                row.getLong(26),
                row.getLong(27),
                row.getLong(28),
                row.getLong(29),
                row.getBoolean(30));
    }

    /// One claim with everything on it.
    public Optional<Whole> find(long id) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(ClaimPages::view)
                .optional()
                .map(details::whole));
    }

    /// Claims in force whose member was not found, the newest months first.
    public Listed<ClaimView> unmatched(int from, int most) {
        return transactions.inCurrent(() -> {
            var which = " where c.match = 'NONE' and c.id in (select id from claims.counted)";
            var all = jdbc.sql("select count(*) from claims.claim c" + which)
                    .query(Integer.class)
                    .single();
            var rows = jdbc.sql(SELECT + which + " order by c.care_month desc, c.id offset :from limit :most")
                    .param("from", from)
                    .param("most", most)
                    .query(ClaimPages::view)
                    .list();
            return new Listed<>(rows, all);
        });
    }

    /// The newest claims in force of a member.
    public List<ClaimView> of(long memberId, int most) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where c.member_id = :member and c.id in"
                        + " (select id from claims.counted where member_id = :member)"
                        + " order by c.care_month desc, c.id limit :most")
                .param("member", memberId)
                .param("most", most)
                .query(ClaimPages::view)
                .list());
    }
}
