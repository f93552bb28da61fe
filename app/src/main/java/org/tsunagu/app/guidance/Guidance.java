package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.codes.time.FiscalYear;

/// Courses of specific health guidance (特定保健指導), for every module above.
@Service
public class Guidance {

    private final CourseStore store;
    private final TenantTransactions transactions;
    private final Clock clock;

    Guidance(CourseStore store, TenantTransactions transactions, Clock clock) {
        this.store = store;
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

    /// One course of the current insurer with everything recorded.
    public Optional<PersonCourse> find(long id) {
        return transactions.inCurrent(() -> store.find(id));
    }

    /// The courses of a member, the earliest checkup first.
    public List<PersonCourse> of(long memberId) {
        return transactions.inCurrent(() -> store.of(List.of(memberId)));
    }
}
