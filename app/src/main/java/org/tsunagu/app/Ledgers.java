package org.tsunagu.app;

import java.io.PrintStream;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.ChainCheck;

/// Says whether the ledgers of looks are whole (記録の検証), without starting the application.
final class Ledgers {

    private final ResourceBundle words;
    private final PrintStream out;

    Ledgers(ResourceBundle words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    /// Checks the chain of the installation and that of every insurer.
    boolean areWhole(Database.Access access) {
        var source = new DriverManagerDataSource(access.url(), Database.APPLICATION, access.applicationPassword());
        var jdbc = JdbcClient.create(source);
        var check = new ChainCheck(jdbc, new TenantTransactions(new JdbcTransactionManager(source), jdbc));
        var isWhole = report(InsurerId.INSTALLATION, words.getString("installation"), check);
        for (var insurer : new Insurers(jdbc).all()) {
            isWhole &= report(insurer.id(), insurer.number() + " " + insurer.name(), check);
        }
        return isWhole;
    }

    private boolean report(InsurerId insurer, String name, ChainCheck check) {
        var result = check.of(insurer);
        out.println(
                result.isWhole()
                        ? String.format(Locale.ROOT, words.getString("audit.whole"), name, result.entries())
                        : String.format(
                                Locale.ROOT,
                                words.getString("audit.broken"),
                                name,
                                result.brokenAt().getAsLong()));
        return result.isWhole();
    }
}
