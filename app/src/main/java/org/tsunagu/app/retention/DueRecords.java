package org.tsunagu.app.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.tsunagu.app.keeping.KeptRecords;
import org.tsunagu.app.keeping.KeptRecords.Kept;
import org.tsunagu.app.membership.Coverage;
import org.tsunagu.app.membership.Coverages;
import org.tsunagu.rules.legal.Retention;
import org.tsunagu.rules.legal.Retention.Policy;

/// Goes through the records of all modules that are old enough to be looked at (削除候補の洗い出し),
/// within the transaction of the caller.
@Component
class DueRecords {

    private static final int AT_ONCE = 1000;

    private final List<KeptRecords> owners;
    private final Coverages coverages;
    private final Holds holds;

    DueRecords(List<KeptRecords> owners, Coverages coverages, Holds holds) {
        this.owners = owners.stream()
                .sorted(Comparator.comparingInt(owner -> Retention.kinds().indexOf(owner.kind())))
                .toList();
        this.coverages = coverages;
        this.holds = holds;
    }

    /// Those that keep records, in the order in which they are deleted.
    List<KeptRecords> owners() {
        return owners;
    }

    KeptRecords owner(String kind) {
        return owners.stream()
                .filter(owner -> owner.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody keeps " + kind));
    }

    /// Kinds of the rules of which no module has told what it keeps: nothing of them is ever deleted.
    List<String> untold() {
        return Retention.kinds().stream()
                .filter(kind -> owners.stream().noneMatch(owner -> owner.kind().equals(kind)))
                .toList();
    }

    /// Every record made so long ago that its time can be over.
    void each(LocalDate day, Policy policy, Consumer<Due> look) {
        var standing = holds.within();
        for (var owner : owners) {
            var latest = Retention.latestMade(owner.kind(), day, policy);
            var after = 0L;
            var records = owner.madeUntil(latest, after, AT_ONCE);
            while (!records.isEmpty()) {
                looked(owner, records, day, policy, standing).forEach(look);
                after = records.getLast().id();
                records = owner.madeUntil(latest, after, AT_ONCE);
            }
        }
    }

    private List<Due> looked(KeptRecords owner, List<Kept> records, LocalDate day, Policy policy, List<Hold> standing) {
        var members = records.stream().map(Kept::memberId).distinct().toList();
        var times = coverages.of(members);
        var waiting = waiting(owner.kind(), members);
        return records.stream()
                .map(record -> {
                    var last = lastInsured(times.getOrDefault(record.memberId(), List.of()), day);
                    var term = Retention.term(owner.kind(), record.made(), last, day, policy);
                    return new Due(
                            owner.kind(),
                            record,
                            term,
                            term.isOver(day),
                            hold(standing, owner.kind(), record, day),
                            waiting.contains(record.memberId()));
                })
                .toList();
    }

    static Optional<Hold> hold(List<Hold> standing, String kind, Kept record, LocalDate day) {
        return standing.stream()
                .filter(hold -> hold.concerns(kind, record.memberId(), day))
                .findFirst();
    }

    /// Those of some people of whom something is kept that a record of a kind waits for.
    Set<Long> waiting(String kind, Collection<Long> members) {
        var others = Retention.waitsFor(kind);
        var found = new HashSet<Long>();
        owners.stream()
                .filter(owner -> others.contains(owner.kind()))
                .forEach(owner -> found.addAll(owner.of(members)));
        return found;
    }

    /// Empty while somebody is insured; whoever was never insured counts as having left at the
    /// beginning of time.
    private static Optional<LocalDate> lastInsured(List<Coverage> times, LocalDate day) {
        var isInsured = times.stream()
                .anyMatch(time -> time.to().filter(to -> to.isBefore(day)).isEmpty());
        return isInsured
                ? Optional.empty()
                : times.stream()
                        .flatMap(time -> time.to().stream())
                        .max(Comparator.naturalOrder())
                        .or(() -> Optional.of(LocalDate.EPOCH));
    }
}
