package org.tsunagu.app.access;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people of an insurer for whoever looks after their accounts (利用者の管理). Whatever is changed about somebody's
/// rights
/// ends that person's sessions, so that it holds at once.
@Service
public class Staff {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    Staff(JdbcClient jdbc, Accounts accounts, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// A role of somebody here (役割と期間).
    ///
    /// @param to last day; empty for no end
    public record Assignment(Role role, LocalDate from, Optional<LocalDate> to) {}

    /// A person with an account (利用者).
    ///
    /// @param isLockedOut locked for a while after wrong passwords
    /// @param roles here, those that have ended left out
    public record Person(
            long id,
            String login,
            String name,
            boolean isEnabled,
            boolean isLockedOut,
            boolean mustChangePassword,
            boolean hasFactor,
            List<Assignment> roles) {}

    /// Everybody who has had a role at an insurer, by login.
    public List<Person> of(InsurerId insurer) {
        return people(insurer, 0);
    }

    /// One of them.
    public Optional<Person> find(InsurerId insurer, long id) {
        return people(insurer, id).stream().findFirst();
    }

    private List<Person> people(InsurerId insurer, long id) {
        var roles = roles(insurer);
        return jdbc.sql("select s.id, s.login, s.name, s.enabled, coalesce(s.locked_until > :now, false),"
                        + " s.must_change_password, s.factor_secret is not null from access.staff s"
                        + " where (:id = 0 or s.id = :id) and exists (select 1 from access.staff_role r"
                        + " where r.staff_id = s.id and r.insurer_id = :insurer) order by s.login")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .param("insurer", insurer.value())
                .query((row, n) -> new Person(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        roles.getOrDefault(row.getLong(1), List.of())))
                .list();
    }

    private Map<Long, List<Assignment>> roles(InsurerId insurer) {
        var roles = new HashMap<Long, List<Assignment>>();
        jdbc.sql("select staff_id, role, valid_from, valid_to from access.staff_role where insurer_id = :insurer"
                        + " and coalesce(valid_to, 'infinity'::date) >= :today order by role")
                .param("insurer", insurer.value())
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    roles.computeIfAbsent(row.getLong(1), none -> new java.util.ArrayList<>())
                            .add(new Assignment(
                                    Role.valueOf(row.getString(2)),
                                    row.getObject(3, LocalDate.class),
                                    Optional.ofNullable(row.getObject(4, LocalDate.class))));
                });
        return roles;
    }

    /// Whether somebody works only where the asker looks after accounts: password, second factor and lock concern all
    /// insurers of a person.
    public boolean isOnlyAt(long id, Collection<InsurerId> insurers) {
        return jdbc.sql("select count(*) from access.staff_role where staff_id = :id and insurer_id <> all(:insurers)"
                                + " and coalesce(valid_to, 'infinity'::date) >= :today")
                        .param("id", id)
                        .param(
                                "insurers",
                                insurers.stream().map(InsurerId::value).toArray(Integer[]::new))
                        .param("today", LocalDate.now(clock))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /// What came of adding somebody.
    ///
    /// @param password for the first log-in, present when the account is new; it is nowhere else
    public record Added(long id, Optional<String> password) {}

    /// Adds a person, or gives somebody who has an account a role here.
    @Transactional
    public Added add(String login, String name, Insurer insurer, Role role, Optional<LocalDate> until) {
        var isNew = accounts.idOf(login).isEmpty();
        var id = accounts.add(login, name, Passwords.oneTime(), insurer, role);
        give(id, insurer.id(), role, until);
        return new Added(id, isNew ? Optional.of(passwords.reset(id)) : Optional.empty());
    }

    /// Gives a role from today on, or sets the end of one that somebody has.
    @Transactional
    public void give(long id, InsurerId insurer, Role role, Optional<LocalDate> until) {
        jdbc.sql("insert into access.staff_role (staff_id, insurer_id, role, valid_from, valid_to)"
                        + " values (:id, :insurer, :role, coalesce((select max(valid_from) from access.staff_role"
                        + " where staff_id = :id and insurer_id = :insurer and role = :role and valid_from <= :today"
                        + " and coalesce(valid_to, 'infinity'::date) >= :today), :today), :until)"
                        + " on conflict (staff_id, insurer_id, role, valid_from) do update set valid_to = :until")
                .param("id", id)
                .param("insurer", insurer.value())
                .param("role", role.name())
                .param("today", LocalDate.now(clock))
                .param("until", until.map(Date::valueOf).orElse(null), java.sql.Types.DATE)
                .update();
        endSessions(id);
    }

    /// Ends a role: yesterday was its last day.
    @Transactional
    public void end(long id, InsurerId insurer, Role role) {
        jdbc.sql("update access.staff_role set valid_to = :yesterday where staff_id = :id and insurer_id = :insurer"
                        + " and role = :role and coalesce(valid_to, 'infinity'::date) > :yesterday")
                .param("yesterday", LocalDate.now(clock).minusDays(1))
                .param("id", id)
                .param("insurer", insurer.value())
                .param("role", role.name())
                .update();
        endSessions(id);
    }

    /// Locks an account or opens it again; opening also forgets wrong passwords.
    @Transactional
    public void enable(long id, boolean isEnabled) {
        jdbc.sql("update access.staff set enabled = :enabled, failures = 0, locked_until = null where id = :id")
                .param("enabled", isEnabled)
                .param("id", id)
                .update();
        endSessions(id);
    }

    private void endSessions(long id) {
        jdbc.sql("update access.staff set session_version = session_version + 1 where id = :id")
                .param("id", id)
                .update();
    }
}
