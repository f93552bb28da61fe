package org.tsunagu.app.lists;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.tables.ReasonJson;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.list.Funnel;
import org.tsunagu.rules.list.PeopleList;
import org.tsunagu.rules.list.Selection;

/// Keeps what a making of the lists found (作成結果の保存); within the transaction of the caller.
@Component
class ListStore {

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Build find(long id) {
        return jdbc.sql(Builds.COLUMNS + " where id = :id")
                .param("id", id)
                .query(Builds.BUILD)
                .single();
    }

    /// A person on a list, or one of whom it cannot be told.
    record Entry(String list, long memberId, Selection selection) {}

    void put(InsurerId insurer, long build, List<Entry> entries) {
        jdbc.sql("insert into lists.entry (build_id, insurer_id, list, member_id, is_on, reasons, labels, certainty)"
                        + " select :build, :insurer, e.list, e.member, e.is_on::boolean, e.reasons::jsonb,"
                        + " e.labels::jsonb, e.certainty from unnest(:lists, :members, :on, :reasons, :labels,"
                        + " :certainties) as e (list, member, is_on, reasons, labels, certainty)")
                .param("build", build)
                .param("insurer", insurer.value())
                .param("lists", Columns.texts(entries, Entry::list))
                .param("members", Columns.numbers(entries, Entry::memberId))
                .param("on", Columns.texts(entries, entry -> entry.selection().outcome() == Truth.TRUE))
                .param(
                        "reasons",
                        Columns.texts(
                                entries,
                                entry -> ReasonJson.write(entry.selection().reasons())))
                .param(
                        "labels",
                        Columns.texts(
                                entries,
                                entry -> ReasonJson.write(
                                        List.copyOf(entry.selection().labels().values()))))
                .param(
                        "certainties",
                        Columns.texts(
                                entries,
                                entry -> entry.selection().certainty().name().toLowerCase(Locale.ROOT)))
                .update();
    }

    /// What a list came to.
    void put(InsurerId insurer, long build, PeopleList list, Optional<Long> definition, Funnel funnel) {
        var levels = funnel.levels();
        var steps = new java.util.ArrayList<List<String>>();
        for (var i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            steps.add(List.of(
                    list.steps().get(i).key(),
                    Long.toString(level.held()),
                    Long.toString(level.open()),
                    Long.toString(level.fell())));
        }
        var doubts = funnel.doubts().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(doubt -> List.of(doubt.getKey(), Long.toString(doubt.getValue())))
                .toList();
        var last = levels.getLast();
        jdbc.sql("insert into lists.run (build_id, insurer_id, list, definition_id, steps, doubts, found, open) values"
                        + " (:build, :insurer, :list, :definition, :steps::jsonb, :doubts::jsonb, :found, :open)")
                .param("build", build)
                .param("insurer", insurer.value())
                .param("list", list.row().key())
                .param("definition", definition.orElse(null), java.sql.Types.BIGINT)
                .param("steps", ReasonJson.lists(steps))
                .param("doubts", ReasonJson.lists(doubts))
                .param("found", last.held())
                .param("open", last.open())
                .update();
    }

    /// Leaves a making undone for a later one.
    void passOver(long build) {
        jdbc.sql("update lists.build set state = 'REPLACED', done_at = now() where id = :id")
                .param("id", build)
                .update();
    }

    /// Ends a making: what was made of the same month before goes.
    void done(Build build, long people, long former) {
        jdbc.sql("update lists.build set state = 'DONE', people = :people, former = :former, done_at = now()"
                        + " where id = :id")
                .param("people", people)
                .param("former", former)
                .param("id", build.id())
                .update();
        var earlier = jdbc.sql("update lists.build set state = 'REPLACED' where month = :month and id < :id"
                        + " and state in ('DONE', 'WAITING') returning id")
                .param("month", java.sql.Date.valueOf(build.month().atDay(1)))
                .param("id", build.id())
                .query(Long.class)
                .list();
        for (var table : List.of("entry", "effect", "run")) {
            jdbc.sql("delete from lists." + table + " where build_id = any(:ids)")
                    .param("ids", earlier.toArray(Long[]::new))
                    .update();
        }
    }
}
