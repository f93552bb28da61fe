package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Accounts;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.portal.Doors.Kind;

/// Accounts of members (加入者の利用登録): made with a code from the insurer and the date of birth, opened with a name and a
/// password of one's own.
@Service
public class MemberAccounts {

    private static final String NAME = "[a-z0-9@._+]{4,60}";

    private final JdbcClient jdbc;
    private final Doors doors;
    private final MemberInvitations invitations;
    private final MemberIdentities identities;
    private final MemberSessions sessions;
    private final Messages messages;
    private final PasswordEncoder passwords;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final String decoy;

    MemberAccounts(
            JdbcClient jdbc,
            Doors doors,
            MemberInvitations invitations,
            MemberIdentities identities,
            MemberSessions sessions,
            Messages messages,
            PasswordEncoder passwords,
            TenantTransactions transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.doors = doors;
        this.invitations = invitations;
        this.identities = identities;
        this.sessions = sessions;
        this.messages = messages;
        this.passwords = passwords;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.decoy = String.valueOf(passwords.encode("nobody has this password"));
    }

    /// What came of it.
    public enum Verdict {
        WELCOME,
        /// Code, date of birth, name or password: which of them is not said.
        WRONG,
        LOCKED,
        /// Somebody has this log-in name.
        TAKEN
    }

    /// Whether a log-in name can be one.
    public static boolean isName(String login) {
        return Digest.plain(login).matches(NAME);
    }

    /// Whether a password can be one; as for the users of the office.
    public static boolean isPassword(String password) {
        return password.length() >= Accounts.SHORTEST_PASSWORD;
    }

    /// What somebody types at the first connection.
    public record Connecting(String code, LocalDate birth, String login, String password) {}

    /// Connects a person to an account. Whoever has one gets another name and password by it, is logged out
    /// everywhere, and is known to no identity service any more. The member finds a message about it.
    public Verdict connect(Connecting typed) {
        var found = invitations.find(typed.code());
        if (found.isEmpty()) {
            invitations.refused(found, "unknown code");
            return Verdict.WRONG;
        }
        // Without a connection: the hash is slow.
        var hash = String.valueOf(passwords.encode(typed.password()));
        var verdict = transactions.in(found.get().insurer().id(), () -> connect(found.get(), typed, hash));
        if (verdict == Verdict.WRONG) {
            invitations.refused(found, "code used before, expired or not with this date of birth");
        }
        return verdict;
    }

    private Verdict connect(MemberInvitations.Found found, Connecting typed, String hash) {
        var open = invitations.stored(found.key());
        if (open.isEmpty()) {
            return Verdict.WRONG;
        }
        if (!open.get().birth().equals(typed.birth())) {
            invitations.failed(open.get());
            return Verdict.WRONG;
        }
        var member = open.get().memberId();
        var key = Digest.of(typed.login());
        var former = loginOf(member);
        if (!former.filter(key::equals).isPresent()
                && !doors.open(Kind.LOGIN, key, found.insurer().id())) {
            return Verdict.TAKEN;
        }
        former.filter(old -> !old.equals(key)).ifPresent(old -> doors.close(Kind.LOGIN, old));
        store(found.insurer(), member, key, hash);
        // Whoever was let in by an identity service before might be the one to be locked out.
        identities.clear(member);
        invitations.use(open.get());
        sessions.endAll(member);
        messages.notice(
                found.insurer(),
                member,
                former.isEmpty() ? "portal.messages.connected" : "portal.messages.reconnected");
        audit.noteAs(
                Actor.ofMember(found.insurer(), member, member),
                Look.own(Look.Kind.CHANGE, member, "portal", "/my/start", "connected"));
        return Verdict.WELCOME;
    }

    private Optional<String> loginOf(long member) {
        return jdbc.sql("select login_key from portal.account where owner_id = :owner for update")
                .param("owner", member)
                .query(String.class)
                .optional();
    }

    private void store(Insurer insurer, long member, String key, String hash) {
        jdbc.sql("insert into portal.account (owner_id, insurer_id, login_key, password, connected_at)"
                        + " values (:owner, :insurer, :key, :password, :now) on conflict (owner_id) do update"
                        + " set login_key = excluded.login_key, password = excluded.password, failures = 0,"
                        + " locked_until = null, connected_at = excluded.connected_at")
                .param("owner", member)
                .param("insurer", insurer.id().value())
                .param("key", key)
                .param("password", hash)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// What came of a log-in.
    ///
    /// @param user present only when welcome
    public record LogIn(Verdict verdict, Optional<MemberUser> user) {

        static LogIn refused(Verdict verdict) {
            return new LogIn(verdict, Optional.empty());
        }
    }

    private record Stored(long owner, String name, String password, boolean isLocked, boolean isEnabled) {}

    /// Tries a log-in and begins a session.
    ///
    /// @param device in a few words
    public LogIn logIn(String login, String password, String device) {
        var key = Digest.of(login);
        var insurer = doors.behind(Kind.LOGIN, key);
        var stored = insurer.flatMap(of -> transactions.in(of.id(), () -> byKey(key)));
        // As slow for a name that does not exist, so that names cannot be told apart by the time.
        var isRight = passwords.matches(password, stored.map(Stored::password).orElse(decoy));
        if (insurer.isEmpty() || stored.isEmpty()) {
            invitations.refused(Optional.empty(), "unknown name");
            return LogIn.refused(Verdict.WRONG);
        }
        return transactions.in(insurer.get().id(), () -> settle(insurer.get(), stored.get(), isRight, device));
    }

    private Optional<Stored> byKey(String key) {
        return jdbc.sql("select a.owner_id, m.name, a.password, coalesce(a.locked_until > :now, false), a.enabled"
                        + " from portal.account a join membership.member m on m.id = a.owner_id"
                        + " where a.login_key = :key")
                .param("now", OffsetDateTime.now(clock))
                .param("key", key)
                .query((row, n) -> new Stored(
                        row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5)))
                .optional();
    }

