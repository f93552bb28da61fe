package org.tsunagu.app.intake;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.intake.NumberMatching.Match;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.codes.problem.Problem;

/// Writes documents, findings and states of a delivery (取り込みの記録), within the transaction of the caller.
@Repository
class DeliveryStore {

    private static final int LONGEST = 200;
    private static final int LAST_CELL = 16;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    DeliveryStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void state(long deliveryId, String state) {
        jdbc.sql("update intake.delivery set state = :state where id = :id")
                .param("state", state)
                .param("id", deliveryId)
                .update();
    }

    void expect(long deliveryId, int documents) {
        jdbc.sql("update intake.delivery set state = 'READING', documents = :documents where id = :id")
                .param("documents", documents)
                .param("id", deliveryId)
                .update();
    }

    void problems(InsurerId insurer, long deliveryId, List<Problem> problems) {
        jdbc.sql(
                        "insert into intake.finding (insurer_id, delivery_id, entry, code, severity, line, col, item, arguments)"
                                + " select :insurer, :delivery, f.entry, f.code, f.severity, f.line, f.col, f.item,"
                                + " f.arguments::jsonb from unnest(:entries, :codes, :severities, :lines, :columns, :items,"
                                + " :arguments) as f (entry, code, severity, line, col, item, arguments)")
                .param("insurer", insurer.value())
                .param("delivery", deliveryId)
                .param(
                        "entries",
                        Columns.texts(problems, problem -> problem.place().entry()))
                .param("codes", Columns.texts(problems, Problem::code))
                .param(
                        "severities",
                        Columns.texts(problems, problem -> problem.severity().name()))
                .param("lines", Columns.numbers(problems, problem ->
                        (long) problem.place().line()))
                .param("columns", Columns.numbers(problems, problem ->
                        (long) problem.place().column()))
                .param(
                        "items",
                        Columns.texts(problems, problem -> problem.place().item()))
                .param("arguments", Columns.texts(problems, problem -> ReasonJson.named(problem.arguments())))
                .update();
    }

