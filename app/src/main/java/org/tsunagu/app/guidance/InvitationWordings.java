package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;

/// The wordings of invitations to guidance (利用案内の文面); a changed wording is a new version, so that it
/// stays known who was
/// sent what.
@Service
public class InvitationWordings {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    InvitationWordings(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A wording (文面). Every line of the body is a paragraph.
    public record Wording(long id, int version, String title, String body, String staffName) {}

    /// Whether everything between braces is something that can be filled in.
    public static boolean isFilled(String title, String body) {
        return InvitationLetter.PLACEHOLDERS.containsAll(
                InvitationLetter.template(title, body).placeholders());
    }

    /// All versions, the newest first.
    public List<Wording> all() {
        return transactions.inCurrent(() -> jdbc.sql(
                        "select id, version, title, body, staff_name from guidance.wording order by version desc")
                .query((row, n) -> new Wording(
                        row.getLong(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                .list());
    }

    /// One of them.
    public Optional<Wording> find(String id) {
        return all().stream().filter(one -> Long.toString(one.id()).equals(id)).findFirst();
    }

    /// Adds a version.
    public void add(String title, String body) {
        var actor = Actors.current();
        transactions.run(actor.insurer().id(), () -> {
            // One after the other, or two could become the same version.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('guidance.wording'), :insurer)")
                    .param("insurer", actor.insurer().id().value())
                    .query((row, n) -> "")
                    .single();
            jdbc.sql("insert into guidance.wording (insurer_id, version, title, body, staff_name, at)"
                            + " select :insurer, coalesce(max(version), 0) + 1, :title, :body, :by, :at"
                            + " from guidance.wording")
                    .param("insurer", actor.insurer().id().value())
                    .param("title", title)
                    .param("body", body)
                    .param("by", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
            audit.note(Look.changed(0, "guidance", "/guidance/invitations/wordings", "wording " + title));
        });
    }
}
