package org.tsunagu.app.tickets;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// The wordings of reminders (案内の文面); a changed wording is a new version, so that it stays known who was sent
/// what.
@Service
public class Wordings {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    Wordings(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A wording (文面). Every line of the body is a paragraph.
    public record Wording(long id, int version, String title, String body, String staffName) {

        List<String> paragraphs() {
            return body.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /// All versions, the newest first.
    public List<Wording> all() {
        return transactions.inCurrent(
                () -> jdbc.sql("select id, version, title, body, staff_name from tickets.wording order by version desc")
                        .query((row, n) -> new Wording(
                                row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                        .list());
    }

    /// Adds a version.
    public void add(String title, String body) {
        var actor = Actors.current();
        transactions.run(actor.insurer().id(), () -> {
            // One after the other, or two could become the same version.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('tickets.wording'), :insurer)")
                    .param("insurer", actor.insurer().id().value())
                    .query((row, n) -> "")
                    .single();
            jdbc.sql("insert into tickets.wording (insurer_id, version, title, body, staff_name, at)"
                            + " select :insurer, coalesce(max(version), 0) + 1, :title, :body, :by, :at"
                            + " from tickets.wording")
                    .param("insurer", actor.insurer().id().value())
                    .param("title", title)
                    .param("body", body)
                    .param("by", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
            audit.note(Look.changed(0, "ticket", "/tickets/reminders/wordings", "wording " + title));
        });
    }
}
