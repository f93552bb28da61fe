package org.tsunagu.app.exchange;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.tables.LetterWordings;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.letters.PlainBody;

/// What requests say (依頼文): a text to begin with, and what the insurer has made of it. A change is a
/// new version.
@Service
public class RequestWordings {

    /// What may stand between braces.
    static final Set<String> PLACEHOLDERS =
            Set.of("party", "insurer", "date", "phone", "year", "deadline", "count", "law", "provision");

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Audit audit;
    private final Clock clock;

    RequestWordings(JdbcClient jdbc, TenantTransactions transactions, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whom a wording is for (依頼文の種類).
    public enum Kind {
        EMPLOYER,
        INSURER
    }

    /// A wording (依頼文).
    ///
    /// @param version 0 for the text to begin with
    public record Wording(Kind kind, int version, String title, String body) {

        /// As letters take it.
        PlainBody.Template template() {
            return new PlainBody.Template(title, LetterWordings.paragraphs(body));
        }

        /// Whether everything between braces is something that can be filled in.
        public boolean isFilled() {
            return PLACEHOLDERS.containsAll(template().placeholders());
        }
    }

    /// The wording in use.
    public Wording of(Kind kind) {
        return transactions.inCurrent(() -> latest(kind)).orElseGet(() -> first(kind));
    }

    private Optional<Wording> latest(Kind kind) {
        return jdbc.sql("select version, title, body from exchange.wording where kind = :kind"
                        + " order by version desc limit 1")
                .param("kind", kind.name())
                .query((row, n) -> new Wording(kind, row.getInt(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /// Letters are in Japanese; placeholders stay as they stand in a wording.
    private static Wording first(Kind kind) {
        var kept = PLACEHOLDERS.stream()
                .flatMap(name -> Stream.of(name, "{" + name + "}"))
                .toArray();
        var texts = Texts.in(Language.JAPANESE);
        var key = "exchange.letter." + kind;
        return new Wording(kind, 0, texts.text(key + ".title", kept), texts.text(key + ".body", kept));
    }

    /// Adds a version.
    public void add(Wording wording) {
        var actor = Actors.current();
        transactions.inCurrent(() -> {
            // One after the other, or two could become the same version.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('exchange.wording'), :insurer)")
                    .param("insurer", actor.insurer().id().value())
                    .query((row, n) -> "")
                    .single();
            return jdbc.sql("insert into exchange.wording (insurer_id, kind, version, title, body, staff_name, at)"
                            + " select :insurer, :kind, coalesce(max(version), 0) + 1, :title, :body, :by, :at"
                            + " from exchange.wording where kind = :kind")
                    .param("insurer", actor.insurer().id().value())
                    .param("kind", wording.kind().name())
                    .param("title", wording.title())
                    .param("body", wording.body())
                    .param("by", actor.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
        });
        audit.note(Look.changed(0, "request", "/requests/wordings", "wording " + wording.kind()));
    }
}
