package org.tsunagu.app.membership;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;

/// The insurers before and after (資格の異動元・異動先) of the current insurer's members.
@Service
public class Transfers {

    private static final String ENDS = "select l.member_id, l.to_day, coalesce(t.other_insurer, '')"
            + " from (select distinct on (member_id) member_id, from_day, to_day from membership.coverage"
            + " order by member_id, coalesce(to_day, 'infinity'::date) desc, from_day desc) l"
            + " left join membership.transfer t on t.member_id = l.member_id and t.covered_from = l.from_day"
            + " and t.direction = 'OUT'";
    private static final RowMapper<End> END = (row, n) ->
            new End(row.getLong(1), Optional.ofNullable(row.getObject(2, LocalDate.class)), row.getString(3));

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

    /// How the time of a member as insured here ended (資格喪失と異動先).
    ///
    /// @param last its last day; empty while it lasts
    /// @param other where the member went, as the register says; empty when it does not
    public record End(long memberId, Optional<LocalDate> last, String other) {

        /// Whether it was over on a day.
        public boolean isBefore(LocalDate day) {
            return last.filter(to -> to.isBefore(day)).isPresent();
        }

        /// Whether the register names the insurer to whom the member went.
        public boolean isNamed() {
            return other.matches("[0-9]{8}");
        }
    }

    /// How the last time of each of some members ended, within the transaction of the caller; nothing for
    /// whoever was never insured.
    public List<End> ends(Collection<Long> members) {
        return jdbc.sql(ENDS + " where l.member_id = any(:members)")
                .param("members", members.toArray(Long[]::new))
                .query(END)
                .list();
    }

    /// The members whose last time ended before a day because they went to an insurer, within the
    /// transaction of the caller. Where somebody went before coming back does not count.
    public List<Long> left(String otherInsurer, LocalDate day) {
        return jdbc
                .sql(ENDS + " where t.other_insurer = :other and l.to_day < :day order by l.member_id")
                .param("other", otherInsurer)
                .param("day", Date.valueOf(day))
                .query(END)
                .stream()
                .map(End::memberId)
                .toList();
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
