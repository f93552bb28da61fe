package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
/// register, and every hour because insurance also ends by the calendar. A loss that the register moves
/// or takes back is
/// moved or taken back here; one that becomes known late ends also what has been recorded after it.
@Component
class Loss {

    /// No course runs longer after its checkup.
    private static final int LONGEST_YEARS = 3;

    private final Insurers insurers;
    private final TenantTransactions transactions;
    private final CourseStore store;
    private final Writing writing;
    private final Members members;
    private final Clock clock;

    Loss(
            Insurers insurers,
            TenantTransactions transactions,
            CourseStore store,
            Writing writing,
            Members members,
            Clock clock) {
        this.insurers = insurers;
        this.transactions = transactions;
        this.store = store;
        this.writing = writing;
        this.members = members;
        this.clock = clock;
    }

    @EventListener
    void on(RegisterTaken taken) {
        suspects().forEach(course -> settle(taken.insurer(), course));
    }

    /// Each course in a transaction of its own: two that look at once hold one person at a time.
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    void everyHour() {
        for (var insurer : insurers.all()) {
            var suspects = transactions.in(insurer.id(), this::suspects);
            suspects.forEach(course -> transactions.run(insurer.id(), () -> settle(insurer.id(), course)));
        }
    }

    /// Courses that have a loss, should have one, or hold work of a day without insurance.
    private List<Long> suspects() {
        var today = LocalDate.now(clock);
        var all = store.since(today.minusYears(LONGEST_YEARS));
        var insured = members.coveredOn(all.stream().map(PersonCourse::memberId).toList(), today);
        var uncovered = members.notCovered(all.stream().flatMap(Loss::worked).toList());
        return all.stream()
                .filter(course -> loss(course).isPresent()
                        || (!insured.contains(course.memberId()) && isOpen(course))
                        || worked(course).anyMatch(uncovered::contains))
                .map(PersonCourse::id)
                .toList();
    }

    private static boolean isOpen(PersonCourse course) {
        return Running.RULES.state(Running.of(course).course()).isOpen();
    }

    /// The days on which something was recorded in a course.
    private static Stream<Members.OnDay> worked(PersonCourse course) {
        return course.current().stream()
                .filter(one -> !one.origin().equals(Recorded.SYSTEM))
                .filter(one -> one.event().trigger() != Trigger.LOSE_MEMBERSHIP)
                .map(one -> new Members.OnDay(course.memberId(), one.event().on()));
    }

    private static Optional<Recorded> loss(PersonCourse course) {
        return course.current().stream()
                .filter(one -> one.event().trigger() == Trigger.LOSE_MEMBERSHIP)
                .findFirst();
    }

    /// Brings the loss of one course to what the register says now: written, moved to another day, or
    /// taken back.
    private void settle(InsurerId insurer, long courseId) {
        store.find(courseId).ifPresent(seen -> {
            store.lock(List.of(seen.memberId()));
            store.find(courseId).ifPresent(course -> settle(insurer, course));
        });
    }

    private void settle(InsurerId insurer, PersonCourse course) {
        var loss = loss(course);
        if (loss.filter(one -> !one.origin().equals(Recorded.SYSTEM)).isPresent()) {
            return; // Somebody has recorded it and takes it back.
        }
        var wanted = wanted(course);
        if (loss.map(one -> one.event().on()).equals(wanted)) {
            return;
        }
        var corrects = loss.map(Recorded::id).orElse(0L);
        wanted.ifPresentOrElse(
                day -> write(insurer, course, corrects, Writing.Written.of(Event.of(Trigger.LOSE_MEMBERSHIP, day), "")),
                () -> loss.ifPresent(one -> write(
                        insurer,
                        course,
                        corrects,
                        Writing.Written.of(one.event(), "").taking())));
    }

    /// The day on which a course ends by the register; of two losses the one that touches what was
    /// recorded.
    private Optional<LocalDate> wanted(PersonCourse course) {
        var today = LocalDate.now(clock);
        var uncovered = members.notCovered(worked(course).toList());
        var isOpen = isOpen(course.with(course.records().stream()
                .filter(one -> one.event().trigger() != Trigger.LOSE_MEMBERSHIP)
                .toList()));
        var left =
                isOpen && members.coveredOn(List.of(course.memberId()), today).isEmpty()
                        ? Stream.of(today)
                        : Stream.<LocalDate>empty();
        return Stream.concat(uncovered.stream().map(Members.OnDay::day), left)
                .min(Comparator.naturalOrder())
                .flatMap(day -> members.lastCovered(course.memberId(), day.minusDays(1)))
                .map(last -> last.plusDays(1));
    }

    private void write(InsurerId insurer, PersonCourse course, long corrects, Writing.Written written) {
        writing.insert(
                insurer,
                course,
                new Recording.At(course.id(), course.version(), corrects, Recording.NO_KEY),
                written,
                Writing.Author.SYSTEM);
        writing.settled(insurer, course.id());
    }
}
