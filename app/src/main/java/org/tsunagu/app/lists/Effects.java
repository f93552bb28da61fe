package org.tsunagu.app.lists;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;

/// What became of the people of a list some months later, by contacted or not (抽出後の経過の集計). Descriptive: who was
/// contacted
/// was not chosen by lot.
@Service
public class Effects {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;

    Effects(JdbcClient jdbc, TenantTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The people who were contacted, or those who were not.
    ///
    /// @param told of whom it can be told whether they were seen
    /// @param paired who has a value before and after
    public record Group(
            int months,
            boolean isContacted,
            long people,
            long told,
            long seen,
            long withDrug,
            long paired,
            Optional<BigDecimal> before,
            Optional<BigDecimal> after) {}

    /// The groups of a list of a making.
    public List<Group> of(long build, String list) {
        return transactions.inCurrent(() -> jdbc.sql("select months, contacted, count(*), count(seen),"
                        + " count(*) filter (where seen), count(*) filter (where drug),"
                        + " count(*) filter (where before is not null and after is not null),"
                        + " round(avg(before) filter (where after is not null), 1),"
                        + " round(avg(after) filter (where before is not null), 1)"
                        + " from lists.effect where build_id = :build and list = :list"
                        + " group by months, contacted order by months, contacted desc")
                .param("build", build)
                .param("list", list)
                .query((row, n) -> new Group(
                        row.getInt(1),
                        row.getBoolean(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        Optional.ofNullable(row.getBigDecimal(8)),
                        Optional.ofNullable(row.getBigDecimal(9))))
                .list());
    }
}
