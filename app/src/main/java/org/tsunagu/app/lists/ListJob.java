package org.tsunagu.app.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.membership.Coverages;
import org.tsunagu.codes.care.CareHistory;
import org.tsunagu.rules.care.Months;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.list.Funnel;
import org.tsunagu.rules.list.PeopleList;

/// Makes the lists of a month (リストの作成): everybody is looked at once for all lists, in one transaction that sees one
/// moment.
/// Begun again after a kill it begins anew and ends the same.
@Component
class ListJob implements JobHandler {

    static final String KIND = "people-lists";

    private static final int PEOPLE_AT_ONCE = 500;
    private static final int YEAR = 12;
    /// Longer than any window of the parameters: what lies before is not read.
    private static final int MONTHS_READ = 72;

    private final ListStore store;
    private final Builds builds;
    private final Definitions definitions;
    private final Care care;
    private final ListPeople people;
    private final Coverages coverages;
    private final Episodes episodes;
    private final EffectJob effects;
    private final Jobs jobs;

    ListJob(
            ListStore store,
            Builds builds,
            Definitions definitions,
            Care care,
            ListPeople people,
            Coverages coverages,
            Episodes episodes,
            EffectJob effects,
            Jobs jobs) {
        this.store = store;
        this.builds = builds;
        this.definitions = definitions;
        this.care = care;
        this.people = people;
        this.coverages = coverages;
        this.episodes = episodes;
        this.effects = effects;
        this.jobs = jobs;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(Job job, Steps steps) {
        var id = Long.parseLong(job.subject());
        if (job.step().isEmpty()) {
            steps.commit("MADE", 1, 2, () -> {
                var build = store.find(id);
                if (builds.isOvertaken(id)) {
                    store.passOver(id);
                } else if (build.isWaiting()) {
                    make(job.insurer(), build);
                }
            });
        }
        steps.commit("DONE", 2, 2, () -> after(job.insurer(), store.find(id)));
    }

    /// A list while it is being made.
    private record Making(PeopleList list, Optional<Definition> definition, Funnel funnel) {}

    private void make(InsurerId insurer, Build build) {
        var lists = new LinkedHashMap<String, Making>();
        for (var shipped : Definitions.shipped(build.month())) {
            var key = shipped.row().key();
            var definition = definitions.inForce(key, build.month());
            var list = Definitions.list(key, build.month(), definition).orElse(shipped);
            lists.put(key, new Making(list, definition, new Funnel(list.steps().size())));
        }
        var day = build.month().atEndOfMonth();
        var ids = coverages.on(day);
        var window = care.window();
        var making = new Work(insurer, build, lists, window, ids);
        window.ifPresent(months -> care.each(read(build, months), making::take));
        making.rest();
        for (var one : lists.values()) {
            store.put(insurer, build.id(), one.list(), one.definition().map(Definition::id), one.funnel());
        }
        store.done(
                build,
                ids.size(),
                coverages.left(build.month().minusMonths(YEAR).atEndOfMonth(), day));
    }

    private static Months read(Build build, Months window) {
        var first = build.month().minusMonths(MONTHS_READ);
        return new Months(window.first().isBefore(first) ? first : window.first(), build.month());
    }

    /// Goes through the covered members in the order of their numbers, with their claims as they come.
    private final class Work {
        private final InsurerId insurer;
        private final Build build;
        private final Map<String, Making> lists;
        private final Optional<Months> window;
        private final List<Long> ids;
        private final Map<Long, CareHistory> claims = new HashMap<>();
        private final List<Long> batch = new ArrayList<>();
        private int next;

        Work(InsurerId insurer, Build build, Map<String, Making> lists, Optional<Months> window, List<Long> ids) {
            this.insurer = insurer;
            this.build = build;
            this.lists = lists;
            this.window = window.map(months -> read(build, months));
            this.ids = ids;
        }

        /// The claims of a member; those before without claims come first.
        void take(long member, CareHistory history) {
            while (next < ids.size() && ids.get(next) < member) {
                add(ids.get(next++));
            }
            if (next < ids.size() && ids.get(next) == member) {
                claims.put(member, history);
                add(ids.get(next++));
            }
        }

        void rest() {
            while (next < ids.size()) {
                add(ids.get(next++));
            }
            look();
        }

        private void add(long member) {
            batch.add(member);
            if (!claims.containsKey(member)) {
                window.ifPresent(months -> claims.put(member, Care.none(months)));
            }
            if (batch.size() == PEOPLE_AT_ONCE) {
                look();
            }
        }

        private void look() {
            var entries = new ArrayList<ListStore.Entry>();
            var all = people.of(claims, batch);
            for (var id : batch) {
                var person = all.get(id);
                if (person != null) {
                    lists.forEach((key, making) -> {
                        var selection = making.list().select(person);
                        making.funnel().add(selection);
                        if (selection.outcome() != Truth.FALSE) {
                            entries.add(new ListStore.Entry(key, id, selection));
                        }
                    });
                }
            }
            store.put(insurer, build.id(), entries);
            batch.clear();
            claims.clear();
        }
    }

    private void after(InsurerId insurer, Build build) {
        if (!build.isDone()) {
            return;
        }
        episodes.update(insurer, build);
        effects.ask(insurer, build, jobs);
    }
}
