package org.tsunagu.app.consent;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Statement.How;
import org.tsunagu.app.consent.Statement.Proxy;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.ConsentEvent;
import org.tsunagu.rules.legal.Recipient;

/// The rows of the ledger of consents (同意台帳), within the transaction of the caller; it only grows.
@Component
class ConsentStore {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String COLUMNS = "id, member_id, act, purpose, recipient, recipient_name, recipient_number,"
            + " data_classes, day,"
            + " valid_from, valid_to, at, asked, proxy, proxy_relation, evidence, wording, language, note,"
            + " coalesce(supersedes, 0) as supersedes, staff_name";

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// An entry, with what the short form calls it; both empty for other entries.
    record Named(Statement statement, Optional<Consent.About> about, Optional<Consent.Decision> decision) {}

    /// Writes an entry down.
    ///
    /// @return false when the form had been written down before
    boolean put(Actor actor, Named named) {
        var said = named.statement();
        var how = said.how();
        return jdbc.sql("insert into consent.event (insurer_id, member_id, about, decision, act, purpose, recipient,"
                                + " recipient_name, recipient_number, data_classes, day, valid_from, valid_to, asked, proxy,"
                                + " proxy_relation, evidence, wording, language, note, supersedes, staff_id,"
                                + " staff_name, form_key, at) values (:insurer, :member, :about, :decision, :act,"
                                + " :purpose, :recipient, :recipientName, :recipientNumber, :classes, :day, :from, :until, :asked,"
                                + " :proxy, :relation, :evidence, :wording, :language, :note,"
                                + " nullif(:supersedes, 0), :staff, :name, :form, :at)"
                                + " on conflict (form_key) do nothing")
                        .param("insurer", actor.insurer().id().value())
                        .param("member", said.member().value())
                        .param("about", named.about().map(Enum::name).orElse(null))
                        .param("decision", named.decision().map(Enum::name).orElse(null))
                        .param("act", said.act().name())
                        .param("purpose", said.purpose())
                        .param("recipient", said.recipient().party())
                        .param("recipientName", said.recipient().name())
                        .param("recipientNumber", said.recipient().number())
                        .param("classes", said.classes().stream().sorted().toArray(String[]::new))
                        .param("day", Date.valueOf(said.day()))
                        .param("from", from(said.day()))
                        .param("until", said.until().orElse(null), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("asked", how.asked().name())
                        .param("proxy", how.proxy().name())
                        .param("relation", how.proxy().relation())
                        .param("evidence", how.evidence())
                        .param("wording", how.wording())
                        .param("language", how.language())
                        .param("note", how.note())
                        .param("supersedes", said.supersedes())
                        .param("staff", actor.id())
                        .param("name", actor.name())
                        .param("form", said.formKey())
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /// What is said today holds from now on, what was said on another day from its beginning.
    OffsetDateTime from(LocalDate day) {
        return day.equals(LocalDate.now(clock))
                ? OffsetDateTime.now(clock)
                : day.atStartOfDay(JAPAN).toOffsetDateTime();
    }

    /// Everything a member has said, the latest first.
    List<LedgerEntry> of(long member) {
        return jdbc.sql("select " + COLUMNS
                        + " from consent.event where member_id = :member order by day desc, id desc")
                .param("member", member)
                .query((row, n) -> entry(row))
                .list();
    }

    /// What an entry was called in the short form; empty for other entries.
    Optional<Consent.Decision> decision(long event) {
        return jdbc.sql("select decision from consent.event where id = :id and decision is not null")
                .param("id", event)
                .query((row, n) -> Consent.Decision.valueOf(row.getString(1)))
                .optional();
    }

    /// What members have said about a purpose; those who have said nothing are left out.
    Map<Long, List<ConsentEvent>> of(Collection<Long> members, String purpose) {
        record Of(long member, ConsentEvent event) {}
        return jdbc
                .sql("select " + COLUMNS
                        + " from consent.event where member_id = any(:members) and purpose = :purpose order by id")
                .param("members", members.toArray(Long[]::new))
                .param("purpose", purpose)
                .query((row, n) -> new Of(row.getLong("member_id"), event(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::member, Collectors.mapping(Of::event, Collectors.toList())));
    }

    /// The members with a consent that has ended and whose end is not written down yet.
    List<Long> ended(OffsetDateTime moment) {
        return jdbc.sql("select distinct g.member_id from consent.event g where g.act = 'GIVE'"
                        + " and g.valid_to <= :moment and not exists (select 1 from consent.event e"
                        + " where e.member_id = g.member_id and e.supersedes = g.id and e.act = 'EXPIRE')"
                        + " order by 1")
                .param("moment", moment)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        var how = new How(
                Asked.valueOf(row.getString("asked")),
                new Proxy(row.getString("proxy"), row.getString("proxy_relation")),
                row.getString("evidence"),
                row.getString("wording"),
                row.getString("language"),
                row.getString("note"));
        return new LedgerEntry(event(row), how, row.getLong("supersedes"), row.getString("staff_name"));
    }

    private static ConsentEvent event(ResultSet row) throws SQLException {
        return new ConsentEvent(
                row.getLong("id"),
                Act.valueOf(row.getString("act")),
                row.getString("purpose"),
                new Recipient(
                        row.getString("recipient"), row.getString("recipient_name"), row.getString("recipient_number")),
                texts(row.getArray("data_classes")),
                row.getObject("day", LocalDate.class),
                japanese(row.getObject("valid_from", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("valid_to", OffsetDateTime.class))
                        .map(ConsentStore::japanese),
                japanese(row.getObject("at", OffsetDateTime.class)));
    }

    private static OffsetDateTime japanese(OffsetDateTime moment) {
        return moment.atZoneSameInstant(JAPAN).toOffsetDateTime();
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
