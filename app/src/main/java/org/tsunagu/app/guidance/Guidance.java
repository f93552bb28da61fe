package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.CourseState;

/// Courses of specific health guidance (特定保健指導), for every module above.
@Service
public class Guidance {

    private final CourseStore store;
    private final Exclusions exclusions;
    private final TenantTransactions transactions;
    private final Clock clock;

    Guidance(CourseStore store, Exclusions exclusions, TenantTransactions transactions, Clock clock) {
        this.store = store;
        this.exclusions = exclusions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The courses of an insurer that belong to checkups of a fiscal year, one after the other: none of them is kept
    /// in memory. An outside provider gets those of the members assigned to it.
    public void courses(InsurerId insurer, FiscalYear year, Consumer<CourseSummary> each) {
        var today = LocalDate.now(clock);
        transactions.run(
                insurer, () -> store.ofYear(year.year(), course -> each.accept(CourseSummary.of(course, today))));
    }

    /// What the courses of members are worth as they were recorded, the earliest checkup first; within the transaction
    /// of the caller.
    public List<CourseDue> due(List<Long> members) {
        var today = LocalDate.now(clock);
        return store.of(members).stream()
                .map(stored -> CourseDue.of(stored, today))
                .toList();
    }

    /// Who of some members is in a course that was begun and goes on (特定保健指導を利用中の人); within the transaction of
    /// the caller.
    public Set<Long> running(Collection<Long> members) {
        var today = LocalDate.now(clock);
        return store.of(List.copyOf(members)).stream()
                .filter(stored -> CourseSummary.of(stored, today).isRunning())
                .map(PersonCourse::memberId)
                .collect(Collectors.toSet());
    }

    /// Who is left out in a fiscal year because a drug was started after the checkup, as the insurer has asked
    /// (服薬による除外).
    public Set<Long> excluded(InsurerId insurer, FiscalYear year) {
        return transactions.in(
                insurer,
                () -> exclusions.inForce(year.year()).values().stream()
                        .filter(Exclusions.Exclusion::isExcluded)
                        .map(Exclusions.Exclusion::memberId)
                        .collect(Collectors.toSet()));
    }

    /// The name of a state of a course for a checkup.
    public static String nameOf(CourseState state, LocalDate checkup, Locale locale) {
        return Running.RULES
                .machine(checkup)
                .state(state.name())
                .row()
                .text(locale.getLanguage().equals("ja") ? "name_ja" : "name_en");
    }

    /// One course of the current insurer with everything recorded.
    public Optional<PersonCourse> find(long id) {
        return transactions.inCurrent(() -> store.find(id));
    }

    /// The courses of a member, the earliest checkup first.
    public List<PersonCourse> of(long memberId) {
        return transactions.inCurrent(() -> store.of(List.of(memberId)));
    }
}
