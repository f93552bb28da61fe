package org.tsunagu.app.exchange.handover;

import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.files.Originals;

/// What happens before an archive leaves (引継ぎファイルの送付): between its writing and its sending somebody may
/// have said no.
@Service
public class Departures {

    private final HandoverStore store;
    private final Handovers handovers;
    private final Disclosures disclosures;
    private final Originals originals;
    private final TenantTransactions transactions;

    Departures(
            HandoverStore store,
            Handovers handovers,
            Disclosures disclosures,
            Originals originals,
            TenantTransactions transactions) {
        this.store = store;
        this.handovers = handovers;
        this.disclosures = disclosures;
        this.originals = originals;
        this.transactions = transactions;
    }

    /// What came of asking once more before an archive leaves (送付前の再確認).
    public enum Again {
        DONE,
        /// Somebody in it may not be handed over now: it is written again without them.
        REBUILT,
        /// The same, but it was sent already: it must not leave once more.
        CLOSED,
        /// Somebody else has changed it meanwhile.
        CHANGED
    }

    /// Decides once more about everybody in an archive, before it is taken out.
    public Again again(long id) {
        return transactions.inCurrent(() -> {
            var handover = store.find(id).filter(Handover::hasFile);
            if (handover.isEmpty()) {
                return Again.CHANGED;
            }
            if (isAllowed(handover.get())) {
                return Again.DONE;
            }
            return handover.get().state() == Handover.State.CHECKED ? rebuild(handover.get()) : Again.CLOSED;
        });
    }

    private boolean isAllowed(Handover handover) {
        var transfers = HandoverTransfers.of(handover, Actors.current().insurer());
        var isAllowed = true;
        for (var one : store.written(handover.id()).entrySet()) {
            var transfer = transfers.apply(one.getKey());
            isAllowed &= transfer.isEmpty()
                    || disclosures.decide(transfer.get(), one.getValue()).stream()
                            .allMatch(Disclosure::isAllowed);
        }
        return isAllowed;
    }

    private Again rebuild(Handover handover) {
        if (!store.change(handover.id(), Handover.State.CHECKED, Handover.State.WAITING)) {
            return Again.CHANGED;
        }
        store.again(handover.id());
        if (store.of(handover.original()) == 0) {
            originals.remove(Actors.current().insurer().id(), handover.original());
        }
        // Each writing is a job of its own.
        handovers.begin(
                handover.id(),
                "%d/%d".formatted(handover.id(), store.events(handover.id()).size()));
        return Again.REBUILT;
    }

    /// Says that it was sent, unless somebody in it may not be handed over now.
    public Again sent(long id) {
        return transactions.inCurrent(() -> {
            if (store.find(id)
                    .filter(one -> one.state() == Handover.State.CHECKED)
                    .isEmpty()) {
                return Again.CHANGED;
            }
            var again = again(id);
            return again != Again.DONE || handovers.move(id, Handover.State.CHECKED, Handover.State.SENT)
                    ? again
                    : Again.CHANGED;
        });
    }
}
