package org.tsunagu.app.access;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tsunagu.app.access.Accounts.Verdict;

/// Passwords and their change (パスワード). Whoever gets another password is logged out wherever the account is in use.
@Service
public class Passwords {

    private static final int ONE_TIME_LETTERS = 16;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Failures failures;
    private final TransactionTemplate transactions;

    Passwords(JdbcClient jdbc, PasswordEncoder encoder, Failures failures, PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.failures = failures;
    }

    /// Whether this is the password of somebody who has logged in; wrong ones count as at the log-in. Not to be
    /// called in a transaction, whose connection would wait for the slow hash.
    ///
    /// @return `WELCOME`, `WRONG` or `LOCKED`
    public Verdict check(long staffId, String password) {
        var isRight = encoder.matches(
                password,
                jdbc.sql("select password from access.staff where id = :id")
                        .param("id", staffId)
                        .query(String.class)
                        .single());
        return Objects.requireNonNull(transactions.execute(ignored -> {
            if (failures.isLocked(staffId)) {
                return Verdict.LOCKED;
            }
            return isRight ? Verdict.WELCOME : failures.count(staffId);
        }));
    }

    /// Changes a password by its owner.
    ///
    /// @throws IllegalArgumentException if the new one is too short
    public Verdict change(long staffId, String old, String fresh) {
        var verdict = check(staffId, old);
        if (verdict == Verdict.WELCOME) {
            set(staffId, fresh, false);
        }
        return verdict;
    }

    /// Gives somebody a password that must be changed at the next log-in.
    ///
    /// @return the password; it is nowhere else
    public String reset(long staffId) {
        var fresh = oneTime();
        set(staffId, fresh, true);
        return fresh;
    }

    static String oneTime() {
        return RandomText.of(ONE_TIME_LETTERS);
    }

    private void set(long staffId, String fresh, boolean mustChange) {
        if (fresh.length() < Accounts.SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("a password of at least " + Accounts.SHORTEST_PASSWORD);
        }
        var hash = encoder.encode(fresh);
        transactions.executeWithoutResult(ignored -> {
            jdbc.sql("update access.staff set password = :password, must_change_password = :must,"
                            + " session_version = session_version + 1 where id = :id")
                    .param("password", hash)
                    .param("must", mustChange)
                    .param("id", staffId)
                    .update();
            failures.clear(staffId);
        });
    }
}
