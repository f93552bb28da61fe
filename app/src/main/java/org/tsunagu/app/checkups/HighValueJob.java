package org.tsunagu.app.checkups;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.tables.RuleSet;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;

/// Works out the high values of every stored checkup (全件の再計算): once a rule set, and for what was stored before there
/// was such a list.
@Component
class HighValueJob implements JobHandler {

    static final String KIND = "high-values";

    private static final int PEOPLE_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Insurers insurers;
    private final Jobs jobs;
    private final Checkups checkups;
    private final HighValues highValues;
    private final Judging judging = Judging.shipped();

    HighValueJob(
            JdbcClient jdbc,
            TenantTransactions transactions,
            Insurers insurers,
            Jobs jobs,
            Checkups checkups,
            HighValues highValues) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.insurers = insurers;
        this.jobs = jobs;
        this.checkups = checkups;
        this.highValues = highValues;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void ask() {
        insurers.all().forEach(insurer -> jobs.enqueue(insurer.id(), KIND, RuleSet.id(), "system"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    private record Person(long id, Sex sex, java.time.LocalDate birth) {}

    @Override
    public void work(Job job, Steps steps) {
        var done = job.done();
        var people = next(job.insurer(), job.step());
        while (!people.isEmpty()) {
            var some = people;
            done += some.size();
            steps.commit(Long.toString(some.getLast().id()), done, 0, () -> judge(job.insurer(), some));
            people = next(job.insurer(), Long.toString(some.getLast().id()));
        }
    }

    private List<Person> next(InsurerId insurer, String after) {
        return transactions.in(
                insurer,
                () -> jdbc.sql("select id, sex, birth from membership.member where id > :after order by id limit :most")
                        .param("after", after.isEmpty() ? 0L : Long.parseLong(after))
                        .param("most", PEOPLE_AT_ONCE)
                        .query((row, n) -> new Person(
                                row.getLong(1),
                                Sex.of(row.getString(2)).orElseThrow(),
                                row.getObject(3, java.time.LocalDate.class)))
                        .list());
    }

    private void judge(InsurerId insurer, List<Person> people) {
        var ids = people.stream().map(Person::id).toList();
        var all = checkups.ofAll(ids);
        var judged = new ArrayList<HighValues.Judged>();
        for (var person : people) {
            for (var checkup : all.getOrDefault(person.id(), List.of())) {
                if (judging.covers(checkup.examDate())) {
                    var examinee = new Examinee(person.sex(), person.birth(), checkup.examDate());
                    judged.add(new HighValues.Judged(
                            checkup.id(), person.id(), checkup.values(), judging.judge(examinee, checkup.values())));
                }
            }
        }
        highValues.put(insurer, judged);
        highValues.refresh(ids);
    }
}