    /// Writes documents.
    ///
    /// @return the number of each entry's document
    Map<String, Long> documents(InsurerId insurer, long deliveryId, List<Received> chunk, Map<String, Match> matches) {
        var rows = chunk.stream()
                .map(received -> cells(insurer, deliveryId, received, matches))
                .toList();
        var insert = jdbc.sql("insert into intake.document (insurer_id, delivery_id, entry, kind, status, match,"
                        + " member_id, exam_date, symbol, number, branch, kana, sex, birth, postal_code, facility,"
                        + " other_insurer)"
                        + " select :insurer, :delivery, d.c2, d.c3, d.c4, d.c5, d.c6::bigint, d.c7::date, d.c8, d.c9,"
                        + " d.c10, d.c11, d.c12, d.c13, d.c14, d.c15, d.c16"
                        + " from unnest(:c2, :c3, :c4, :c5, :c6, :c7, :c8, :c9, :c10, :c11, :c12, :c13, :c14, :c15, :c16)"
                        + " as d (c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16)"
                        + " on conflict (delivery_id, entry) do nothing")
                .param("insurer", insurer.value())
                .param("delivery", deliveryId);
        for (var i = 2; i <= LAST_CELL; i++) {
            var at = i;
            insert = insert.param("c" + at, Columns.texts(rows, row -> row[at]));
        }
        insert.update();
        var ids = new HashMap<String, Long>();
        jdbc.sql("select entry, id from intake.document where delivery_id = :id and entry = any(:entries)")
                .param("id", deliveryId)
                .param("entries", chunk.stream().map(Received::entry).toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString(1), row.getLong(2));
                });
        return ids;
    }

    /// Writes a document that was put right over what it was, with what is wrong with it now.
    void replace(InsurerId insurer, long deliveryId, Received received, Map<String, Match> matches) {
        var cells = cells(insurer, deliveryId, received, matches);
        var set = new ArrayList<>(java.util.Arrays.asList(cells).subList(3, cells.length));
        set.add(deliveryId);
        set.add(received.entry());
        batch.update(
                "update intake.document set kind = ?, status = ?, match = ?, member_id = ?, exam_date = ?, symbol = ?,"
                        + " number = ?, branch = ?, kana = ?, sex = ?, birth = ?, postal_code = ?, facility = ?,"
                        + " other_insurer = ?, version = version + 1 where delivery_id = ? and entry = ?",
                set.toArray());
        jdbc.sql("delete from intake.finding where delivery_id = :id and entry = :entry")
                .param("id", deliveryId)
                .param("entry", received.entry())
                .update();
        problems(insurer, deliveryId, received.problems());
    }

    private static Object[] cells(InsurerId insurer, long deliveryId, Received received, Map<String, Match> matches) {
        var match = matches.getOrDefault(received.entry(), Match.NOT_ASKED);
        var cells = new ArrayList<Object>(java.util.Arrays.asList(
                insurer.value(),
                deliveryId,
                received.entry(),
                received.file().map(file -> file.kind()).orElse(""),
                received.isRefused() ? "REJECTED" : received.problems().isEmpty() ? "ACCEPTED" : "WARNED",
                match.kind(),
                match.memberId() == 0 ? null : match.memberId()));
        var header = received.header();
        cells.add(header.flatMap(Header::examDay).map(Date::valueOf).orElse(null));
        cells.add(text(header.map(of -> of.patient().symbol())));
        cells.add(text(header.map(of -> of.patient().number())));
        cells.add(text(header.map(of -> of.patient().branch())));
        cells.add(text(header.map(of -> of.patient().name())));
        cells.add(text(header.map(of -> of.patient().sex())));
        cells.add(text(header.map(of -> of.patient().birth())));
        cells.add(text(header.map(of -> of.patient().address().postalCode())));
        cells.add(text(header.map(of -> of.performer().name())));
        cells.add(match.otherInsurer());
        return cells.toArray();
    }

    private static String text(Optional<Field> field) {
        var text = field.map(Field::text).orElse("").replace("\u0000", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /// Documents whose member is still to be found, and so many of those with one, which teach what agreement is worth.
    List<Document> unmatched(long deliveryId) {
        return jdbc.sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document where delivery_id = :id"
                        + " and match in ('NONE', 'EARLIER') and status <> 'REJECTED' order by id")
                .param("id", deliveryId)
                .query(Deliveries.DOCUMENT)
                .list();
    }

    /// The same for one document of it.
    List<Document> unmatched(long documentId, long deliveryId) {
        return unmatched(deliveryId).stream()
                .filter(document -> document.id() == documentId)
                .toList();
    }

    List<Document> taught(long deliveryId, int most) {
        return jdbc.sql("select " + Deliveries.DOCUMENT_COLUMNS + " from intake.document where delivery_id = :id"
                        + " and match = 'NUMBER' order by id limit :most")
                .param("id", deliveryId)
                .param("most", most)
                .query(Deliveries.DOCUMENT)
                .list();
    }

    /// The documents of a delivery that have a member.
    List<Long> matched(long deliveryId) {
        return jdbc.sql("select id from intake.document where delivery_id = :id and member_id is not null")
                .param("id", deliveryId)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// The members whose documents were in a delivery.
    List<Long> people(long deliveryId) {
        return jdbc.sql("select distinct member_id from intake.document where delivery_id = :id"
                        + " and member_id is not null")
                .param("id", deliveryId)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /// Takes back everything that was taken from a delivery.
    void refuse(long deliveryId) {
        jdbc.sql("update intake.document set status = 'REJECTED', match = 'NOT_ASKED', member_id = null,"
                        + " version = version + 1 where delivery_id = :id")
                .param("id", deliveryId)
                .update();
        state(deliveryId, "REFUSED");
    }

    /// Those of some documents that are still open, kept from others until the end of the transaction:
    /// whoever decides meanwhile waits, and what was decided before is not looked at again.
    Set<Long> stillUnmatched(List<Document> documents) {
        return new HashSet<>(jdbc.sql("select id from intake.document where id = any(:ids)"
                        + " and match in ('NONE', 'EARLIER') and status <> 'REJECTED' order by id for update")
                .param("ids", documents.stream().map(Document::id).toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    void found(long documentId, String match, long memberId) {
        jdbc.sql("update intake.document set match = :match, member_id = :member, version = version + 1"
                        + " where id = :id")
                .param("match", match)
                .param("member", memberId == 0 ? null : memberId, java.sql.Types.BIGINT)
                .param("id", documentId)
                .update();
    }
}
