package org.tsunagu.app.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Local accounts (アカウント): passwords as Argon2 hashes, locked for a while after wrong ones.
@Service
public class Accounts {

    /// Shortest password that is taken.
    public static final int SHORTEST_PASSWORD = 12;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Failures failures;
    private final StaffUsers users;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final String decoy;

    Accounts(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            Failures failures,
            StaffUsers users,
            PlatformTransactionManager manager,
            Clock clock) {
        this.transactions = new TransactionTemplate(manager);
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.failures = failures;
        this.users = users;
        this.clock = clock;
        this.decoy = passwords.encode("nobody has this password");
    }

    /// What came of a log-in.
    public enum Verdict {
        WELCOME,
        WRONG,
        LOCKED,
        /// The password is right, the code is still to come.
        CODE,
        /// The account is right but has no role today.
        NO_ROLE
    }

    /// What came of a log-in.
    ///
    /// @param user present only when welcome
    record LogIn(Verdict verdict, long staffId, Optional<StaffUser> user) {}

    private record Stored(long id, String password, boolean enabled, boolean hasFactor) {}

    /// Tries a log-in and counts it. The slow hash is worked out without a connection, or many log-ins at once
    /// would leave nobody else one; what came of it is settled afterwards, with the account as it then is.
    LogIn logIn(String login, String password) {
        var stored = byLogin(login, "");
        // As slow for a name that does not exist, so that names cannot be told apart by the time.
        var isRight = passwords.matches(password, stored.map(Stored::password).orElse(decoy));
        return stored.map(account -> settle(login, isRight ? account.password() : ""))
                .orElseGet(() -> new LogIn(Verdict.WRONG, 0, Optional.empty()));
    }

    /// @param shown the hash that the password fitted; empty for none
    private LogIn settle(String login, String shown) {
        return Objects.requireNonNull(transactions.execute(ignored -> byLogin(login, " for update")
                .map(account -> verdict(account, shown))
                .orElseThrow()));
    }

    private LogIn verdict(Stored account, String shown) {
        if (failures.isLocked(account.id())) {
            return new LogIn(Verdict.LOCKED, account.id(), Optional.empty());
        }
        if (!account.password().equals(shown) || !account.enabled()) {
            return new LogIn(failures.count(account.id()), account.id(), Optional.empty());
        }
        if (account.hasFactor()) {
            // Nothing is forgiven before the code: or codes could be guessed, four at a time.
            return new LogIn(Verdict.CODE, account.id(), Optional.empty());
        }
        return welcome(account.id());
    }

    /// Lets in somebody who has shown everything that is asked for.
    LogIn welcome(long staffId) {
        failures.clear(staffId);
        var user = users.load(staffId);
        return new LogIn(user.isPresent() ? Verdict.WELCOME : Verdict.NO_ROLE, staffId, user);
    }

    private Optional<Stored> byLogin(String login, String lock) {
        return jdbc.sql("select id, password, enabled, factor_secret is not null from access.staff"
                        + " where login = :login" + lock)
                .param("login", login.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> new Stored(row.getLong(1), row.getString(2), row.getBoolean(3), row.getBoolean(4)))
                .optional();
    }

    /// The number of an account; empty for a login that nobody has.
    Optional<Long> idOf(String login) {
        return byLogin(login, "").map(Stored::id);
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
        var id = byLogin(key, " for update")
                .map(Stored::id)
                .orElseGet(() -> insert(key, name, passwords.encode(password)));
        jdbc.sql("insert into access.staff_role (staff_id, insurer_id, role, valid_from)"
                        + " select :staff, :insurer, :role, :today where not exists (select 1 from access.staff_role"
                        + " where staff_id = :staff and insurer_id = :insurer and role = :role"
                        + " and valid_from <= :today and coalesce(valid_to, 'infinity'::date) >= :today)"
                        + " on conflict do nothing")
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

    /// The people who can be given work at an insurer today.
    public List<Colleague> workers(InsurerId insurer) {
        return colleagues(insurer).stream()
                .filter(Colleague::enabled)
                .filter(one -> Role.permissions(Arrays.stream(one.role().split(" "))
                                .map(Role::valueOf)
                                .toList())
                        .contains(Permission.WORK))
                .toList();
    }

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
