package org.tsunagu.app.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Statement.How;
import org.tsunagu.app.consent.Statement.Proxy;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.ConsentEvent;
import org.tsunagu.rules.legal.ConsentFold;
import org.tsunagu.rules.legal.ConsentFold.Stand;
import org.tsunagu.rules.legal.Purposes;
import org.tsunagu.rules.legal.Recipient;
import org.tsunagu.rules.legal.Standing;

/// The ledger of consents of the current insurer (同意の台帳): it only grows.
@Service
public class Consents {

    private static final RowMapper<Consent> CONSENT = (row, n) -> new Consent(
            row.getLong(1),
            About.valueOf(row.getString(2)),
            Decision.valueOf(row.getString(3)),
            row.getObject(4, LocalDate.class),
            Asked.valueOf(row.getString(5)),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getObject(10, OffsetDateTime.class));

    /// What counts first when a member stands differently to several.
    private static final List<Standing> WEIGHT = List.of(Standing.DENIED, Standing.GIVEN, Standing.EXPIRED);

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final ConsentStore store;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Consents(
            JdbcClient jdbc,
            TenantTransactions transactions,
            ConsentStore store,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// What is to be written down of the short form, as in [Consent].
    ///
    /// @param formKey of the form, so that the same form is one event
    public record NewConsent(
            MemberId member,
            About about,
            Decision decision,
            LocalDate day,
            Asked asked,
            String proxy,
            String wording,
            String note,
            UUID formKey) {}

    /// Writes down what a member said in the short form, in the name of the current actor. Whatever
    /// depends on it changes in the same transaction.
    ///
    /// @return false when this form had been written down before
    public boolean record(NewConsent asked) {
        var statement = new Statement(
                asked.member(),
                asked.decision() == Decision.GIVEN ? Act.GIVE : Act.WITHDRAW,
                asked.about().purpose(),
                Recipient.ANYBODY,
                asked.about().classes(),
                asked.day(),
                Optional.empty(),
                new How(asked.asked(), new Proxy(asked.proxy(), ""), "", asked.wording(), "ja", asked.note()),
                0,
                asked.formKey());
        var detail = "%s, %s of %s".formatted(asked.about(), asked.decision(), asked.day());
        return write(
                Actors.current(),
                new ConsentStore.Named(statement, Optional.of(asked.about()), Optional.of(asked.decision())),
                detail);
    }

    /// Writes down what a member said, in the name of the current actor; as [#record].
    public boolean say(Statement said) {
        return say(Actors.current(), said);
    }

    boolean say(Actor actor, Statement said) {
        var about = About.of(said.purpose());
        var decision = about.filter(any -> said.act() == Act.GIVE || said.act() == Act.WITHDRAW)
                .map(any -> said.act() == Act.GIVE ? Decision.GIVEN : Decision.WITHDRAWN);
        var detail = "%s %s of %s".formatted(said.act(), said.purpose(), said.day());
        return write(actor, new ConsentStore.Named(said, about, decision), detail);
    }

    /// Writes down that a member has agreed at a visit, with the card (受診時の同意): it ends by
    /// itself.
    ///
    /// @param facility the institution or pharmacy
    /// @param card what the reader says of the card; never its number
    public boolean visit(MemberId member, Recipient facility, Set<String> classes, String card, UUID key) {
        var purpose = Purposes.all().stream()
                .filter(Purposes::isEachVisit)
                .findFirst()
                .orElseThrow();
        return say(new Statement(
                member,
                Act.GIVE,
                purpose.key(),
                facility,
                classes,
                LocalDate.now(clock),
                Purposes.end(purpose, OffsetDateTime.now(clock)),
                new How(Asked.CARD, Proxy.NOBODY, card, "", "ja", ""),
                0,
                key));
    }

    private boolean write(Actor actor, ConsentStore.Named named, String detail) {
        var member = named.statement().member().value();
        return transactions.in(actor.insurer().id(), () -> {
            var isNew = store.put(actor, named);
            if (isNew) {
                var look = Look.changed(member, "consent", "/consents", detail);
                if (actor.id() == 0) {
                    audit.noteAsSystem(actor.insurer().id(), look);
                } else {
                    audit.note(look);
                }
                named.about()
                        .ifPresent(about -> events.publishEvent(
                                new ConsentChanged(actor.insurer().id(), member, about)));
            }
            return isNew;
        });
    }

    /// The answers to the questions of the short form, the latest first.
    public List<Consent> of(MemberId member) {
        return transactions.inCurrent(() -> jdbc.sql("select id, about, decision, day, asked, proxy, wording, note,"
                        + " staff_name, at from consent.event where member_id = :member and about is not null"
                        + " and decision is not null order by day desc, id desc")
                .param("member", member.value())
                .query(CONSENT)
                .list());
    }

    /// What is in force of a question of the short form; empty when the member has never been asked.
    public Optional<Decision> inForce(MemberId member, About about) {
        return transactions.inCurrent(() ->
                Optional.ofNullable(inForce(List.of(member.value()), about).get(member.value())));
    }

    /// The same for many members, within the transaction of the caller; those who have said nothing are
    /// left out. It is the ledger that answers, so that what was narrowed or is over does not count. The
    /// question does not name the other side: a no to any of them is a no.
    public Map<Long, Decision> inForce(Collection<Long> members, About about) {
        var now = OffsetDateTime.now(clock);
        var decisions = new HashMap<Long, Decision>();
        store.of(members, about.purpose())
                .forEach((member, said) ->
                        decisive(said, about, now).ifPresent(stand -> decisions.put(member, decision(stand))));
        return decisions;
    }

    private static Optional<Stand> decisive(List<ConsentEvent> said, About about, OffsetDateTime now) {
        return said.stream()
                .map(ConsentEvent::recipient)
                .distinct()
                .map(to -> ConsentFold.at(said, new ConsentFold.Asked(about.purpose(), to, about.taken()), now))
                .filter(stand -> stand.standing() != Standing.UNSAID)
                .min(Comparator.comparingInt(stand -> WEIGHT.indexOf(stand.standing())));
    }

    private Decision decision(Stand stand) {
        return stand.standing() == Standing.GIVEN
                ? Decision.GIVEN
                : stand.event()
                        .filter(event -> event.act() == Act.WITHDRAW)
                        .flatMap(event -> store.decision(event.id()))
                        .orElse(Decision.WITHDRAWN);
    }

    /// Everything a member has said, the latest first; also for the member to read (本人の同意の履歴).
    public List<LedgerEntry> history(MemberId member) {
        return transactions.inCurrent(() -> store.of(member.value()));
    }

    /// How a member stands to a use of data at a moment (その時点の可否). The answer to a moment that
    /// is over is the same for ever.
    public Stand allowedAt(MemberId member, ConsentFold.Asked asked, OffsetDateTime moment) {
        return ConsentFold.at(events(member), asked, moment);
    }

    private List<ConsentEvent> events(MemberId member) {
        return history(member).stream().map(LedgerEntry::event).toList();
    }

    /// A use of data that a member has spoken about, and how the member stands now (現在の同意).
    public record Right(ConsentFold.Asked asked, Stand stand) {}

    /// Every use of data that the member has ever spoken about, as it stands now. A no to everything that
    /// nothing else was said about stands without a kind of data.
    public List<Right> rights(List<LedgerEntry> history) {
        var now = OffsetDateTime.now(clock);
        var said = history.stream()
                .map(LedgerEntry::event)
                .filter(event -> event.act() != Act.PROXY)
                .toList();
        return said.stream()
                .flatMap(event -> classes(event, said)
                        .map(dataClass -> new ConsentFold.Asked(event.purpose(), event.recipient(), dataClass)))
                .distinct()
                .map(asked -> new Right(asked, ConsentFold.at(said, asked, now)))
                .toList();
    }

    private static Stream<String> classes(ConsentEvent event, List<ConsentEvent> said) {
        var isAlone = said.stream()
                .filter(other -> other.purpose().equals(event.purpose())
                        && other.recipient().equals(event.recipient()))
                .allMatch(other -> other.classes().isEmpty());
        return isAlone ? Stream.of("") : event.classes().stream().sorted();
    }
}
