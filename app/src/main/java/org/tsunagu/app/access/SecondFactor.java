package org.tsunagu.app.access;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tsunagu.app.access.Accounts.Verdict;
import org.tsunagu.app.access.factor.Seal;
import org.tsunagu.app.access.factor.Totp;

/// The second factor (二要素認証): a code that changes every half minute, and ten codes for the day the telephone is lost.
@Service
public class SecondFactor {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_LETTERS = 12;

    private final JdbcClient jdbc;
    private final Failures failures;
    private final Passwords passwords;
    private final Accounts accounts;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Seal seal;

    SecondFactor(
            JdbcClient jdbc,
            Failures failures,
            Passwords passwords,
            Accounts accounts,
            PlatformTransactionManager manager,
            Clock clock,
            @Value("${tsunagu.seal}") String secret) {
        this.jdbc = jdbc;
        this.failures = failures;
        this.passwords = passwords;
        this.accounts = accounts;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
        this.seal = new Seal(secret);
    }

    /// Switches the second factor on when the code is that of the app.
    ///
    /// @return the recovery codes, which are nowhere else; empty for a wrong code
    @Transactional
    public Optional<List<String>> confirm(long staffId, Enrolment enrolment, String code) {
        var step = enrolment.totp().match(code, clock.instant(), 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        var codes = Stream.generate(() -> RandomText.of(RECOVERY_LETTERS))
                .limit(RECOVERY_CODES)
                .toList();
        jdbc.sql("update access.staff set factor_secret = :secret, factor_step = :step, recovery_codes = :codes,"
                        + " session_version = session_version + 1 where id = :id")
                .param("secret", seal.close(enrolment.totp().secret(), owner(staffId)))
                .param("step", step.getAsLong())
                .param("codes", codes.stream().map(one -> hash(staffId, one)).toArray(String[]::new))
                .param("id", staffId)
                .update();
        return Optional.of(codes);
    }

    private static String owner(long staffId) {
        return "staff " + staffId;
    }

    /// Case, blanks and hyphens of a code typed from paper do not matter.
    private String hash(long staffId, String recoveryCode) {
        return seal.hash(owner(staffId) + recoveryCode.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }

    /// The second step of a log-in; wrong codes count like wrong passwords.
    @Transactional
    Accounts.LogIn logIn(long staffId, String code) {
        var verdict = check(staffId, code);
        return verdict == Verdict.WELCOME
                ? accounts.welcome(staffId)
                : new Accounts.LogIn(verdict, staffId, Optional.empty());
    }

    private record Stored(Optional<byte[]> secret, long step) {}

    private Verdict check(long staffId, String code) {
        var stored = jdbc.sql(
                        "select factor_secret, factor_step from access.staff where id = :id and enabled for update")
                .param("id", staffId)
                .query((row, n) -> new Stored(Optional.ofNullable(row.getBytes(1)), row.getLong(2)))
                .optional();
        if (failures.isLocked(staffId)) {
            return Verdict.LOCKED;
        }
        var secret = stored.flatMap(Stored::secret);
        var step = secret.isEmpty()
                ? OptionalLong.empty()
                : new Totp(seal.open(secret.get(), owner(staffId)))
                        .match(code, clock.instant(), stored.get().step());
        if (step.isPresent()) {
            jdbc.sql("update access.staff set factor_step = :step where id = :id")
                    .param("step", step.getAsLong())
                    .param("id", staffId)
                    .update();
            return Verdict.WELCOME;
        }
        return useRecoveryCode(staffId, code) ? Verdict.WELCOME : failures.count(staffId);
    }

    private boolean useRecoveryCode(long staffId, String code) {
        return jdbc.sql("update access.staff set recovery_codes = array_remove(recovery_codes, :hash)"
                                + " where id = :id and :hash = any(recovery_codes)")
                        .param("hash", hash(staffId, code))
                        .param("id", staffId)
                        .update()
                > 0;
    }

    /// How many recovery codes are left.
    public int recoveryCodesLeft(long staffId) {
        return jdbc.sql("select cardinality(recovery_codes) from access.staff where id = :id")
                .param("id", staffId)
                .query(Integer.class)
                .single();
    }

    /// Switches it off for its owner, who shows password and code once more.
    public Verdict switchOff(long staffId, String password, String code) {
        var verdict = passwords.check(staffId, password);
        return verdict == Verdict.WELCOME
                ? Objects.requireNonNull(transactions.execute(ignored -> switchOff(staffId, code)))
                : verdict;
    }

    private Verdict switchOff(long staffId, String code) {
        var verdict = check(staffId, code);
        if (verdict == Verdict.WELCOME) {
            failures.clear(staffId);
            reset(staffId);
        }
        return verdict;
    }

    /// Takes it away: by an administrator, for somebody whose telephone is gone.
    @Transactional
    public void reset(long staffId) {
        jdbc.sql("update access.staff set factor_secret = null, factor_step = 0, recovery_codes = '{}',"
                        + " session_version = session_version + 1 where id = :id")
                .param("id", staffId)
                .update();
    }

    /// Whether an insurer wants it of everybody.
    public boolean isRequired(InsurerId insurer) {
        return jdbc.sql("select requires_factor from access.insurer where id = :id")
                .param("id", insurer.value())
                .query(Boolean.class)
                .single();
    }

    /// Says whether an insurer wants it of everybody; it is asked for from the next log-in on.
    @Transactional
    public void require(InsurerId insurer, boolean isRequired) {
        jdbc.sql("update access.insurer set requires_factor = :required where id = :id")
                .param("required", isRequired)
                .param("id", insurer.value())
                .update();
    }
}
