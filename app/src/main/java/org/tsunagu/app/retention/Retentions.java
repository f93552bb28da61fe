package org.tsunagu.app.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Parameters;
import org.tsunagu.app.jobs.Jobs;
import org.tsunagu.rules.legal.Retention.Policy;

/// How long records are kept (保存期間): what could be deleted today and why, deletions, their certificates.
@Service
public class Retentions {

    private static final int SHOWN = 200;

    private final DueRecords records;
    private final DeletionStore store;
    private final Parameters parameters;
    private final TenantTransactions transactions;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    Retentions(
            DueRecords records,
            DeletionStore store,
            Parameters parameters,
            TenantTransactions transactions,
            Jobs jobs,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.store = store;
        this.parameters = parameters;
        this.transactions = transactions;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// How many records of a kind a row of the rules lets go or keeps, and why.
    public record Count(String kind, String row, String why, int records) {}

    /// What a deletion today would do (削除の下見).
    ///
    /// @param first some of the records, one by one
    /// @param untold kinds of which no module has told what it keeps
    public record Preview(LocalDate day, Policy policy, List<Count> counts, List<Due> first, List<String> untold) {}

    /// What a deletion today would do.
    public Preview preview() {
        record Key(String kind, String row, String why) {}
        var counts = new LinkedHashMap<Key, Integer>();
        var first = new ArrayList<Due>();
        var day = LocalDate.now(clock);
        return transactions.inCurrent(() -> {
            var policy = policy();
            records.each(day, policy, due -> {
                counts.merge(new Key(due.kind(), due.term().row().key(), due.why()), 1, Integer::sum);
                if (first.size() < SHOWN) {
                    first.add(due);
                }
            });
            var all = counts.entrySet().stream()
                    .map(one -> new Count(
                            one.getKey().kind(), one.getKey().row(), one.getKey().why(), one.getValue()))
                    .toList();
            return new Preview(day, policy, all, List.copyOf(first), records.untold());
        });
    }

    private Policy policy() {
        return new Policy(
                Integer.parseInt(parameters.value("RETENTION_EXTRA_YEARS")),
                parameters.value("RETENTION_INSURED").equals("KEEP"));
    }

    /// Begins a deletion, in the name of the current actor.
    ///
    /// @return its number
    public long begin() {
        var actor = Actors.current();
        return transactions.inCurrent(() -> {
            var id = store.begin(
                    actor,
                    LocalDate.now(clock),
                    policy(),
                    Integer.parseInt(parameters.value("RETENTION_BACKUP_DAYS")),
                    OffsetDateTime.now(clock));
            audit.note(Look.changed(0, "retention", "/retention", "deletion " + id + " begun"));
            jobs.enqueue(actor.insurer().id(), DeletionJob.KIND, Long.toString(id), actor.name());
            return id;
        });
    }

    /// All deletions, the latest first.
    public List<Run> runs() {
        return transactions.inCurrent(store::all);
    }

    /// The certificate of a deletion.
    public Optional<Run.Certificate> certificate(long id) {
        return transactions.inCurrent(
                () -> store.find(id).map(run -> new Run.Certificate(run, store.counts(id), store.files(id))));
    }
}
