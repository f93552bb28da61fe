package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.membership.RegisterTaken;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.Trigger;

/// Courses of people who leave the insurer end on the day of the loss (資格喪失による終了): looked at with every
/// register, and every hour because insurance also ends by the calendar. A loss that the register takes
/// back is taken back here.
@Component
class Loss {

    /// No course runs longer after its checkup.
    private static final int LONGEST_YEARS = 3;

    private final Insurers insurers;
    private final TenantTransactions transactions;
    private final CourseStore store;
    private final Recording recording;
    private final Members members;
    private final Clock clock;

    Loss(
            Insurers insurers,
            TenantTransactions transactions,
            CourseStore store,
            Recording recording,
            Members members,
            Clock clock) {
        this.insurers = insurers;
        this.transactions = transactions;
        this.store = store;
        this.recording = recording;
        this.members = members;
        this.clock = clock;
    }

    @EventListener
    void on(RegisterTaken taken) {
        sweep(taken.insurer());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    void everyHour() {
        for (var insurer : insurers.all()) {
            transactions.run(insurer.id(), () -> sweep(insurer.id()));
        }
    }

    /// Within a transaction of one insurer.
    private void sweep(InsurerId insurer) {
        var today = LocalDate.now(clock);
        var open = store.since(today.minusYears(LONGEST_YEARS));
        var insured =
                members.coveredOn(open.stream().map(PersonCourse::memberId).toList(), today);
        for (var course : open) {
            var loss = loss(course);
            if (loss.isPresent()) {
                takeBackIfInsured(insurer, course, loss.get());
            } else if (!insured.contains(course.memberId())
                    && Running.RULES.state(Running.of(course).course()).isOpen()) {
                end(insurer, course, today);
            }
        }
    }

    private static Optional<Recorded> loss(PersonCourse course) {
        return course.current().stream()
                .filter(one -> one.event().trigger() == Trigger.LOSE_MEMBERSHIP)
                .findFirst();
    }

    private void takeBackIfInsured(InsurerId insurer, PersonCourse course, Recorded loss) {
        var day = new Members.OnDay(course.memberId(), loss.event().on());
        if (loss.origin().equals(Recorded.SYSTEM)
                && members.notCovered(List.of(day)).isEmpty()) {
            write(
                    insurer,
                    course,
                    loss.id(),
                    Recording.Written.of(loss.event(), "").taking());
        }
    }

    private void end(InsurerId insurer, PersonCourse course, LocalDate today) {
        members.lastCovered(course.memberId(), today.minusDays(1))
                .map(last -> Event.of(Trigger.LOSE_MEMBERSHIP, last.plusDays(1)))
                .ifPresent(event -> write(insurer, course, 0, Recording.Written.of(event, "")));
    }

    private void write(InsurerId insurer, PersonCourse course, long corrects, Recording.Written written) {
        recording.insert(
                insurer,
                course,
                new Recording.At(course.id(), course.version(), corrects, Recording.NO_KEY),
                written,
                Recording.Author.SYSTEM);
        recording.settled(insurer, course.id());
    }
}
