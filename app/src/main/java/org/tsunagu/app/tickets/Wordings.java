package org.tsunagu.app.tickets;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.tables.LetterWordings;
import org.tsunagu.app.tables.LetterWordings.Wording;

/// The wordings of reminders (案内の文面).
@Service
public class Wordings {

    private final LetterWordings wordings;
    private final Audit audit;

    Wordings(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.wordings = new LetterWordings(jdbc, transactions, clock, LetterWordings.Owner.TICKETS);
        this.audit = audit;
    }

    /// All versions, the newest first.
    public List<Wording> all() {
        return wordings.all();
    }

    /// Adds a version.
    public void add(String title, String body) {
        wordings.add(
                title,
                body,
                () -> audit.note(Look.changed(0, "ticket", "/tickets/reminders/wordings", "wording " + title)));
    }
}
