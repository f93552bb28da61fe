package org.tsunagu.app.exchange.handover;

import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;

/// Hand-overs in the database (引継ぎの保存); everything within the transaction of the caller.
@Component
class HandoverStore {

    private static final String SELECT = "select h.id, h.kind, h.receiver, h.receiver_name, h.requested, h.day,"
            + " h.number, h.state, h.original, count(i.document_id),"
            + " count(i.document_id) filter (where i.written <> ''),"
            + " count(i.document_id) filter (where i.state = 'LEFT_OUT'),"
            + " count(i.document_id) filter (where i.state = 'REJECTED'),"
            + " count(i.document_id) filter (where i.state in ('ACKNOWLEDGED', 'REJECTED')),"
            + " coalesce(h.resent_of, 0), h.staff_name, h.at"
            + " from exchange.handover h left join exchange.handover_item i on i.handover_id = h.id";
    private static final RowMapper<Handover> HANDOVER = (row, n) -> new Handover(
            row.getLong(1),
            HandoverKind.valueOf(row.getString(2)),
            row.getString(3),
            row.getString(4),
            row.getObject(5, LocalDate.class),
            row.getObject(6, LocalDate.class),
            row.getInt(7),
            Handover.State.valueOf(row.getString(8)),
            row.getString(9),
            row.getInt(10),
            row.getInt(11),
            row.getInt(12),
            row.getInt(13),
            row.getInt(14),
            row.getLong(15),
            row.getString(16),
            row.getObject(17, OffsetDateTime.class));
    private static final RowMapper<HandoverItem> ITEM = (row, n) -> new HandoverItem(
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getString(4),
            HandoverItem.State.valueOf(row.getString(5)),
            row.getString(6),
            row.getString(7),
            row.getString(8));
    private static final String ITEMS =
            "select member_id, document_id, delivery_id, entry, state, written, why, data from exchange.handover_item";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    HandoverStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /// How many archives of the day have gone to a receiver; whoever makes one at the same time waits.
    int today(InsurerId insurer, String receiver, LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('exchange.handover'), :insurer)")
                .param("insurer", insurer.value())
                .query((row, n) -> "")
                .single();
        return jdbc.sql("select count(*) from exchange.handover where receiver = :receiver and day = :day")
                .param("receiver", receiver)
                .param("day", Date.valueOf(day))
                .query(Integer.class)
                .single();
    }

    long add(Actor actor, Handover one) {
        return jdbc.sql("insert into exchange.handover (insurer_id, kind, receiver, receiver_name, requested, day,"
                        + " number, state, resent_of, staff_name, at) values (:insurer, :kind, :receiver, :name,"
                        + " :requested, :day, :number, :state, nullif(:resent, 0), :by, :at) returning id")
                .param("insurer", actor.insurer().id().value())
                .param("kind", one.kind().name())
                .param("receiver", one.receiver())
                .param("name", one.receiverName())
                .param("requested", Date.valueOf(one.requested()))
                .param("day", Date.valueOf(one.day()))
                .param("number", one.number())
                .param("state", one.state().name())
                .param("resent", one.resentOf())
                .param("by", one.staffName())
                .param("at", one.at())
                .query(Long.class)
                .single();
    }

    void items(InsurerId insurer, long handover, List<HandoverItem> items) {
        jdbc.sql("insert into exchange.handover_item (insurer_id, handover_id, member_id, document_id, delivery_id,"
                        + " entry, state, written, why, data) select :insurer, :handover, i.member, i.document, i.delivery,"
                        + " i.entry, 'LISTED', '', '', i.data from unnest(:members, :documents, :deliveries,"
                        + " :entries, :data) as i (member, document, delivery, entry, data) on conflict do nothing")
                .param("insurer", insurer.value())
                .param("handover", handover)
                .param("members", Columns.numbers(items, HandoverItem::memberId))
                .param("documents", Columns.numbers(items, HandoverItem::documentId))
                .param("deliveries", Columns.numbers(items, HandoverItem::deliveryId))
                .param("entries", Columns.texts(items, HandoverItem::entry))
                .param("data", Columns.texts(items, HandoverItem::data))
                .update();
    }

    Optional<Handover> find(long id) {
        return jdbc.sql(SELECT + " where h.id = :id group by h.id")
                .param("id", id)
                .query(HANDOVER)
                .optional();
    }

    List<Handover> latest(int most) {
        return jdbc.sql(SELECT + " where h.id in (select id from exchange.handover order by id desc limit :most)"
                        + " group by h.id order by h.id desc")
                .param("most", most)
                .query(HANDOVER)
                .list();
    }

    /// The deliveries that hold documents of a hand-over.
    List<Long> deliveries(long handover) {
        return jdbc.sql("select distinct delivery_id from exchange.handover_item where handover_id = :handover"
                        + " order by delivery_id")
                .param("handover", handover)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    List<HandoverItem> of(long handover, long delivery) {
        return jdbc.sql(ITEMS + " where handover_id = :handover and delivery_id = :delivery")
                .param("handover", handover)
                .param("delivery", delivery)
                .query(ITEM)
                .list();
    }

    /// Those in a state, at most so many.
    List<HandoverItem> in(long handover, HandoverItem.State state, int most) {
        return jdbc.sql(ITEMS + " where handover_id = :handover and state = :state order by member_id, document_id"
                        + " limit :most")
                .param("handover", handover)
                .param("state", state.name())
                .param("most", most)
                .query(ITEM)
                .list();
    }

    /// Those in it, by the kinds of their data.
    Map<String, List<Long>> written(long handover) {
        record Of(String data, long member) {}
        return jdbc
                .sql("select distinct data, member_id from exchange.handover_item where handover_id = :handover"
                        + " and written <> '' order by data, member_id")
                .param("handover", handover)
                .query((row, n) -> new Of(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::data, Collectors.mapping(Of::member, Collectors.toList())));
    }

    /// What was registered for viewing of some people, whether or not it still counts.
    List<HandoverItem> registered(Collection<Long> members) {
        return jdbc.sql(
                        "select distinct on (i.document_id) i.member_id, i.document_id, i.delivery_id, i.entry, i.state,"
                                + " i.written, i.why, i.data from exchange.handover_item i join exchange.handover h"
                                + " on h.id = i.handover_id where h.kind = 'VIEW_REGISTER' and i.written <> ''"
                                + " and i.state <> 'REJECTED' and i.member_id = any(:members) order by i.document_id")
                .param("members", members.toArray(Long[]::new))
                .query(ITEM)
                .list();
    }

    /// Everything in it is to be written once more.
    void again(long handover) {
        jdbc.sql("update exchange.handover_item set state = 'LISTED', written = '', why = ''"
                        + " where handover_id = :handover")
                .param("handover", handover)
                .update();
        jdbc.sql("update exchange.handover set original = '' where id = :handover")
                .param("handover", handover)
                .update();
    }

    /// How many archives lie in a file.
    int of(String original) {
        return jdbc.sql("select count(*) from exchange.handover where original = :original")
                .param("original", original)
                .query(Integer.class)
                .single();
    }

    /// How many of some names are those of files in the archive.
    int known(long handover, Collection<String> names) {
        return jdbc.sql("select count(*) from unnest(:names) as a (name) where exists (select 1"
                        + " from exchange.handover_item i where i.handover_id = :handover and i.written <> ''"
                        + " and right(i.written, length(a.name) + 1) = '/' || a.name)")
                .param("handover", handover)
                .param("names", names.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    /// Everybody in it.
    List<Long> people(long handover) {
        return jdbc.sql("select distinct member_id from exchange.handover_item where handover_id = :handover"
                        + " and written <> ''")
                .param("handover", handover)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// Says what became of documents, by their numbers.
    void done(long handover, Collection<HandoverItem> items) {
        batch.batchUpdate(
                "update exchange.handover_item set state = ?, written = ?, why = ? where handover_id = ?"
                        + " and document_id = ?",
                items.stream()
                        .map(one ->
                                new Object[] {one.state().name(), one.written(), one.why(), handover, one.documentId()})
                        .toList());
    }

    /// Says what a receiver has answered, by the names of the files in the archive.
    ///
    /// @param reasons why not, by name; empty for what was taken
    /// @return how many of them are in the archive
    int answer(long handover, Map<String, String> reasons) {
        var names = List.copyOf(reasons.keySet());
        return jdbc.sql("update exchange.handover_item i set state = case when a.why = '' then 'ACKNOWLEDGED'"
                        + " else 'REJECTED' end, why = a.why from unnest(:names, :reasons) as a (name, why)"
                        + " where i.handover_id = :handover and i.written <> ''"
                        + " and right(i.written, length(a.name) + 1) = '/' || a.name")
                .param("handover", handover)
                .param("names", names.toArray(String[]::new))
                .param("reasons", Columns.texts(names, reasons::get))
                .update();
    }

    /// Acknowledges whatever nothing else was said about.
    void acknowledge(long handover) {
        jdbc.sql("update exchange.handover_item set state = 'ACKNOWLEDGED' where handover_id = :handover"
                        + " and state = 'WRITTEN'")
                .param("handover", handover)
                .update();
    }

    boolean change(long handover, Handover.State from, Handover.State to) {
        return jdbc.sql("update exchange.handover set state = :to where id = :id and state = :from")
                        .param("to", to.name())
                        .param("id", handover)
                        .param("from", from.name())
                        .update()
                > 0;
    }

    void produced(long handover, Handover.State state, String original) {
        jdbc.sql("update exchange.handover set state = :state, original = :original where id = :id")
                .param("state", state.name())
                .param("original", original)
                .param("id", handover)
                .update();
    }

    void event(InsurerId insurer, long handover, String what, String by, OffsetDateTime at) {
        jdbc.sql("insert into exchange.handover_event (insurer_id, handover_id, what, staff_name, at)"
                        + " values (:insurer, :handover, :what, :by, :at)")
                .param("insurer", insurer.value())
                .param("handover", handover)
                .param("what", what)
                .param("by", by)
                .param("at", at)
                .update();
    }

    List<Handovers.Past> events(long handover) {
        return jdbc.sql("select what, staff_name, at from exchange.handover_event where handover_id = :handover"
                        + " order by id")
                .param("handover", handover)
                .query((row, n) ->
                        new Handovers.Past(row.getString(1), row.getString(2), row.getObject(3, OffsetDateTime.class)))
                .list();
    }
}
