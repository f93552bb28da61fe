package org.tsunagu.app.exchange.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.guidance.Receptions;
import org.tsunagu.app.intake.ReceivedDocuments;
import org.tsunagu.app.membership.Members;
import org.tsunagu.codes.time.FiscalYear;

/// What of some people is handed over (引継ぎの対象になる文書), within the transaction of the caller.
@Component
class HandoverDocuments {

    private final Checkups checkups;
    private final Receptions receptions;
    private final Members members;
    private final ReceivedDocuments documents;

    HandoverDocuments(Checkups checkups, Receptions receptions, Members members, ReceivedDocuments documents) {
        this.checkups = checkups;
        this.receptions = receptions;
        this.members = members;
        this.documents = documents;
    }

    /// Results, and records of guidance where the kind of hand-over has them.
    List<HandoverItem> of(HandoverKind kind, List<Long> people) {
        var items = new ArrayList<>(results(kind, people));
        kind.guidance().ifPresent(data -> items.addAll(guidance(data, people)));
        return items;
    }

    /// The results that count and came to this insurer itself: what was handed over to us is not ours
    /// to give.
    private List<HandoverItem> results(HandoverKind kind, List<Long> people) {
        var known = members.within(people);
        var byDocument = checkups.ownDocuments(people);
        var received = documents.of(byDocument.keySet());
        return received.values().stream()
                .map(one -> {
                    var own = Objects.requireNonNull(byDocument.get(one.id()));
                    var member = Objects.requireNonNull(known.get(own.memberId()));
                    return new HandoverItem(
                            own.memberId(),
                            one.id(),
                            one.deliveryId(),
                            one.entry(),
                            HandoverItem.State.LISTED,
                            "",
                            "",
                            kind.data(new FiscalYear(own.fiscalYear()).ageOf(member.birth())));
                })
                .toList();
    }

    /// Records of guidance that were sent for this insurer (特定保健指導の記録): those of a former insurer are not ours to
    /// give either.
    private List<HandoverItem> guidance(String data, List<Long> people) {
        var members = receptions.taken(people);
        return documents.of(members.keySet()).values().stream()
                .filter(one -> !one.isFromEarlierInsurer())
                .map(one -> new HandoverItem(
                        Objects.requireNonNull(members.get(one.id())),
                        one.id(),
                        one.deliveryId(),
                        one.entry(),
                        HandoverItem.State.LISTED,
                        "",
                        "",
                        data))
                .toList();
    }
}
