package org.tsunagu.app.retention;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.keeping.KeptCopies;
import org.tsunagu.app.keeping.KeptRecords.FileFate;
import org.tsunagu.app.keeping.KeptRecords.Kept;
import org.tsunagu.app.retention.DeletedList.Line;

/// Deletes again what a restored backup has brought back (復元後の再削除), whenever the server starts.
/// A record is the one that was deleted when number, member and day are the same.
@Component
class DeletedAgain {

    private static final int AT_ONCE = 1000;

    private final Insurers insurers;
    private final TenantTransactions transactions;
    private final DueRecords records;
    private final List<KeptCopies> copies;
    private final DeletionStore store;
    private final DeletedList list;
    private final Removal removal;
    private final Audit audit;

    DeletedAgain(
            Insurers insurers,
            TenantTransactions transactions,
            DueRecords records,
            List<KeptCopies> copies,
            DeletionStore store,
            DeletedList list,
            Removal removal,
            Audit audit) {
        this.insurers = insurers;
        this.transactions = transactions;
        this.records = records;
        this.copies = copies;
        this.store = store;
        this.list = list;
        this.removal = removal;
        this.audit = audit;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        insurers.all().forEach(insurer -> delete(insurer.id()));
    }

    /// Deletes what has come back of an insurer.
    ///
    /// @return how many records had come back
    int delete(InsurerId insurer) {
        var byKind = list.lines(insurer).stream()
                .collect(Collectors.groupingBy(Line::kind, Collectors.mapping(Line::record, Collectors.toList())));
        var deleted = 0;
        for (var owner : records.owners()) {
            var lines = byKind.getOrDefault(owner.kind(), List.of());
            for (var from = 0; from < lines.size(); from += AT_ONCE) {
                deleted += some(insurer, owner.kind(), lines.subList(from, Math.min(from + AT_ONCE, lines.size())));
            }
        }
        return deleted;
    }

    /// The files came back with the records.
    private void removed(InsurerId insurer, List<FileFate> files) {
        files.stream().filter(FileFate::isRemovable).forEach(file -> removal.remove(insurer, file.hash()));
    }

    private int some(InsurerId insurer, String kind, List<Kept> lines) {
        return transactions.in(insurer, () -> {
            var owner = records.owner(kind);
            var ids = lines.stream().map(Kept::id).toList();
            // What a deletion under way has listed but not deleted yet is for its certificate.
            var planned = store.planned(kind, ids);
            // What has been written about somebody since keeps what waits for it.
            var waiting = records.waiting(
                    kind, lines.stream().map(Kept::memberId).distinct().toList());
            var back = owner.find(ids).stream()
                    .filter(one -> lines.contains(one) && !planned.contains(one.id()))
                    .filter(one -> !waiting.contains(one.memberId()))
                    .toList();
            if (!back.isEmpty()) {
                removed(insurer, owner.delete(back.stream().map(Kept::id).toList()));
                copies.forEach(copy -> removed(insurer, copy.drop(kind, back)));
                audit.noteAsSystem(
                        insurer,
                        new Look(
                                Look.Kind.BATCH,
                                "retention",
                                0,
                                "work",
                                "HOUSE-RULES",
                                "/retention",
                                "deleted again after a restoration: %d %s".formatted(back.size(), kind)),
                        back.stream()
                                .map(Kept::memberId)
                                .filter(member -> member != 0)
                                .distinct()
                                .toList());
            }
            return back.size();
        });
    }
}
