package org.tsunagu.app.exchange.upload;

import java.sql.Date;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Actor;
import org.tsunagu.app.tables.ReasonJson;

/// Files of employers in the database (事業主のファイルの保存); everything within the transaction of the caller.
@Component
class UploadStore {

    private static final String SELECT = "select u.id, u.employer_id, u.request_id, u.original, u.name, u.received_at,"
            + " u.received_by, (select count(*) from exchange.delivered d where d.upload_id = u.id)"
            + " from exchange.upload u";
    private static final RowMapper<Upload> UPLOAD = (row, n) -> new Upload(
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getString(4),
            row.getString(5),
            row.getObject(6, OffsetDateTime.class),
            row.getString(7),
            row.getInt(8));

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    UploadStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /// A row that was handed to intake (渡した行).
    record Delivered(long uploadId, String name, String entry, Map<String, String> results) {}

    /// A checkup of a person.
    record Examined(long memberId, LocalDate day) {}

    /// Keeps a file once for each request.
    long add(Actor actor, long employer, long request, Upload file) {
        jdbc.sql("insert into exchange.upload (insurer_id, employer_id, request_id, original, name, received_at,"
                        + " received_by) values (:insurer, :employer, :request, :original, :name, :at, :by)"
                        + " on conflict (insurer_id, request_id, original) do nothing")
                .param("insurer", actor.insurer().id().value())
                .param("employer", employer)
                .param("request", request)
                .param("original", file.original())
                .param("name", file.name())
                .param("at", file.receivedAt())
                .param("by", file.receivedBy())
                .update();
        return jdbc.sql("select id from exchange.upload where request_id = :request and original = :original")
                .param("request", request)
                .param("original", file.original())
                .query(Long.class)
                .single();
    }

    Optional<Upload> find(long id) {
        return jdbc.sql(SELECT + " where u.id = :id")
                .param("id", id)
                .query(UPLOAD)
                .optional();
    }

    List<Upload> of(long request) {
        return jdbc.sql(SELECT + " where u.request_id = :request order by u.id desc")
                .param("request", request)
                .query(UPLOAD)
                .list();
    }

    void correct(Actor actor, long upload, List<Correction> corrections, OffsetDateTime at) {
        batch.batchUpdate(
                "insert into exchange.correction (insurer_id, upload_id, kind, line, col, was, now, staff_name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                corrections.stream()
                        .map(one -> new Object[] {
                            actor.insurer().id().value(),
                            upload,
                            one.kind().name(),
                            one.line(),
                            one.column(),
                            one.was(),
                            one.now(),
                            actor.name(),
                            at
                        })
                        .toList());
    }

    List<Correction> corrections(long upload) {
        return jdbc.sql("select kind, line, col, was, now from exchange.correction where upload_id = :upload"
                        + " order by id")
                .param("upload", upload)
                .query((row, n) -> new Correction(
                        Correction.Kind.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    void choose(Actor actor, long upload, String entry, boolean isThis, OffsetDateTime at) {
        jdbc.sql("insert into exchange.choice (insurer_id, upload_id, entry, keep, staff_name, at)"
                        + " values (:insurer, :upload, :entry, :keep, :by, :at)")
                .param("insurer", actor.insurer().id().value())
                .param("upload", upload)
                .param("entry", entry)
                .param("keep", isThis ? "THIS" : "OTHER")
                .param("by", actor.name())
                .param("at", at)
                .update();
    }

    /// Whether the row of this file was chosen, by its entry; nothing for rows about which nobody has
    /// said anything.
    Map<String, Boolean> choices(long upload) {
        var choices = new HashMap<String, Boolean>();
        jdbc.sql("select entry, keep from exchange.choice where upload_id = :upload order by id")
                .param("upload", upload)
                .query(row -> {
                    choices.put(row.getString(1), row.getString(2).equals("THIS"));
                });
        return choices;
    }

    void delivered(Actor actor, long upload, List<FileRow> rows, long delivery, OffsetDateTime at) {
        batch.batchUpdate(
                "insert into exchange.delivered values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing",
                rows.stream()
                        .map(row -> new Object[] {
                            actor.insurer().id().value(),
                            upload,
                            row.entry(),
                            row.memberId(),
                            Date.valueOf(row.examDate().orElseThrow()),
                            ReasonJson.named(row.results()),
                            delivery,
                            at
                        })
                        .toList());
    }

    /// What an employer has handed over before about members, the latest of each checkup.
    Map<Examined, Delivered> delivered(Collection<Long> members, long employer) {
        return delivered(members, "u.employer_id = :employer", employer);
    }

    /// What other employers have: for the insurer to compare, never for this employer to see.
    Map<Examined, Delivered> ofOthers(Collection<Long> members, long employer) {
        return delivered(members, "u.employer_id <> :employer", employer);
    }

    private Map<Examined, Delivered> delivered(Collection<Long> members, String whose, long employer) {
        var delivered = new HashMap<Examined, Delivered>();
        jdbc.sql("select d.member_id, d.exam_date, d.upload_id, u.name, d.entry, d.results from exchange.delivered d"
                        + " join exchange.upload u on u.id = d.upload_id where d.member_id = any(:members) and "
                        + whose + " order by d.at, d.upload_id")
                .param("employer", employer)
                .param("members", members.toArray(Long[]::new))
                .query(row -> {
                    delivered.put(
                            new Examined(row.getLong(1), row.getObject(2, LocalDate.class)),
                            new Delivered(
                                    row.getLong(3),
                                    row.getString(4),
                                    row.getString(5),
                                    ReasonJson.readNamed(row.getString(6))));
                });
        return delivered;
    }
}