    private LogIn settle(Insurer insurer, Stored account, boolean isRight, String device) {
        var verdict = account.isLocked() ? Verdict.LOCKED : Verdict.WELCOME;
        if (verdict == Verdict.WELCOME && !(isRight && account.isEnabled())) {
            verdict = failed(account.owner());
        }
        audit.noteAs(
                Actor.ofMember(insurer, account.owner(), account.owner()),
                Look.own(Look.Kind.LOGIN, account.owner(), "portal", "/my/login", verdict.name()));
        if (verdict != Verdict.WELCOME) {
            return LogIn.refused(verdict);
        }
        clear(account.owner());
        var session = sessions.begin(insurer, account.owner(), device);
        return new LogIn(verdict, Optional.of(MemberUser.of(insurer, account.owner(), account.name(), session)));
    }

    /// Counts in one statement, so that none of many at once is lost.
    private Verdict failed(long owner) {
        var today = LocalDate.now(clock);
        var isLocked = jdbc.sql("update portal.account set"
                        + " failures = case when failures + 1 >= :most then 0 else failures + 1 end,"
                        + " locked_until = case when failures + 1 >= :most then :until else locked_until end"
                        + " where owner_id = :owner returning failures = 0")
                .param("most", Limit.LOCK_TRIES.on(today))
                .param("until", OffsetDateTime.now(clock).plusMinutes(Limit.LOCK_MINUTES.on(today)))
                .param("owner", owner)
                .query(Boolean.class)
                .single();
        return isLocked ? Verdict.LOCKED : Verdict.WRONG;
    }

    private void clear(long owner) {
        jdbc.sql("update portal.account set failures = 0, locked_until = null where owner_id = :owner"
                        + " and (failures > 0 or locked_until is not null)")
                .param("owner", owner)
                .update();
    }

    /// Whether this is the password of a member who has logged in; wrong ones count as at the log-in.
    public Verdict check(MemberUser user, String password) {
        var hash = transactions.in(
                user.insurer().id(),
                () -> jdbc.sql("select case when coalesce(locked_until > :now, false) then '' else password end"
                                + " from portal.account where owner_id = :owner")
                        .param("now", OffsetDateTime.now(clock))
                        .param("owner", user.self())
                        .query(String.class)
                        .single());
        if (hash.isEmpty()) {
            return Verdict.LOCKED;
        }
        return passwords.matches(password, hash)
                ? Verdict.WELCOME
                : transactions.in(user.insurer().id(), () -> failed(user.self()));
    }

    /// Changes the password; every other session ends.
    ///
    /// @param isReleased whether the account is not to be known to an identity service any more, either
    public void change(MemberUser user, String password, boolean isReleased) {
        var hash = String.valueOf(passwords.encode(password));
        transactions.run(user.insurer().id(), () -> {
            jdbc.sql("update portal.account set password = :password where owner_id = :owner")
                    .param("password", hash)
                    .param("owner", user.self())
                    .update();
            sessions.endOthers(user);
            if (isReleased) {
                identities.release(user);
            }
            audit.note(Look.own(Look.Kind.CHANGE, user.viewed(), "portal", "/my/devices", "password"));
        });
    }

    /// How an account stands (利用登録の状態).
    public record State(OffsetDateTime connectedAt, boolean isEnabled) {}

    /// The account of a member of the current insurer; empty for none.
    public Optional<State> of(long member) {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select connected_at, enabled from portal.account where owner_id = :owner")
                .param("owner", member)
                .query((row, n) -> new State(row.getObject(1, OffsetDateTime.class), row.getBoolean(2)))
                .optional());
    }

    /// Stops an account, or lets it be used again, in the name of the current actor.
    public void enable(long member, boolean isEnabled) {
        transactions.inCurrent(() -> {
            jdbc.sql("update portal.account set enabled = :enabled where owner_id = :owner")
                    .param("enabled", isEnabled)
                    .param("owner", member)
                    .update();
            audit.note(Look.changed(member, "portal", "/portal/members", isEnabled ? "enabled" : "stopped"));
            return "";
        });
    }
}
