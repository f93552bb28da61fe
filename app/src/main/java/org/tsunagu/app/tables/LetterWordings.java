package org.tsunagu.app.tables;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;

/// What an insurer writes in letters of one kind (文面の版). A changed wording is a new version, so that it stays known who
/// was sent what.
public final class LetterWordings {

    /// The module that keeps them, each in a table of its own (文面の持ち主).
    public enum Owner {
        TICKETS("tickets.wording"),
        GUIDANCE("guidance.wording");

        private final String table;

        Owner(String table) {
            this.table = table;
        }
    }

    /// A wording (文面).
    public record Wording(long id, int version, String title, String body, String staffName) {}

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final String table;

    /// The wordings of a module.
    public LetterWordings(JdbcClient jdbc, TenantTransactions transactions, Clock clock, Owner owner) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.table = owner.table;
    }

    /// The paragraphs of a text: every line that is not blank.
    public static List<String> paragraphs(String body) {
        return body.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /// All versions, the newest first.
    public List<Wording> all() {
        return transactions.inCurrent(
                () -> jdbc.sql("select id, version, title, body, staff_name from " + table + " order by version desc")
                        .query((row, n) -> new Wording(
                                row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                        .list());
    }

    /// Adds a version.
    ///
    /// @param also what belongs to it, in the same transaction
    public void add(String title, String body, Runnable also) {
        var actor = Actors.current();
        transactions.run(actor.insurer().id(), () -> {
            // One after the other, or two could become the same version.
            jdbc.sql("select pg_advisory_xact_lock(hashtext(:table), :insurer)")
                    .param("table", table)
                    .param("insurer", actor.insurer().id().value())
                    .query((row, n) -> "")
                    .single();
            jdbc.sql("insert into " + table + " (insurer_id, version, title, body, staff_name, at)"
                            + " select :insurer, coalesce(max(version), 0) + 1, :title, :body, :by, :at from " + table)
                    .param("insurer", actor.insurer().id().value())
                    .param("title", title)
                    .param("body", body)
                    .param("by", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
            also.run();
        });
    }
}
