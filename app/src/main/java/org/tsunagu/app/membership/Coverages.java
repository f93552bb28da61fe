package org.tsunagu.app.membership;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Who was covered when, for many at once (資格期間の一括照会); everything within the transaction of the caller.
@Service
public class Coverages {

    private final JdbcClient jdbc;

    Coverages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The members covered on a day, in the order of their numbers.
    public List<Long> on(LocalDate day) {
        return jdbc.sql("select distinct member_id from membership.coverage where from_day <= :day"
                        + " and coalesce(to_day, 'infinity'::date) >= :day order by member_id")
                .param("day", Date.valueOf(day))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// How many were covered since a day, but are not on another.
    public long left(LocalDate since, LocalDate day) {
        return jdbc.sql("select count(distinct c.member_id) from membership.coverage c where c.from_day <= :day"
                        + " and coalesce(c.to_day, 'infinity'::date) >= :since and not exists (select 1"
                        + " from membership.coverage n where n.member_id = c.member_id and n.from_day <= :day"
                        + " and coalesce(n.to_day, 'infinity'::date) >= :day)")
                .param("since", Date.valueOf(since))
                .param("day", Date.valueOf(day))
                .query(Long.class)
                .single();
    }

    /// The register numbers of those whose time ended between two days because of their age: on the
    /// day before a birthday
    /// or later, and who are not covered on the last of these days (75歳到達などによる資格喪失).
    ///
    /// @param age in completed years
    public List<String> endedByAge(int age, LocalDate since, LocalDate day) {
        return jdbc.sql("select m.register_key from membership.member m where exists (select 1"
                        + " from membership.coverage c where c.member_id = m.id and c.to_day between :since and :day"
                        + " and c.to_day >= (m.birth + make_interval(years => :age))::date - 1)"
                        + " and not exists (select 1 from membership.coverage n where n.member_id = m.id"
                        + " and n.from_day <= :day and coalesce(n.to_day, 'infinity'::date) > :day)"
                        + " order by m.register_key")
                .param("age", age)
                .param("since", Date.valueOf(since))
                .param("day", Date.valueOf(day))
                .query((row, n) -> row.getString(1))
                .list();
    }

    private record Of(long memberId, Coverage coverage) {}

    /// The times of members.
    public Map<Long, List<Coverage>> of(Collection<Long> members) {
        return jdbc
                .sql(
                        "select member_id, from_day, to_day, reason from membership.coverage where member_id = any(:members)"
                                + " order by member_id, from_day")
                .param("members", members.toArray(Long[]::new))
                .query((row, n) -> new Of(
                        row.getLong(1),
                        new Coverage(
                                row.getObject(2, LocalDate.class),
                                Optional.ofNullable(row.getObject(3, LocalDate.class)),
                                row.getString(4))))
                .stream()
                .collect(Collectors.groupingBy(Of::memberId, Collectors.mapping(Of::coverage, Collectors.toList())));
    }
}
