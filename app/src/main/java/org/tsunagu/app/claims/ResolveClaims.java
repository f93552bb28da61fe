package org.tsunagu.app.claims;

import static org.tsunagu.app.claims.RowSource.cell;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.claimsformat.claim.DiseaseRow;
import org.tsunagu.claimsformat.disease.Disease;
import org.tsunagu.claimsformat.disease.Diseases;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.claimsformat.drug.Drug;
import org.tsunagu.claimsformat.drug.DrugGroups;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.Masters;

/// Resolves the codes of all claims again when other masters have come (マスター更新後の再解決): diseases
/// and drugs. Dialysis stays as it was read, since acts are not kept.
@Component
class ResolveClaims implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveClaims.class);
    private static final String KIND = "claims-resolve";
    private static final String ENDED = "ended";
    private static final int PORTION = 1_000;
    private static final RowSource<Again> DISEASES = RowSource.of(List.of(
            cell("claim_id", "bigint", Again::claimId),
            cell("seq", "int", Again::seq),
            cell("name", "text", again -> ClaimCells.clip(again.now().name())),
            cell("icd10", "text", again -> ClaimCells.plain(again.now().icd10())),
            cell("class121", "text", again -> again.now().middle().code()),
            cell(
                    "lifestyle14",
                    "text",
                    again -> again.now().lifestyle().map(Group::code).orElse(""))));
    private static final RowSource<DrugAgain> DRUGS = RowSource.of(List.of(
            cell("claim_id", "bigint", DrugAgain::claimId),
            cell("seq", "int", DrugAgain::seq),
            cell("name", "text", again -> ClaimCells.clip(again.now().name())),
            cell("price_list_code", "text", again -> again.now().priceListCode()),
            cell("groups", "text", again -> again.now().groups())));

    private final JdbcClient jdbc;
    private final LoadedMasters masters;
    private final ClaimPublishing publishing;
    private final TenantTransactions transactions;
    private final Insurers insurers;
    private final Jobs jobs;
    private final Clock clock;

    ResolveClaims(
            JdbcClient jdbc,
            LoadedMasters masters,
            ClaimPublishing publishing,
            TenantTransactions transactions,
            Insurers insurers,
            Jobs jobs,
            Clock clock) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.publishing = publishing;
        this.transactions = transactions;
        this.insurers = insurers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// A disease with what is known of it now.
    private record Again(long claimId, int seq, Disease now) {}

    /// The same of a drug.
    private record DrugAgain(long claimId, int seq, Supply.Known now) {}

    /// With which masters the claims of an insurer were resolved, and since when.
    private record Resolved(String editions, OffsetDateTime at) {}

    /// Masters come by a command of their own, from which the server does not hear.
    @Scheduled(fixedDelayString = "${tsunagu.masters-pause:PT1M}", initialDelayString = "PT10S")
    void look() {
        try {
            compare(masters.signature());
        } catch (DataAccessException | TransactionException e) {
            // The database may be away for a while; the class says what happened, its message may hold data.
            LOG.warn("new masters wait: {}", e.getClass().getSimpleName());
        }
    }

    private void compare(String signature) {
        for (var insurer : insurers.all()) {
            transactions.run(
                    insurer.id(),
                    () -> resolved()
                            .filter(was -> !was.editions().equals(signature))
                            .ifPresent(was ->
                                    jobs.enqueue(insurer.id(), KIND, signature + " after " + was.at(), "system")));
        }
    }

    private Optional<Resolved> resolved() {
        return jdbc.sql("select editions, at from claims.resolution")
                .query((row, n) -> new Resolved(row.getString(1), row.getObject(2, OffsetDateTime.class)))
                .optional();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /// Progress is the last claim that was resolved.
    @Override
    public void work(Job job, Steps steps) {
        if (job.step().equals(ENDED)) {
            return;
        }
        var signature = masters.signature();
        var work = new Work(masters.open());
        // Masters that came after a kill hold for all: what was resolved with those before is done again.
        var last = job.subject().startsWith(signature) ? job.done() : 0;
        for (var next = next(job, last); next > last; next = next(job, last)) {
            var from = last;
            var to = next;
            steps.commit("claims", to, 0, () -> {
                work.diseases(from, to);
                work.drugs(from, to);
            });
            last = to;
        }
        steps.commit(ENDED, last, last, () -> finish(job, signature));
    }

    private long next(Job job, long last) {
        return transactions.in(
                job.insurer(),
                () -> jdbc.sql("select coalesce(max(id), :last) from (select id from claims.claim where id > :last"
                                + " order by id limit :most) as portion")
                        .param("last", last)
                        .param("most", PORTION)
                        .query(Long.class)
                        .single());
    }

    private void finish(Job job, String signature) {
        jdbc.sql("update claims.resolution set editions = :editions, at = :now")
                .param("editions", signature)
                .param("now", OffsetDateTime.now(clock))
                .update();
        var months = jdbc.sql("select distinct month from claims.care_month").query(LocalDate.class).list().stream()
                .map(YearMonth::from)
                .toList();
        publishing.changed(job.insurer(), new HashSet<>(months), "masters " + job.id());
    }

    /// The work with the masters of one run; for one thread.
    private final class Work {
        private final Masters known;
        private final Diseases diseases;
        private final DrugGroups groups = new DrugGroups(List.of());

        Work(Masters known) {
            this.known = known;
            this.diseases = new Diseases(known, List.of(), Locale.JAPANESE);
        }

        void diseases(long from, long to) {
            var rows = new ArrayList<Again>();
            jdbc.sql("select d.claim_id, d.seq, d.code, d.modifiers, d.written, d.recorded_icd10, c.care_month"
                            + " from claims.claim_disease d join claims.claim c on c.id = d.claim_id"
                            + " where d.claim_id > :from and d.claim_id <= :to")
                    .param("from", from)
                    .param("to", to)
                    .query(row -> {
                        var disease = new DiseaseRow(
                                row.getInt(2),
                                "",
                                row.getString(3),
                                modifiers(row.getString(4)),
                                row.getString(5),
                                Optional.empty(),
                                "",
                                false,
                                "",
                                row.getString(6),
                                0);
                        var month = YearMonth.from(row.getObject(7, LocalDate.class));
                        rows.add(new Again(row.getLong(1), row.getInt(2), diseases.find(disease, month)));
                    });
            DISEASES.bind(
                            jdbc.sql("update claims.claim_disease d set name = r.name, icd10 = r.icd10,"
                                    + " class121 = r.class121, lifestyle14 = r.lifestyle14 from " + DISEASES.table()
                                    + " where d.claim_id = r.claim_id and d.seq = r.seq and (d.name, d.icd10, d.class121,"
                                    + " d.lifestyle14) is distinct from (r.name, r.icd10, r.class121, r.lifestyle14)"),
                            rows)
                    .update();
        }

        private static List<String> modifiers(String text) {
            return Arrays.stream(text.split(","))
                    .filter(code -> !code.isEmpty())
                    .toList();
        }

        void drugs(long from, long to) {
            var rows = new ArrayList<DrugAgain>();
            jdbc.sql(
                            "select g.claim_id, g.seq, g.code, c.care_month from claims.claim_drug g"
                                    + " join claims.claim c on c.id = g.claim_id where g.claim_id > :from and g.claim_id <= :to")
                    .param("from", from)
                    .param("to", to)
                    .query(row -> {
                        var month = YearMonth.from(row.getObject(4, LocalDate.class));
                        var drug = known.find(MasterKind.DRUG, row.getString(3), month)
                                .row()
                                .map(Drug::of);
                        rows.add(new DrugAgain(row.getLong(1), row.getInt(2), Supply.Known.of(drug, groups)));
                    });
            DRUGS.bind(
                            jdbc.sql(
                                    "update claims.claim_drug g set name = r.name, price_list_code = r.price_list_code,"
                                            + " groups = r.groups from " + DRUGS.table()
                                            + " where g.claim_id = r.claim_id and g.seq = r.seq and (g.name, g.price_list_code,"
                                            + " g.groups) is distinct from (r.name, r.price_list_code, r.groups)"),
                            rows)
                    .update();
        }
    }
}
