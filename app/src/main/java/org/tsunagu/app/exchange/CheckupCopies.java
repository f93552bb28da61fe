package org.tsunagu.app.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.guidance.Receptions;
import org.tsunagu.app.keeping.KeptCopies;
import org.tsunagu.app.keeping.KeptRecords.FileFate;
import org.tsunagu.app.keeping.KeptRecords.Kept;

/// What employers delivered and what was handed over goes with the results it is about (健診結果の写しの削除);
/// a file goes once nobody in it is kept.
@Component
class CheckupCopies implements KeptCopies {

    private static final String CHECKUP = "CHECKUP";
    private static final String GUIDANCE = "GUIDANCE";

    private final JdbcClient jdbc;
    private final Checkups checkups;
    private final Receptions receptions;
    private final HeldFiles held;

    CheckupCopies(JdbcClient jdbc, Checkups checkups, Receptions receptions, HeldFiles held) {
        this.jdbc = jdbc;
        this.checkups = checkups;
        this.receptions = receptions;
        this.held = held;
    }

    @Override
    public List<FileFate> drop(String kind, Collection<Kept> gone) {
        if (gone.isEmpty()) {
            return List.of();
        }
        if (kind.equals(GUIDANCE)) {
            return guidance(gone.stream().map(Kept::memberId).distinct().toList());
        }
        if (!kind.equals(CHECKUP)) {
            return List.of();
        }
        var latest = gone.stream()
                .collect(
                        Collectors.toMap(Kept::memberId, Kept::made, (one, other) -> one.isAfter(other) ? one : other));
        var stored = checkups.stored(latest.keySet());
        var fates = new ArrayList<FileFate>();
        uploads(latest, stored).forEach(upload -> fates.addAll(upload(upload)));
        var kept = stored.stream().map(Checkups.Stored::documentId).toList();
        archives(latest.keySet(), kept, "data <> 'GUIDANCE'").forEach(handover -> fates.addAll(archive(handover)));
        return fates;
    }

    private List<FileFate> guidance(List<Long> members) {
        var fates = new ArrayList<FileFate>();
        archives(members, receptions.taken(members).keySet(), "data = 'GUIDANCE'")
                .forEach(handover -> fates.addAll(archive(handover)));
        return fates;
    }

    /// Drops what was delivered of results that are gone. What is younger than they are was perhaps not
    /// stored yet.
    ///
    /// @return the files it came in
    private Set<Long> uploads(Map<Long, LocalDate> latest, List<Checkups.Stored> stored) {
        record Line(long upload, String entry) {}
        var members = List.copyOf(latest.keySet());
        var lines = jdbc.sql("delete from exchange.delivered d using unnest(:members, :made) as g (member, made)"
                        + " where d.member_id = g.member and d.exam_date <= g.made::date and not exists (select 1"
                        + " from unnest(:kept, :days) as k (member, day) where k.member = d.member_id"
                        + " and k.day::date = d.exam_date) returning d.upload_id, d.entry")
                .param("members", Columns.numbers(members, one -> one))
                .param("made", Columns.texts(members, latest::get))
                .param("kept", Columns.numbers(stored, Checkups.Stored::memberId))
                .param("days", Columns.texts(stored, Checkups.Stored::examDate))
                .query((row, n) -> new Line(row.getLong(1), row.getString(2)))
                .list();
        for (var table : List.of("correction c where 'row ' || c.line", "choice c where c.entry")) {
            jdbc.sql("delete from exchange." + table + " = any(select l.entry from unnest(:uploads, :entries)"
                            + " as l (upload, entry) where l.upload = c.upload_id)")
                    .param("uploads", Columns.numbers(lines, Line::upload))
                    .param("entries", Columns.texts(lines, Line::entry))
                    .update();
        }
        return lines.stream().map(Line::upload).collect(Collectors.toSet());
    }

    /// A file of an employer of which nobody's results are left goes with everything that was said
    /// about it.
    private List<FileFate> upload(long upload) {
        var original = jdbc.sql("select original from exchange.upload where id = :id")
                .param("id", upload)
                .query(String.class)
                .single();
        if (count("delivered where upload_id = :what", upload) > 0) {
            return List.of(new FileFate(original, false));
        }
        for (var table : List.of("correction where upload_id", "choice where upload_id", "upload where id")) {
            jdbc.sql("delete from exchange." + table + " = :id")
                    .param("id", upload)
                    .update();
        }
        return List.of(new FileFate(original, held.isFree(original)));
    }

    private Set<Long> archives(Collection<Long> members, Collection<Long> kept, String which) {
        return new HashSet<>(jdbc.sql("delete from exchange.handover_item where member_id = any(:members)"
                        + " and not document_id = any(:kept) and " + which + " returning handover_id")
                .param("members", members.toArray(Long[]::new))
                .param("kept", kept.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list());
    }

    private List<FileFate> archive(long handover) {
        var original = jdbc.sql("select original from exchange.handover where id = :id")
                .param("id", handover)
                .query(String.class)
                .single();
        if (original.isEmpty()) {
            return List.of();
        }
        if (count("handover_item where written <> '' and handover_id = :what", handover) > 0) {
            return List.of(new FileFate(original, false));
        }
        jdbc.sql("update exchange.handover set original = '' where id = :id")
                .param("id", handover)
                .update();
        return List.of(new FileFate(original, held.isFree(original)));
    }

    private int count(String where, Object what) {
        return jdbc.sql("select count(*) from exchange." + where)
                .param("what", what)
                .query(Integer.class)
                .single();
    }
}
