package org.tsunagu.app.exchange;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;

/// Results that complete a request take its task off the list (依頼した結果の到着), whatever way they came; in
/// the transaction
/// that stores them.
@Component
class Arrivals {

    private final RequestStore store;
    private final Checkups checkups;
    private final Tasks tasks;

    Arrivals(RequestStore store, Checkups checkups, Tasks tasks) {
        this.store = store;
        this.checkups = checkups;
        this.tasks = tasks;
    }

    /// Last of all who listen: the results are stored by then.
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(DocumentsMatched event) {
        var people = event.checkups().stream()
                .map(DocumentsMatched.Matched::memberId)
                .distinct()
                .toList();
        if (people.isEmpty()) {
            return;
        }
        for (var request : store.openAbout(people)) {
            var asked = store.people(request.id());
            var isFromFormer = request.scheme().party() == Scheme.Party.INSURER;
            if (checkups.examined(asked, request.fiscalYear(), isFromFormer).size() == asked.size()) {
                tasks.drop(
                        event.insurer(), TaskKind.REQUEST, List.of(Requests.subject(request.id())), "RESULTS-ARRIVED");
            }
        }
    }
}
