package org.tsunagu.app.claims;

import static org.tsunagu.app.claims.RowSource.cell;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.claims.ClaimLinking.Link;
import org.tsunagu.app.claims.ClaimLinking.Patient;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.membership.CardNumber;
import org.tsunagu.app.membership.RegisterTaken;

/// Looks again for the members of claims that have none (未突合レセプトの再突合), whenever the register has
/// changed.
@Component
class LinkClaims implements JobHandler {

    private static final String KIND = "claims-link";
    private static final int PORTION = 1_000;
    private static final RowSource<Entry<Long, Link>> LINKS = RowSource.of(List.of(
            cell("id", "bigint", Entry::getKey),
            cell("member", "bigint", found -> found.getValue().memberId()),
            cell("match", "text", found -> found.getValue().match())));

    private final JdbcClient jdbc;
    private final ClaimLinking linking;
    private final ClaimPublishing publishing;
    private final Jobs jobs;

    LinkClaims(JdbcClient jdbc, ClaimLinking linking, ClaimPublishing publishing, Jobs jobs) {
        this.jdbc = jdbc;
        this.linking = linking;
        this.publishing = publishing;
        this.jobs = jobs;
    }

    @EventListener
    void on(RegisterTaken taken) {
        enqueue(taken.insurer());
    }

    private void enqueue(InsurerId insurer) {
        var isOpen = jdbc.sql(
                        "select exists (select 1 from claims.claim where insurer_id = :insurer and match = 'NONE')")
                .param("insurer", insurer.value())
                .query(Boolean.class)
                .single();
        if (isOpen) {
            jobs.enqueue(insurer, KIND, UUID.randomUUID().toString(), "system");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Progress is the last claim that was looked at.
    @Override
    public void work(Job job, Steps steps) {
        var open = new Open(job.done());
        while (!open.isDone) {
            steps.commit("claims", open.last, 0, () -> portion(job, open));
        }
    }

    /// How far the work is.
    private static final class Open {
        long last;
        boolean isDone;

        Open(long last) {
            this.last = last;
        }
    }

    private void portion(Job job, Open open) {
        var patients = unmatched(open.last);
        open.isDone = patients.size() < PORTION;
        patients.keySet().forEach(id -> open.last = Math.max(open.last, id));
        var found = linking.of(patients).entrySet().stream()
                .filter(link -> link.getValue().memberId() != 0)
                .toList();
        if (found.isEmpty()) {
            return;
        }
        LINKS.bind(
                        jdbc.sql("update claims.claim c set member_id = r.member, match = r.match from " + LINKS.table()
                                + " where c.id = r.id"),
                        found)
                .update();
        publishing.changed(job.insurer(), months(patients, found), "link %d %d".formatted(job.id(), open.last));
    }

    private static Set<YearMonth> months(Map<Long, Patient> patients, List<Entry<Long, Link>> found) {
        var months = new HashSet<YearMonth>();
        for (var link : found) {
            Optional.ofNullable(patients.get(link.getKey())).ifPresent(patient -> months.add(patient.careMonth()));
        }
        return months;
    }

    private Map<Long, Patient> unmatched(long after) {
        var patients = new LinkedHashMap<Long, Patient>();
        jdbc.sql("select id, symbol, card_number, branch, sex, birth, name, kana, care_month from claims.claim"
                        + " where match = 'NONE' and id > :after order by id limit :most")
                .param("after", after)
                .param("most", PORTION)
                .query(row -> {
                    patients.put(
                            row.getLong(1),
                            new Patient(
                                    new CardNumber(row.getString(2), row.getString(3), row.getString(4)),
                                    row.getString(5),
                                    Optional.ofNullable(row.getObject(6, LocalDate.class)),
                                    row.getString(7),
                                    row.getString(8),
                                    YearMonth.from(row.getObject(9, LocalDate.class))));
                });
        return patients;
    }
}
