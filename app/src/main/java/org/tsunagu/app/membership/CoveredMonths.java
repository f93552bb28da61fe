package org.tsunagu.app.membership;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who was insured in which month (月ごとの資格), within the transaction of the caller.
@Component
public class CoveredMonths {

    private final JdbcClient jdbc;

    CoveredMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A member in a month.
    public record InMonth(long memberId, YearMonth month) {}

    /// Those of some members and months in which the member was insured on some day of the month.
    public Set<InMonth> of(Collection<InMonth> asked) {
        if (asked.isEmpty()) {
            return Set.of();
        }
        var all = List.copyOf(asked);
        return new HashSet<>(jdbc.sql("select distinct t.member, t.first from unnest(:members, :first, :last)"
                        + " as t (member, first, last) join membership.coverage c on c.member_id = t.member"
                        + " and c.from_day <= t.last and coalesce(c.to_day, 'infinity'::date) >= t.first")
                .param("members", all.stream().map(InMonth::memberId).toArray(Long[]::new))
                .param(
                        "first",
                        all.stream()
                                .map(one -> Date.valueOf(one.month().atDay(1)))
                                .toArray(Date[]::new))
                .param(
                        "last",
                        all.stream()
                                .map(one -> Date.valueOf(one.month().atEndOfMonth()))
                                .toArray(Date[]::new))
                .query((row, n) -> new InMonth(row.getLong(1), YearMonth.from(row.getObject(2, LocalDate.class))))
                .list());
    }
}
