package org.tsunagu.app.portal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.portal.Doors.Kind;

/// Accounts of members as an identity service knows them (外部IDとの連携): bound by the member, who has logged in and shown
/// the
/// password; never by an address.
@Service
public class MemberIdentities {

    private final JdbcClient jdbc;
    private final Doors doors;
    private final MemberSessions sessions;
    private final TenantTransactions transactions;
    private final Audit audit;

    MemberIdentities(
            JdbcClient jdbc, Doors doors, MemberSessions sessions, TenantTransactions transactions, Audit audit) {
        this.jdbc = jdbc;
        this.doors = doors;
        this.sessions = sessions;
        this.transactions = transactions;
        this.audit = audit;
    }

    /// Binds the account of a member to somebody the service knows.
    ///
    /// @param key digest of the person at the service
    /// @return false when another account is bound to it
    boolean bind(MemberUser user, String key) {
        return transactions.in(user.insurer().id(), () -> {
            var former = bound(user.self());
            if (former.filter(key::equals).isPresent()) {
                return true;
            }
            if (!doors.open(Kind.SUBJECT, key, user.insurer().id())) {
                return false;
            }
            former.ifPresent(old -> doors.close(Kind.SUBJECT, old));
            store(user.self(), key);
            note(user.insurer(), user.self(), Look.Kind.CHANGE, "bound to an identity service");
            return true;
        });
    }

    private Optional<String> bound(long owner) {
        return jdbc.sql("select subject_key from portal.account where owner_id = :owner and subject_key <> ''")
                .param("owner", owner)
                .query(String.class)
                .optional();
    }

    private void store(long owner, String key) {
        jdbc.sql("update portal.account set subject_key = :key where owner_id = :owner")
                .param("key", key)
                .param("owner", owner)
                .update();
    }

    private void note(Insurer insurer, long owner, Look.Kind kind, String detail) {
        audit.noteAs(Actor.ofMember(insurer, owner, owner), Look.own(kind, owner, "portal", "/my/login", detail));
    }

    /// Takes a binding away, if there is one; within the transaction of the caller.
    void clear(long owner) {
        bound(owner).ifPresent(key -> {
            doors.close(Kind.SUBJECT, key);
            store(owner, "");
        });
    }

    /// Takes the binding away.
    public void release(MemberUser user) {
        transactions.run(user.insurer().id(), () -> {
            clear(user.self());
            note(user.insurer(), user.self(), Look.Kind.CHANGE, "released from an identity service");
        });
    }

    /// Whether the account of a member is bound.
    public boolean isBound(MemberUser user) {
        return transactions.in(user.insurer().id(), () -> bound(user.self()).isPresent());
    }

    private record Owner(long id, String name) {}

    /// Lets in the member whom the service names; empty for somebody to whom no account is bound.
    ///
    /// @param key digest of the person at the service
    Optional<MemberUser> logIn(String key, String device) {
        return doors.behind(Kind.SUBJECT, key)
                .flatMap(insurer -> transactions.in(
                        insurer.id(),
                        () -> owner(key).map(owner -> {
                            note(insurer, owner.id(), Look.Kind.LOGIN, "WELCOME by an identity service");
                            var session = sessions.begin(insurer, owner.id(), device);
                            return MemberUser.of(insurer, owner.id(), owner.name(), session);
                        })));
    }

    private Optional<Owner> owner(String key) {
        return jdbc.sql("select a.owner_id, m.name from portal.account a join membership.member m on m.id = a.owner_id"
                        + " where a.subject_key = :key and a.enabled")
                .param("key", key)
                .query((row, n) -> new Owner(row.getLong(1), row.getString(2)))
                .optional();
    }
}
