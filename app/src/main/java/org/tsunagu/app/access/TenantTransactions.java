package org.tsunagu.app.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one place that tells the database for whom a transaction works (保険者ごとのトランザクション). Without it
/// row-level security shows nothing and takes nothing.
@Component
public class TenantTransactions {

    private final TransactionTemplate transactions;
    private final TransactionTemplate snapshots;
    private final JdbcClient jdbc;

    /// Transactions on a database.
    public TenantTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.transactions = new TransactionTemplate(manager);
        this.snapshots = new TransactionTemplate(manager);
        this.snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.jdbc = jdbc;
    }

    /// Does something in one transaction of an insurer.
    ///
    /// @throws IllegalStateException within a transaction of another insurer
    public <T extends @Nullable Object> T in(InsurerId insurer, Supplier<T> work) {
        return transactions.execute(status -> {
            if (!status.isNewTransaction()) {
                requireSame(insurer);
                return work.get();
            }
            return begun(insurer, work);
        });
    }

    /// Lets a decision look at what an outside provider may not see, within the transaction of the
    /// caller: whether another provider is at work with the same person, what is due in all courses.
    /// What is read must not be shown, unless it belongs to what the provider sees.
    public <T> T beyondProvider(Supplier<T> work) {
        var outsider = named();
        if (outsider.isEmpty()) {
            return work.get();
        }
        name("");
        try {
            var result = work.get();
            name(outsider);
            return result;
        } catch (RuntimeException e) {
            restore(outsider, e);
            throw e;
        }
    }

    /// The provider whom the transaction names to the database: none within work that looks beyond one
    /// already.
    private String named() {
        return outsider().isEmpty()
                ? ""
                : jdbc.sql("select coalesce(current_setting('tsunagu.provider', true), '')")
                        .query(String.class)
                        .single();
    }

    /// Also whoever catches what went wrong is an outsider again; a broken transaction shows nothing at
    /// all.
    private void restore(String outsider, RuntimeException wrong) {
        try {
            name(outsider);
        } catch (DataAccessException broken) {
            wrong.addSuppressed(broken);
        }
    }

    private void name(String provider) {
        jdbc.sql("select set_config('tsunagu.provider', :provider, true)")
                .param("provider", provider)
                .query(String.class)
                .single();
    }

    /// Does something in one transaction that sees the data of one moment, however many statements read
    /// it (一時点の読み取り). It fails when it changes what others have changed since: it is for reading much
    /// and
    /// writing what is its own.
    ///
    /// @throws IllegalStateException within a transaction, whose statements would each see another
    /// moment
    public void snapshot(InsurerId insurer, Runnable work) {
        snapshots.executeWithoutResult(status -> {
            if (!status.isNewTransaction()) {
                throw new IllegalStateException("a snapshot begins with its transaction");
            }
            begun(insurer, () -> {
                work.run();
                return "";
            });
        });
    }

    private <T extends @Nullable Object> T begun(InsurerId insurer, Supplier<T> work) {
        jdbc.sql("select set_config('tsunagu.insurer', :insurer, true)"
                        + " || set_config('tsunagu.provider', :provider, true)"
                        + " || set_config('tsunagu.member', :member, true)")
                .param("insurer", Integer.toString(insurer.value()))
                .param("provider", outsider())
                .param("member", viewed())
                .query(String.class)
                .single();
        return named(insurer, work);
    }

    /// Remembers for whom the transaction of this thread works.
    private <T extends @Nullable Object> T named(InsurerId insurer, Supplier<T> work) {
        var outer = TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, insurer);
        try {
            return work.get();
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
            if (outer != null) {
                TransactionSynchronizationManager.bindResource(this, outer);
            }
        }
    }

    /// An outside provider is named to the database, which then shows assigned members only.
    private static String outsider() {
        var outsider = Actors.outsider();
        return outsider.isPresent() ? Long.toString(outsider.getAsLong()) : "";
    }

    /// A member, or a proxy, is named to the database as well, which then shows the rows of the one
    /// member whose
    /// data are seen.
    private static String viewed() {
        var viewed = Actors.viewed();
        return viewed.isPresent() ? Long.toString(viewed.getAsLong()) : "";
    }

    /// Does something in one transaction of the insurer that the current actor works for.
    public <T extends @Nullable Object> T inCurrent(Supplier<T> work) {
        return in(Actors.current().insurer().id(), work);
    }

    /// The same, without a result.
    public void run(InsurerId insurer, Runnable work) {
        this.<@Nullable Void>in(insurer, () -> {
            work.run();
            return null;
        });
    }

    private void requireSame(InsurerId insurer) {
        if (!insurer.equals(TransactionSynchronizationManager.getResource(this))) {
            throw new IllegalStateException("a transaction works for one insurer only");
        }
    }
}
