package org.tsunagu.app.claims;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.codes.time.FiscalYear;

/// Puts the claims of a delivery in force (レセプトの公開), all at once; within the transaction of the
/// caller.
@Component
class ClaimPublishing {

    /// Claims that are the same as one that came before count no more than once, whichever delivery goes or
    /// comes.
    private static final String COUNT_ONCE = """
            with touched as (select c.receipt_key from claims.claim c join claims.part p on p.id = c.part_id
              where p.delivery_id = :delivery or p.replaced_by = :delivery),
            placed as (select c.id, row_number() over (partition by c.receipt_key order by c.id) as place
              from claims.claim c join claims.part p on p.id = c.part_id
              where p.state = 'CURRENT' and c.status = 'COUNTED' and c.receipt_key in (select receipt_key from touched))
            update claims.claim c set repeated = placed.place > 1 from placed
            where c.id = placed.id and c.repeated <> (placed.place > 1)
            """;

    private static final String OF_IT = " from claims.claim c join claims.part p on p.id = c.part_id"
            + " where (p.delivery_id = :delivery or p.replaced_by = :delivery)";

    private final JdbcClient jdbc;
    private final CareMonths months;
    private final Jobs jobs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimPublishing(
            JdbcClient jdbc, CareMonths months, Jobs jobs, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.months = months;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// @param editions the masters with which its codes were resolved; empty when they may be several
    void publish(StoredDelivery delivery, String editions) {
        var now = OffsetDateTime.now(clock);
        if (delivery.isReplacing()) {
            replace(delivery, now);
        }
        jdbc.sql("update claims.part set state = 'CURRENT', published_at = :now where delivery_id = :delivery"
                        + " and state = 'STAGED'")
                .param("now", now)
                .param("delivery", delivery.id())
                .update();
        // Right after a load the planner still believes the tables small, and a loop within a loop would never end.
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql(COUNT_ONCE).param("delivery", delivery.id()).update();
        findWaiting();
        jdbc.sql("set local enable_nestloop = on").update();
        sayRepeated(delivery);
        jdbc.sql("update claims.delivery set state = 'PUBLISHED', published_at = :now where id = :delivery")
                .param("now", now)
                .param("delivery", delivery.id())
                .update();
        jdbc.sql("insert into claims.resolution values (:insurer, :editions, :now) on conflict do nothing")
                .param("insurer", delivery.insurer().value())
                .param("editions", editions)
                .param("now", now)
                .update();
        note(delivery);
        // Named by the moment as well: what was restored is shared out again.
        var why = "delivery %d at %d".formatted(delivery.id(), now.toInstant().toEpochMilli());
        changed(delivery.insurer(), touched(delivery), why);
    }

    private void replace(StoredDelivery delivery, OffsetDateTime now) {
        jdbc.sql("update claims.part p set state = 'REPLACED', replaced_by = :delivery, replaced_at = :now"
                        + " where p.state = 'CURRENT' and p.delivery_id <> :delivery and exists (select 1 from claims.part f"
                        + " where f.delivery_id = :delivery and f.state = 'STAGED' and f.claim_month = p.claim_month"
                        + " and f.kind = p.kind)"
                        + (delivery.replacedMonth().isPresent() ? " and p.claim_month = :month" : ""))
                .param("month", delivery.replacedMonth().orElse(null), java.sql.Types.DATE)
                .param("delivery", delivery.id())
                .param("now", now)
                .update();
    }

    private void sayRepeated(StoredDelivery delivery) {
        jdbc.sql("insert into claims.finding (insurer_id, delivery_id, entry, code, severity, line, item, arguments)"
                        + " select insurer_id, delivery_id, entry, 'CLM-CLAIM-DUPLICATE', 'FLAGS', line, item,"
                        + " '{}'::jsonb from claims.claim c where delivery_id = :delivery and repeated"
                        // Restored claims have been said to be repeated before.
                        + " and not exists (select 1 from claims.finding f where f.delivery_id = c.delivery_id"
                        + " and f.code = 'CLM-CLAIM-DUPLICATE' and f.item = c.item) order by number")
                .param("delivery", delivery.id())
                .update();
    }

    /// Corrections that came before their claim, from whatever delivery.
    private void findWaiting() {
        jdbc.sql("update claims.waiting_correction w set claim_id = c.id from claims.counted c"
                        + " where w.claim_id is null and w.search_number <> '' and c.search_number = w.search_number")
                .update();
    }

    private Set<YearMonth> touched(StoredDelivery delivery) {
        return jdbc
                .sql("select distinct c.care_month" + OF_IT)
                .param("delivery", delivery.id())
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void note(StoredDelivery delivery) {
        var people = jdbc.sql("select distinct c.member_id" + OF_IT + " and c.member_id is not null")
                .param("delivery", delivery.id())
                .query((row, n) -> row.getLong(1))
                .list();
        audit.noteAsSystem(
                delivery.insurer(),
                new Look(
                        Look.Kind.BATCH,
                        "claim",
                        0,
                        "intake",
                        Look.OWN_WORK,
                        "delivery",
                        "claims delivery %d".formatted(delivery.id())),
                people);
    }

    /// Counts the months anew, has their cost shared out again, and tells everybody.
    ///
    /// @param why what makes the sharing another one than the last
    void changed(InsurerId insurer, Set<YearMonth> touched, String why) {
        if (touched.isEmpty()) {
            return;
        }
        months.count(insurer.value(), touched);
        touched.stream()
                .map(month -> FiscalYear.containing(month.atDay(1)))
                .distinct()
                .sorted()
                .forEach(year -> jobs.enqueue(insurer, ShareCosts.KIND, year.year() + " " + why, "system"));
        events.publishEvent(new ClaimsPublished(insurer, touched));
    }
}
