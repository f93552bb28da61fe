package org.tsunagu.app.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.consent.ConsentChanged;
import org.tsunagu.app.intake.DeliveryRefused;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.RegisterTaken;

/// Figures of an insurer (保険者の現況) that go through all its members and results, and change only when files are
/// taken in. They are remembered for a minute, or everybody's first page would count everything again; what was counted
/// before a file was taken in is forgotten at once.
@Component
public class InsurerFigures {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Members members;
    private final Checkups checkups;
    private final Clock clock;
    private final Map<InsurerId, Counted> counted = new ConcurrentHashMap<>();

    InsurerFigures(Members members, Checkups checkups, Clock clock) {
        this.members = members;
        this.checkups = checkups;
        this.clock = clock;
    }

    /// The figures.
    ///
    /// @param members insured today
    /// @param byYear people with a result, by fiscal year
    public record Figures(int members, Map<Integer, Integer> byYear) {}

    private record Counted(Instant at, LocalDate day, Figures figures) {}

    /// The figures of the insurer that the current actor works for.
    public Figures figures() {
        var insurer = Actors.current().insurer().id();
        var today = LocalDate.now(clock);
        var now = clock.instant();
        var known = counted.get(insurer);
        if (known != null && known.day().equals(today) && known.at().plus(KEPT).isAfter(now)) {
            return known.figures();
        }
        var figures = new Figures(members.covered(today), checkups.byYear());
        counted.put(insurer, new Counted(now, today, figures));
        return figures;
    }

    @TransactionalEventListener
    void on(DocumentsMatched event) {
        if (!event.checkups().isEmpty()) {
            counted.remove(event.insurer());
        }
    }

    @TransactionalEventListener
    void on(DeliveryRefused event) {
        counted.remove(event.insurer());
    }

    @TransactionalEventListener
    void on(ConsentChanged event) {
        counted.remove(event.insurer());
    }

    @TransactionalEventListener
    void on(RegisterTaken event) {
        counted.remove(event.insurer());
    }
}
