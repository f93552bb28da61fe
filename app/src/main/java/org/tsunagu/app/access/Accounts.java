package org.tsunagu.app.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Local accounts (アカウント): passwords as Argon2 hashes, locked for a while after wrong ones.
@Service
public class Accounts {

    /// Shortest password that is taken.
    public static final int SHORTEST_PASSWORD = 12;

    private static final int MOST_FAILURES = 5;
    private static final int LOCK_MINUTES = 15;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String decoy;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
        this.decoy = passwords.encode("nobody has this password");
    }

    /// What came of a log-in.
    public enum Verdict {
        WELCOME,
        WRONG,
        LOCKED,
        /// The account is right but has no role today.
        NO_ROLE
    }

    /// What came of a log-in.
    ///
    /// @param user present only when welcome
    record LogIn(Verdict verdict, long staffId, Optional<StaffUser> user) {}

    private record Stored(
            long id,
            String login,
            String name,
            String password,
            int failures,
            Optional<OffsetDateTime> lockedUntil,
            boolean enabled) {}

    /// Tries a log-in and counts it.
    @Transactional
    LogIn logIn(String login, String password) {
        var stored = byLogin(login);
        if (stored.isEmpty()) {
            // As slow as for a name that exists, so that names cannot be told apart by the time.
            passwords.matches(password, decoy);
            return new LogIn(Verdict.WRONG, 0, Optional.empty());
        }
        var account = stored.get();
        var isLocked = account.lockedUntil()
                .filter(until -> until.isAfter(OffsetDateTime.now(clock)))
                .isPresent();
        var isRight = passwords.matches(password, account.password());
        if (isLocked) {
            return new LogIn(Verdict.LOCKED, account.id(), Optional.empty());
        }
        if (!isRight || !account.enabled()) {
            return wrong(account);
        }
        jdbc.sql("update access.staff set failures = 0, locked_until = null where id = :id")
                .param("id", account.id())
                .update();
        var user = user(account);
        return new LogIn(user.isPresent() ? Verdict.WELCOME : Verdict.NO_ROLE, account.id(), user);
    }

    private LogIn wrong(Stored account) {
        var failures = account.failures() + 1;
        var locks = failures >= MOST_FAILURES;
        jdbc.sql("update access.staff set failures = :failures, locked_until = :until where id = :id")
                .param("failures", locks ? 0 : failures)
                .param("until", locks ? OffsetDateTime.now(clock).plusMinutes(LOCK_MINUTES) : null)
                .param("id", account.id())
                .update();
        return new LogIn(locks ? Verdict.LOCKED : Verdict.WRONG, account.id(), Optional.empty());
    }

    private Optional<Stored> byLogin(String login) {
        return jdbc.sql("select id, login, name, password, failures, locked_until, enabled from access.staff"
                        + " where login = :login for update")
                .param("login", login.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> new Stored(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        Optional.ofNullable(row.getObject(6, OffsetDateTime.class)),
                        row.getBoolean(7)))
                .optional();
    }

    private Optional<StaffUser> user(Stored account) {
        var roles = roles(account.id());
        return roles.keySet().stream()
                .min(java.util.Comparator.comparing(Insurer::number))
                .map(first -> new StaffUser(account.id(), account.login(), account.name(), roles, first));
    }

    private Map<Insurer, Set<Role>> roles(long staffId) {
        var roles = new HashMap<Insurer, Set<Role>>();
        jdbc.sql("select i.id, i.number, i.name, r.role from access.staff_role r"
                        + " join access.insurer i on i.id = r.insurer_id where r.staff_id = :staff"
                        + " and r.valid_from <= :today and coalesce(r.valid_to, 'infinity'::date) >= :today")
                .param("staff", staffId)
                .param("today", LocalDate.now(clock))
                .query(row -> {
                    var insurer = new Insurer(new InsurerId(row.getInt(1)), row.getString(2), row.getString(3));
                    roles.computeIfAbsent(insurer, none -> new HashSet<>()).add(Role.valueOf(row.getString(4)));
                });
        return roles;
    }

    /// Adds a person with a role, or gives an existing person another role; the password of an existing person stays.
    ///
    /// @throws IllegalArgumentException if the password is too short
    @Transactional
    public long add(String login, String name, String password, Insurer insurer, Role role) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("a password of at least %d characters".formatted(SHORTEST_PASSWORD));
        }
        var key = login.strip().toLowerCase(Locale.ROOT);
        var id = byLogin(key).map(Stored::id).orElseGet(() -> insert(key, name, passwords.encode(password)));
        jdbc.sql("insert into access.staff_role (staff_id, insurer_id, role, valid_from)"
                        + " values (:staff, :insurer, :role, :today) on conflict do nothing")
                .param("staff", id)
                .param("insurer", insurer.id().value())
                .param("role", role.name())
                .param("today", LocalDate.now(clock))
                .update();
        return id;
    }

    private Long insert(String login, String name, String password) {
        return jdbc.sql("insert into access.staff (login, name, password) values (:login, :name, :password)"
                        + " returning id")
                .param("login", login)
                .param("name", name)
                .param("password", password)
                .query(Long.class)
                .single();
    }

    /// A colleague, for lists of whom to give a task.
    public record Colleague(long id, String login, String name, String role, boolean enabled) {}

    /// The people who have a role at an insurer today.
    public List<Colleague> colleagues(InsurerId insurer) {
        return jdbc.sql("select s.id, s.login, s.name, string_agg(r.role, ' ' order by r.role), s.enabled"
                        + " from access.staff s join access.staff_role r on r.staff_id = s.id"
                        + " where r.insurer_id = :insurer and r.valid_from <= :today"
                        + " and coalesce(r.valid_to, 'infinity'::date) >= :today group by s.id order by s.name")
                .param("insurer", insurer.value())
                .param("today", LocalDate.now(clock))
                .query((row, n) -> new Colleague(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)))
                .list();
    }
}
