package org.tsunagu.app.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tsunagu.app.access.Accounts.LogIn;
import org.tsunagu.app.access.Accounts.Verdict;

/// Accounts as the organisation's identity service knows them (シングルサインオンとの対応).
@Service
public class Identities {

    private final JdbcClient jdbc;
    private final Accounts accounts;

    Identities(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /// Lets in the person whom the service names: by its number, or the first time by an address it has verified.
    ///
    /// @param subject the service's own number of the person, with the service's name
    /// @param email empty when the service has not verified it
    @Transactional
    LogIn logIn(String subject, Optional<String> email) {
        var known = bySubject(subject).or(() -> email.flatMap(address -> bind(address, subject)));
        if (known.isEmpty()) {
            return new LogIn(Verdict.WRONG, 0, Optional.empty());
        }
        var result = accounts.welcome(known.get());
        // Password and second factor are the service's business.
        return new LogIn(
                result.verdict(),
                result.staffId(),
                result.user()
                        .map(user -> user.with(new Standing(
                                user.standing().version(),
                                false,
                                user.standing().hasFactor(),
                                Set.of()))));
    }

    private Optional<Long> bySubject(String subject) {
        return jdbc.sql("select id from access.staff where oidc_subject = :subject and enabled")
                .param("subject", subject)
                .query(Long.class)
                .optional();
    }

    /// An account that is bound to somebody already is bound to nobody else with the same address.
    private Optional<Long> bind(String email, String subject) {
        return jdbc.sql("update access.staff set oidc_subject = :subject where email = :email and enabled"
                        + " and oidc_subject is null and not exists"
                        + " (select 1 from access.staff where oidc_subject = :subject) returning id")
                .param("subject", subject)
                .param("email", email.toLowerCase(Locale.ROOT))
                .query(Long.class)
                .optional();
    }

    /// The address of an account; empty for none.
    public String email(long staffId) {
        return jdbc.sql("select coalesce(email, '') from access.staff where id = :id")
                .param("id", staffId)
                .query(String.class)
                .single();
    }

    /// Writes down another address, or with an empty one none; the account is bound anew at the next log-in.
    ///
    /// @return false when another account has this address
    @Transactional
    public boolean setEmail(long staffId, String email) {
        try {
            // Asked first: after a refused statement the transaction of the caller could not go on.
            return jdbc.sql(
                                    "update access.staff set email = nullif(:email, ''), oidc_subject = null,"
                                            + " session_version = session_version + 1 where id = :id and not exists"
                                            + " (select 1 from access.staff o where o.id <> :id and o.email = nullif(:email, ''))")
                            .param("email", email.strip().toLowerCase(Locale.ROOT))
                            .param("id", staffId)
                            .update()
                    > 0;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
