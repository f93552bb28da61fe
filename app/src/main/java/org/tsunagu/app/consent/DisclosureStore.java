package org.tsunagu.app.consent;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Columns;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.legal.Why;

/// The ledger of what was given and refused (提供の台帳), within the transaction of the caller; it only grows.
@Component
class DisclosureStore {

    static final String COLUMNS = "id, member_id, requester, requester_name, holder, holder_name, data_class, purpose,"
            + " requested, reference, age, why, ground, consent_id, disaster_id, certainty, staff_name, at";

    private final JdbcClient jdbc;
    private final Clock clock;

    DisclosureStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Writes decisions about one transfer down.
    ///
    /// @return the same with their numbers
    List<Disclosure> put(Actor actor, Transfer transfer, List<Disclosure> decided) {
        var ids = new HashMap<Long, Long>();
        var at = OffsetDateTime.now(clock);
        insert(actor, transfer, decided, at, ids);
        return decided.stream()
                .map(one -> new Disclosure(
                        ids.getOrDefault(one.memberId(), 0L),
                        one.memberId(),
                        transfer,
                        one.age(),
                        one.why(),
                        one.ground(),
                        one.consentId(),
                        one.disasterId(),
                        one.certainty(),
                        actor.name(),
                        at,
                        one.reasons()))
                .toList();
    }

    private void insert(
            Actor actor, Transfer transfer, List<Disclosure> decided, OffsetDateTime at, Map<Long, Long> ids) {
        jdbc.sql("insert into consent.disclosure (insurer_id, member_id, requester, requester_name, holder,"
                        + " holder_name, data_class, purpose, requested, reference, age, why, allowed, ground,"
                        + " consent_id, disaster_id, certainty, staff_id, staff_name, at) select :insurer, d.member, :requester,"
                        + " :requesterName, :holder, :holderName, :class, :purpose, :requested, :reference, d.age,"
                        + " d.why, d.allowed::boolean, d.ground, nullif(d.consent, 0), nullif(d.disaster, 0),"
                        + " d.certainty, :staff, :name, :at"
                        + " from unnest(:members, :ages, :whys, :allowed, :grounds, :consents, :disasters, :certainties)"
                        + " as d (member, age, why, allowed, ground, consent, disaster, certainty)"
                        + " returning id, member_id")
                .param("insurer", actor.insurer().id().value())
                .param("requester", transfer.requester().party())
                .param("requesterName", transfer.requester().name())
                .param("holder", transfer.holder().party())
                .param("holderName", transfer.holder().name())
                .param("class", transfer.dataClass())
                .param("purpose", transfer.purpose())
                .param("requested", Date.valueOf(transfer.requested()))
                .param("reference", transfer.reference())
                .param("staff", actor.id())
                .param("name", actor.name())
                .param("at", at)
                .param("members", Columns.numbers(decided, Disclosure::memberId))
                .param("ages", Columns.numbers(decided, one -> (long) one.age()))
                .param("whys", Columns.texts(decided, Disclosure::why))
                .param("allowed", Columns.texts(decided, Disclosure::isAllowed))
                .param("grounds", Columns.texts(decided, Disclosure::ground))
                .param("consents", Columns.numbers(decided, Disclosure::consentId))
                .param("disasters", Columns.numbers(decided, Disclosure::disasterId))
                .param("certainties", Columns.texts(decided, Disclosure::certainty))
                .query(row -> {
                    ids.put(row.getLong(2), row.getLong(1));
                });
    }

    static Disclosure read(ResultSet row, int n) throws SQLException {
        var transfer = new Transfer(
                new Transfer.Side(row.getString("requester"), row.getString("requester_name")),
                new Transfer.Side(row.getString("holder"), row.getString("holder_name")),
                row.getString("data_class"),
                row.getString("purpose"),
                row.getObject("requested", LocalDate.class),
                row.getString("reference"));
        return new Disclosure(
                row.getLong("id"),
                row.getLong("member_id"),
                transfer,
                row.getInt("age"),
                Why.valueOf(row.getString("why")),
                row.getString("ground"),
                row.getLong("consent_id"),
                row.getLong("disaster_id"),
                Certainty.valueOf(row.getString("certainty")),
                row.getString("staff_name"),
                row.getObject("at", OffsetDateTime.class),
                List.of());
    }
}
