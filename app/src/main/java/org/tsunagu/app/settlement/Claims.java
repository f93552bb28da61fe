package org.tsunagu.app.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.Members;

/// The claims of facilities on the current insurer (機関の請求の照会).
@org.springframework.stereotype.Service("facilityClaims") // docks have claims too
public class Claims {

    private static final String SELECT = "select c.id, c.delivery_id, c.entry, c.kind, c.service, c.facility,"
            + " c.insurer_number, c.ticket, c.stage, c.level, c.timing, c.commission, c.rate, c.unit, c.paid, c.other,"
            + " c.yen, c.returned_for, coalesce(c.member_id, 0), coalesce(m.name, ''), coalesce(c.document_id, 0),"
            + " c.day, c.state, c.reason, c.by_staff, coalesce(c.returned_in, 0), coalesce(c.earlier_id, 0), c.version"
            + " from settlement.claim c left join membership.member m on m.id = c.member_id";
    private static final RowMapper<FacilityClaim> CLAIM = (row, n) -> new FacilityClaim(
            row.getLong(1),
            row.getLong(2),
            row.getString(3),
            row.getString(4),
            Service.valueOf(row.getString(5)),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getString(10),
            row.getString(11),
            row.getString(12),
            row.getInt(13),
            new FacilityClaim.Amounts(row.getLong(14), row.getLong(15), row.getLong(16), row.getLong(17)),
            row.getString(18),
            row.getLong(19),
            row.getString(20),
            row.getLong(21),
            Optional.ofNullable(row.getObject(22, LocalDate.class)),
            FacilityClaim.State.valueOf(row.getString(23)),
            row.getString(24),
            row.getBoolean(25),
            row.getLong(26),
            row.getLong(27),
            row.getInt(28),
            List.of(),
            List.of());

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Members members;

    Claims(JdbcClient jdbc, TenantTransactions transactions, Members members) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.members = members;
    }

    /// Claims of a state before a number, the newest first; without their lines.
    public List<FacilityClaim> of(FacilityClaim.State state, long before, int most) {
        return transactions.inCurrent(
                () -> jdbc.sql(SELECT + " where c.state = :state and c.id < :before order by c.id desc limit :most")
                        .param("state", state.name())
                        .param("before", before)
                        .param("most", most)
                        .query(CLAIM)
                        .list());
    }

    /// Claims that are paid, or to be paid, for people who were not insured on the day as the register
    /// has it now (資格喪失後の支払い).
    public List<FacilityClaim> uncovered(int most) {
        return transactions.inCurrent(() -> {
            var days = new HashMap<Long, Members.OnDay>();
            jdbc.sql("select id, member_id, day from settlement.claim where state = 'PAY' and day is not null")
                    .query(row -> {
                        days.put(row.getLong(1), new Members.OnDay(row.getLong(2), row.getObject(3, LocalDate.class)));
                    });
            var not = members.notCovered(days.values());
            var ids = days.entrySet().stream()
                    .filter(one -> not.contains(one.getValue()))
                    .map(Map.Entry::getKey)
                    .toArray(Long[]::new);
            return jdbc.sql(SELECT + " where c.id = any(:ids) order by c.id desc limit :most")
                    .param("ids", ids)
                    .param("most", most)
                    .query(CLAIM)
                    .list();
        });
    }

    /// Claims that are paid and whose person or result has changed since (支払い後の見直し), the oldest first.
    public List<FacilityClaim> toReview(int most) {
        return transactions.inCurrent(() -> jdbc.sql(SELECT + " where c.review <> '' order by c.id limit :most")
                .param("most", most)
                .query(CLAIM)
                .list());
    }

    /// What has changed since a claim was paid: `PERSON`, `RESULT`, or nothing.
    public String changed(long id) {
        return transactions.inCurrent(() -> jdbc.sql("select review from settlement.claim where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse(""));
    }

    /// How many there are of each state.
    public Map<FacilityClaim.State, Integer> counts() {
        var counts = new java.util.EnumMap<FacilityClaim.State, Integer>(FacilityClaim.State.class);
        transactions.inCurrent(() -> {
            jdbc.sql("select state, count(*) from settlement.claim group by state")
                    .query(row -> {
                        counts.put(FacilityClaim.State.valueOf(row.getString(1)), row.getInt(2));
                    });
            return "";
        });
        return counts;
    }

    /// One claim with its lines.
    public Optional<FacilityClaim> find(long id) {
        return transactions.inCurrent(
                () -> withLines(jdbc.sql(SELECT + " where c.id = :id")
                                .param("id", id)
                                .query(CLAIM)
                                .list())
                        .stream()
                        .findFirst());
    }

    /// Claims to be looked at after a number, within the transaction of the caller.
    List<FacilityClaim> open(long after, int most) {
        return withLines(jdbc.sql(SELECT + " where c.state = 'OPEN' and c.id > :after order by c.id limit :most")
                .param("after", after)
                .param("most", most)
                .query(CLAIM)
                .list());
    }

    /// Claims that are to be returned and have not been, within the transaction of the caller.
    List<FacilityClaim> toReturn(Service service) {
        return withLines(jdbc.sql(SELECT + " where c.state = 'RETURN' and c.service = :service"
                        + " and c.returned_in is null order by c.id")
                .param("service", service.name())
                .query(CLAIM)
                .list());
    }

    /// The claims of a file of returns, within the transaction of the caller.
    List<FacilityClaim> returnedIn(long file) {
        return withLines(jdbc.sql(SELECT + " where c.returned_in = :file order by c.id")
                .param("file", file)
                .query(CLAIM)
                .list());
    }

    private List<FacilityClaim> withLines(List<FacilityClaim> claims) {
        var ids = claims.stream().map(FacilityClaim::id).toArray(Long[]::new);
        var lines = new HashMap<Long, List<Line>>();
        jdbc.sql("select claim_id, part, item, yen from settlement.claim_line where claim_id = any(:ids)"
                        + " order by claim_id, n")
                .param("ids", ids)
                .query(row -> {
                    lines.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(new Line(Part.valueOf(row.getString(2)), row.getString(3), row.getLong(4)));
                });
        var charges = new HashMap<Long, List<Charge>>();
        jdbc.sql("select claim_id, part, kind, amount, rate, most from settlement.claim_charge"
                        + " where claim_id = any(:ids) order by claim_id, part")
                .param("ids", ids)
                .query(row -> {
                    charges.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(new Charge(
                                    Part.valueOf(row.getString(2)),
                                    row.getString(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6)));
                });
        return claims.stream()
                .map(claim -> claim.with(
                        lines.getOrDefault(claim.id(), List.of()), charges.getOrDefault(claim.id(), List.of())))
                .toList();
    }
}
