package org.tsunagu.app.lists;

import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Columns;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.contacts.Contacts;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.codes.care.CareHistory;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.care.CareRules;
import org.tsunagu.rules.care.Months;
import org.tsunagu.rules.list.Effect;

/// Looks what became of the people of a month's lists some months later (抽出後の経過): seen, with a drug, values before and
/// after, by contacted or not.
@Component
class EffectJob implements JobHandler {

    static final String KIND = "list-effects";
    /// After how many months it is looked.
    static final List<Integer> AFTER = List.of(6, 12);

    private static final int PEOPLE_AT_ONCE = 500;
    /// Months after which hardly any claim of a month still comes.
    private static final int LATE = 6;

    private final ListStore store;
    private final Care care;
    private final ListPeople people;
    private final Contacts contacts;
    private final JdbcClient jdbc;

    EffectJob(ListStore store, Care care, ListPeople people, Contacts contacts, JdbcClient jdbc) {
        this.store = store;
        this.care = care;
        this.people = people;
        this.contacts = contacts;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Asks for what can be told by now about the lists that are made; within the transaction of the caller. What was
    /// told
    /// stays once claims of the last months looked at come no more.
    void ask(InsurerId insurer, Build latest, Jobs jobs) {
        var last = care.lastMonth();
        if (last.isEmpty()) {
            return;
        }
        for (var after : AFTER) {
            var until = last.get().minusMonths(after);
            jdbc.sql(
                            "select b.id from lists.build b where b.state = 'DONE' and b.month <= :until and (b.month > :settled"
                                    + " or not exists (select from lists.effect f where f.build_id = b.id and f.months = :after))"
                                    + " order by b.id")
                    .param("until", Date.valueOf(until.atDay(1)))
                    .param("settled", Date.valueOf(until.minusMonths(LATE).atDay(1)))
                    .param("after", after)
                    .query((row, n) -> row.getLong(1))
                    .list()
                    .forEach(build ->
                            jobs.enqueue(insurer, KIND, "%d:%d:%d".formatted(build, after, latest.id()), "system"));
        }
    }

    @Override
    public void work(Job job, Steps steps) {
        var parts = job.subject().split(":", -1);
        var after = Integer.parseInt(parts[1]);
        steps.commit("DONE", 1, 1, () -> look(job.insurer(), Long.parseLong(parts[0]), after));
    }

    private void look(InsurerId insurer, long id, int after) {
        var build = store.find(id);
        var window = care.window();
        if (!build.isDone() || window.isEmpty()) {
            return;
        }
        jdbc.sql("delete from lists.effect where build_id = :build and months = :months")
                .param("build", id)
                .param("months", after)
                .update();
        var until = build.month().plusMonths(after);
        var lists = lists(id);
        var looking = new Looking(insurer, build, after, until, lists, window.get());
        care.each(new Months(build.month().plusMonths(1), until), looking::claims);
        looking.all();
    }

    /// The lists each person is on.
    private Map<Long, List<String>> lists(long build) {
        var lists = new HashMap<Long, List<String>>();
        jdbc.sql("select member_id, list from lists.entry where build_id = :build and is_on order by member_id, list")
                .param("build", build)
                .query(row -> {
                    lists.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return lists;
    }

    private record Found(String list, long memberId, boolean isContacted, Effect effect) {}

    /// People are looked at in portions as their claims come.
    private final class Looking {
        private final InsurerId insurer;
        private final Build build;
        private final int after;
        private final YearMonth until;
        private final Map<Long, List<String>> lists;
        private final Months window;
        private final Map<String, Row> rows = new HashMap<>();
        private final CareRules rules;
        private final Map<Long, CareHistory> batch = new HashMap<>();

        Looking(
                InsurerId insurer,
                Build build,
                int after,
                YearMonth until,
                Map<Long, List<String>> lists,
                Months window) {
            this.insurer = insurer;
            this.build = build;
            this.after = after;
            this.until = until;
            this.lists = lists;
            this.window = window;
            this.rules = new CareRules(List.of(), build.month().atEndOfMonth());
            Definitions.shipped(build.month())
                    .forEach(list -> rows.put(list.row().key(), list.row()));
        }

        void claims(long member, CareHistory history) {
            if (lists.containsKey(member)) {
                add(member, history);
            }
        }

        private void add(long member, CareHistory history) {
            batch.put(member, history);
            if (batch.size() == PEOPLE_AT_ONCE) {
                put();
            }
        }

        /// The claims have come to their end; the others have none.
        void all() {
            put();
            List.copyOf(lists.keySet()).forEach(member -> add(member, Care.none(window)));
            put();
        }

        private void put() {
            if (batch.isEmpty()) {
                return;
            }
            var contacted = contacts.contacted(
                    batch.keySet(), build.month().atEndOfMonth().plusDays(1), until.atEndOfMonth());
            var found = new ArrayList<Found>();
            people.of(batch, batch.keySet()).forEach((member, person) -> {
                for (var list : Optional.ofNullable(lists.remove(member)).orElse(List.of())) {
                    Optional.ofNullable(rows.get(list))
                            .map(row -> Effect.of(person, row, rules, build.month(), until))
                            .ifPresent(
                                    effect -> found.add(new Found(list, member, contacted.contains(member), effect)));
                }
            });
            write(found);
            batch.clear();
        }

        private void write(List<Found> found) {
            jdbc.sql("insert into lists.effect (build_id, insurer_id, list, member_id, months, contacted, seen, drug,"
                            + " before, after) select :build, :insurer, f.list, f.member, :months, f.contacted::boolean,"
                            + " f.seen::boolean, f.drug::boolean, f.before::numeric, f.after::numeric from"
                            + " unnest(:lists, :members, :contacted, :seen, :drugs, :before, :after)"
                            + " as f (list, member, contacted, seen, drug, before, after)")
                    .param("build", build.id())
                    .param("insurer", insurer.value())
                    .param("months", after)
                    .param("lists", Columns.texts(found, Found::list))
                    .param("members", Columns.numbers(found, Found::memberId))
                    .param("contacted", Columns.texts(found, Found::isContacted))
                    .param(
                            "seen",
                            Columns.texts(found, one -> one.effect().seen().orElse(null)))
                    .param(
                            "drugs",
                            Columns.texts(found, one -> one.effect().drug().orElse(null)))
                    .param(
                            "before",
                            Columns.texts(found, one -> one.effect().before().orElse(null)))
                    .param(
                            "after",
                            Columns.texts(found, one -> one.effect().after().orElse(null)))
                    .update();
        }
    }
}
