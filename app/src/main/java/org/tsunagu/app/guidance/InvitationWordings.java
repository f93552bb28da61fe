package org.tsunagu.app.guidance;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.tables.LetterWordings;
import org.tsunagu.app.tables.LetterWordings.Wording;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;

/// The wordings of invitations to guidance (利用案内の文面).
@Service
public class InvitationWordings {

    private final LetterWordings wordings;
    private final Audit audit;

    InvitationWordings(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.wordings = new LetterWordings(jdbc, transactions, clock, LetterWordings.Owner.GUIDANCE);
        this.audit = audit;
    }

    /// The text to begin with, its placeholders as they stand in a wording; letters are in Japanese.
    public static String first() {
        var kept = InvitationLetter.PLACEHOLDERS.stream()
                .flatMap(name -> Stream.of(name, "{" + name + "}"))
                .toArray();
        return Texts.in(Language.JAPANESE).text("guidance.wording.first.body", kept);
    }

    /// Whether everything between braces is something that can be filled in.
    public static boolean isFilled(String title, String body) {
        return InvitationLetter.PLACEHOLDERS.containsAll(
                InvitationLetter.template(title, body).placeholders());
    }

    /// All versions, the newest first.
    public List<Wording> all() {
        return wordings.all();
    }

    /// One of them.
    public Optional<Wording> find(String id) {
        return all().stream().filter(one -> Long.toString(one.id()).equals(id)).findFirst();
    }

    /// Adds a version.
    public void add(String title, String body) {
        wordings.add(
                title,
                body,
                () -> audit.note(Look.changed(0, "guidance", "/guidance/invitations/wordings", "wording " + title)));
    }
}
