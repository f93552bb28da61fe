package org.tsunagu.app.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.JobHandler;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.keeping.KeptCopies;
import org.tsunagu.app.keeping.KeptRecords.Kept;
import org.tsunagu.app.retention.DeletionStore.Item;

/// Deletes what was kept long enough (保存期間の過ぎた記録の削除): what is to go is written down first,
/// then it goes in small steps, each of which is whole. Killed and begun again it goes on where it was.
@Component
class DeletionJob implements JobHandler {

    static final String KIND = "retention-deletion";

    private static final int AT_ONCE = 200;

    private final DeletionStore store;
    private final DueRecords records;
    private final List<KeptCopies> copies;
    private final Holds holds;
    private final DeletedList list;
    private final Removal removal;
    private final Audit audit;
    private final Clock clock;

    DeletionJob(
            DeletionStore store,
            DueRecords records,
            List<KeptCopies> copies,
            Holds holds,
            DeletedList list,
            Removal removal,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.copies = copies;
        this.holds = holds;
        this.list = list;
        this.removal = removal;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(Job job, Steps steps) {
        var run = Long.parseLong(job.subject());
        var insurer = job.insurer();
        if (job.step().isEmpty()) {
            steps.commit("PLANNED", 0, 0, () -> plan(insurer, run));
        }
        var left = new long[] {1};
        while (left[0] > 0) {
            steps.commit("DELETING", 0, 0, () -> {
                delete(insurer, run);
                left[0] = store.open(run);
            });
        }
        steps.commit("DONE", 1, 1, () -> finish(insurer, run));
    }

    private void plan(InsurerId insurer, long id) {
        var run = store.find(id).orElseThrow();
        var due = new ArrayList<Due>();
        records.each(run.day(), run.policy(), one -> {
            if (one.isDeletable()) {
                due.add(one);
            }
            if (due.size() == AT_ONCE) {
                store.plan(insurer, id, due);
                due.clear();
            }
        });
        store.plan(insurer, id, due);
    }

    /// What is there no more, or is held now, or waits for something new, is not deleted.
    private void delete(InsurerId insurer, long run) {
        var items = store.next(run, AT_ONCE);
        if (items.isEmpty()) {
            return;
        }
        var owner = records.owner(items.getFirst().kind());
        var there = owner.find(items.stream().map(item -> item.record().id()).toList()).stream()
                .collect(Collectors.toMap(Kept::id, Function.identity()));
        var standing = holds.within();
        var today = LocalDate.now(clock);
        var waiting = records.waiting(
                owner.kind(),
                items.stream().map(item -> item.record().memberId()).distinct().toList());
        var byState = items.stream().collect(Collectors.groupingBy(item -> {
            var isSame = item.record().equals(there.get(item.record().id()));
            var isHeld = waiting.contains(item.record().memberId())
                    || DueRecords.hold(standing, item.kind(), item.record(), today)
                            .isPresent();
            return isHeld ? "HELD" : isSame ? "DELETED" : "GONE";
        }));
        var gone = byState.getOrDefault("DELETED", List.of());
        if (!gone.isEmpty()) {
            list.add(insurer, gone);
            store.files(
                    insurer,
                    run,
                    owner.delete(gone.stream().map(item -> item.record().id()).toList()));
            var records = gone.stream().map(Item::record).toList();
            copies.forEach(copy -> store.files(insurer, run, copy.drop(owner.kind(), records)));
        }
        byState.forEach((state, those) -> store.state(those, state));
    }

    private void finish(InsurerId insurer, long id) {
        var run = store.find(id).orElseThrow();
        if (run.isDone()) {
            return;
        }
        store.files(id).stream().filter(Run.File::isRemoved).forEach(file -> removal.remove(insurer, file.hash()));
        var deleted = store.deleted(id);
        var hash = hash(deleted);
        store.done(id, OffsetDateTime.now(clock), hash, LocalDate.now(clock).plusDays(run.backupDays()));
        var look = new Look(
                Look.Kind.BATCH,
                "retention",
                0,
                "work",
                "HOUSE-RULES",
                "/retention/" + id,
                "deleted %d records, sha256 %s".formatted(deleted.size(), hash));
        audit.noteAsSystem(
                insurer,
                look,
                deleted.stream()
                        .map(item -> item.record().memberId())
                        .filter(member -> member != 0)
                        .distinct()
                        .toList());
    }

    private static String hash(List<Item> deleted) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var item : deleted) {
                var line = "%s\t%d\t%d\t%s\t%s\n"
                        .formatted(
                                item.kind(),
                                item.record().id(),
                                item.record().memberId(),
                                item.record().made(),
                                item.row());
                digest.update(Objects.requireNonNull(line).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
