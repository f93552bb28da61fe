package org.tsunagu.app.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.RandomText;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Statement;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.Purposes;
import org.tsunagu.rules.legal.Recipient;

/// Pages that members show to a doctor (主治医に見せるページ): for one visit, for as long as a consent at a visit lasts. The link is
/// known to nobody who was not shown it: only its digest is kept.
@Service
public class ShownPages {

    /// What a visit is for, of `legal/purposes`.
    static final String PURPOSE = "CARE_VIEW";

    /// To whom it is shown, of `legal/parties`.
    static final String PARTY = "MEDICAL";

    private static final String WORDING = "doctor-page-1";
    private static final int LETTERS = 32;
    private static final RowMapper<Shown> SHOWN = (row, n) -> new Shown(
            row.getLong(1),
            row.getLong(2),
            Part.read(row.getString(3)),
            row.getString(4),
            row.getObject(5, OffsetDateTime.class),
            row.getObject(6, OffsetDateTime.class),
            Optional.ofNullable(row.getObject(7, OffsetDateTime.class)));

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Consents consents;
    private final Audit audit;
    private final Clock clock;

    ShownPages(JdbcClient jdbc, TenantTransactions transactions, Consents consents, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /// What can be shown (見せる内容). The names are kinds of data of `legal/data-classes`.
    public enum Part {
        CHECKUP(Scope.CHECKUP),
        DRUGS(Scope.CARE),
        GUIDANCE(Scope.GUIDANCE);

        private final Scope scope;

        Part(Scope scope) {
            this.scope = scope;
        }

        /// What a proxy needs to show it.
        public Scope scope() {
            return scope;
        }

        static List<Part> read(String stored) {
            var names = List.of(stored.split(" "));
            return Arrays.stream(values())
                    .filter(part -> names.contains(part.name()))
                    .toList();
        }
    }

    /// A page that is or was shown.
    ///
    /// @param clinic to whom
    /// @param endedAt empty unless the member has ended it
    public record Shown(
            long id,
            long member,
            List<Part> parts,
            String clinic,
            OffsetDateTime madeAt,
            OffsetDateTime until,
            Optional<OffsetDateTime> endedAt) {

        /// Whether it can be opened.
        public boolean isOpen(OffsetDateTime now) {
            return endedAt.isEmpty() && until.isAfter(now);
        }

        Recipient recipient() {
            return new Recipient(PARTY, clinic);
        }
    }

    /// A page just made.
    ///
    /// @param token what the link ends with; it is known to nobody else
    public record Made(Shown shown, String token) {}

    /// Makes a page in the name of the member, who so consents to this visit; the one before ends.
    public Made make(long member, List<Part> parts, String clinic) {
        var token = "%d-%s".formatted(Actors.current().insurer().id().value(), RandomText.of(LETTERS));
        var now = OffsetDateTime.now(clock);
        var until = Purposes.find(PURPOSE)
                .flatMap(purpose -> Purposes.end(purpose, now))
                .orElseThrow(() -> new IllegalStateException("legal/purposes: no end of " + PURPOSE));
        return transactions.inCurrent(() -> {
            of(member).stream().filter(one -> one.isOpen(now)).forEach(this::finish);
            var shown = jdbc.sql("insert into portal.shown_page (insurer_id, member_id, key, parts, clinic, made_at,"
                            + " until, proxy) values (:insurer, :member, :key, :parts, :clinic, :now, :until, :proxy)"
                            + " returning id, member_id, parts, clinic, made_at, until, ended_at")
                    .param("insurer", Actors.current().insurer().id().value())
                    .param("member", member)
                    .param("key", Digest.of(token))
                    .param("parts", parts.stream().map(Part::name).collect(Collectors.joining(" ")))
                    .param("clinic", clinic)
                    .param("now", now)
                    .param("until", until)
                    .param("proxy", VisitReplies.proxy())
                    .query(SHOWN)
                    .single();
            say(shown, Act.GIVE, Optional.of(until));
            audit.note(Look.own(Look.Kind.CHANGE, member, "consent", "/my/doctor-page", "made " + shown.id()));
            return new Made(shown, token);
        });
    }

    private void say(Shown shown, Act act, Optional<OffsetDateTime> until) {
        consents.say(new Statement(
                new MemberId(shown.member()),
                act,
                PURPOSE,
                shown.recipient(),
                classes(shown.parts()),
                LocalDate.now(clock),
                until,
                new Statement.How(
                        Asked.ONLINE,
                        new Statement.Proxy(VisitReplies.proxy(), ""),
                        "portal/doctor-page/" + shown.id(),
                        WORDING,
                        "ja",
                        ""),
                0,
                UUID.randomUUID()));
    }

    private static Set<String> classes(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.toSet());
    }

    /// Ends one of a member's pages at once.
    public void end(long member, long id) {
        transactions.inCurrent(() -> {
            of(member).stream()
                    .filter(one -> one.id() == id && one.isOpen(OffsetDateTime.now(clock)))
                    .forEach(one -> {
                        finish(one);
                        audit.note(Look.own(Look.Kind.CHANGE, member, "consent", "/my/doctor-page", "ended " + id));
                    });
            return "";
        });
    }

    private void finish(Shown shown) {
        jdbc.sql("update portal.shown_page set ended_at = :now where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", shown.id())
                .update();
        say(shown, Act.WITHDRAW, Optional.empty());
    }

    /// The pages of a member, the latest first.
    public List<Shown> of(long member) {
        return transactions.inCurrent(() -> jdbc.sql("select id, member_id, parts, clinic, made_at, until, ended_at"
                        + " from portal.shown_page where member_id = :member order by id desc limit 20")
                .param("member", member)
                .query(SHOWN)
                .list());
    }

    /// The page behind a link; empty for one that is over, was ended or never was. Within the transaction of the caller.
    Optional<Shown> behind(String token) {
        return jdbc.sql("select id, member_id, parts, clinic, made_at, until, ended_at from portal.shown_page"
                        + " where key = :key and ended_at is null and until > :now")
                .param("key", Digest.of(token))
                .param("now", OffsetDateTime.now(clock))
                .query(SHOWN)
                .optional();
    }
}
