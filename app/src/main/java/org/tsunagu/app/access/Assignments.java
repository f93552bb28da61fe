package org.tsunagu.app.access;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Members whom outside providers look after (委託先の担当者). The database itself shows a provider no other member.
@Service
public class Assignments {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;

    Assignments(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// A provider with so many members (委託先と人数).
    public record Provider(long id, String name, int members) {}

    /// The providers of the current insurer, with how many members they have today.
    public List<Provider> providers() {
        return transactions.inCurrent(() -> jdbc.sql("select s.id, s.name, (select count(*) from access.assignment a"
                        + " where a.staff_id = s.id and a.until >= :today) from access.staff s"
                        + " where exists (select 1 from access.staff_role r where r.staff_id = s.id"
                        + " and r.insurer_id = :insurer and r.role = :role and r.valid_from <= :today"
                        + " and coalesce(r.valid_to, 'infinity'::date) >= :today) order by s.name")
                .param("today", LocalDate.now(clock))
                .param("insurer", Actors.current().insurer().id().value())
                .param("role", Role.PROVIDER.name())
                .query((row, n) -> new Provider(row.getLong(1), row.getString(2), row.getInt(3)))
                .list());
    }

    /// Gives members to a provider until a day, or changes that day.
    public void assign(long provider, Collection<Long> members, LocalDate until) {
        var actor = Actors.current();
        transactions.inCurrent(() -> jdbc.sql("insert into access.assignment"
                        + " (insurer_id, staff_id, member_id, until, assigned_by)"
                        + " select :insurer, :provider, unnest(:members), :until, :by"
                        + " on conflict (insurer_id, staff_id, member_id) do update set until = excluded.until,"
                        + " assigned_by = excluded.assigned_by, assigned_at = now()")
                .param("insurer", actor.insurer().id().value())
                .param("provider", provider)
                .param("members", members.toArray(Long[]::new))
                .param("until", Date.valueOf(until))
                .param("by", actor.id())
                .update());
    }

    /// Takes one member from a provider.
    public void end(long provider, long member) {
        transactions.inCurrent(
                () -> jdbc.sql("delete from access.assignment where staff_id = :provider and member_id = :member")
                        .param("provider", provider)
                        .param("member", member)
                        .update());
    }

    /// Takes all members from a provider.
    ///
    /// @return who they were
    public List<Long> end(long provider) {
        return transactions.inCurrent(
                () -> jdbc.sql("delete from access.assignment where staff_id = :provider returning member_id")
                        .param("provider", provider)
                        .query(Long.class)
                        .list());
    }

    /// The members whom the current actor looks after today.
    public List<Long> mine() {
        return transactions.inCurrent(() -> jdbc.sql("select member_id from access.assignment"
                        + " where staff_id = :me and until >= :today order by member_id")
                .param("me", Actors.current().id())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list());
    }
}
