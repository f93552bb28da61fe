package org.tsunagu.app.membership;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;

/// The insurers before and after (資格の異動元・異動先) of the current insurer's members.
@Service
public class Transfers {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final TenantTransactions transactions;

    Transfers(JdbcClient jdbc, JdbcTemplate batch, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.transactions = transactions;
    }

    /// Where a member was before and went after, the latest first.
    public List<Transfer> of(MemberId member) {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select covered_from, direction, other_insurer, from_day, to_day"
                                + " from membership.transfer where member_id = :member order by covered_from desc, direction desc")
                .param("member", member.value())
                .query((row, n) -> new Transfer(
                        row.getObject(1, LocalDate.class),
                        Transfer.Direction.valueOf(row.getString(2)),
                        row.getString(3),
                        Optional.ofNullable(row.getObject(4, LocalDate.class)),
                        Optional.ofNullable(row.getObject(5, LocalDate.class))))
                .list());
    }

    /// The members who came from an insurer, or went to it, within the transaction of the caller.
    public List<Long> with(Transfer.Direction direction, String otherInsurer) {
        return jdbc.sql("select distinct member_id from membership.transfer where direction = :direction"
                        + " and other_insurer = :other order by member_id")
                .param("direction", direction.name())
                .param("other", otherInsurer)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// Writes what lines of a register say, within the transaction of the caller.
    ///
    /// @param ids of the members by their keys
    void put(InsurerId insurer, List<RegisterLine> lines, Map<String, Long> ids) {
        batch.batchUpdate(
                "insert into membership.transfer values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (insurer_id, member_id, covered_from, direction) do update set"
                        + " other_insurer = excluded.other_insurer, from_day = excluded.from_day, to_day = excluded.to_day",
                lines.stream()
                        .flatMap(line -> line.transfers().stream().map(transfer -> new Object[] {
                            insurer.value(),
                            ids.get(line.registerKey()),
                            Date.valueOf(transfer.coveredFrom()),
                            transfer.direction().name(),
                            transfer.otherInsurer(),
                            transfer.from().map(Date::valueOf).orElse(null),
                            transfer.to().map(Date::valueOf).orElse(null)
                        }))
                        .toList());
    }
}
