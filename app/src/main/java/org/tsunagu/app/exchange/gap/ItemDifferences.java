package org.tsunagu.app.exchange.gap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.exchange.Employer;
import org.tsunagu.app.exchange.Employers;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Workplaces;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.replacement.Replacement;

/// Results of employees against the items of the specific checkup (事業者健診と特定健診の項目の差異), employer by
/// employer.
@Service
public class ItemDifferences {

    private final Employers employers;
    private final Workplaces workplaces;
    private final Checkups checkups;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final Replacement rules = Replacement.shipped();

    ItemDifferences(
            Employers employers,
            Workplaces workplaces,
            Checkups checkups,
            TenantTransactions transactions,
            Clock clock) {
        this.employers = employers;
        this.workplaces = workplaces;
        this.checkups = checkups;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Every employer with staff.
    public List<EmployerGaps> all(FiscalYear year) {
        return employers.all().stream()
                .filter(one -> one.people() > 0)
                .map(one -> of(one.employer(), year))
                .toList();
    }

    /// One employer.
    public EmployerGaps of(Employer employer, FiscalYear year) {
        return transactions.inCurrent(() -> {
            var staff = workplaces.staff(employer.code(), LocalDate.now(clock));
            var results = checkups.ofAll(
                    staff.stream().map(member -> member.id().value()).toList());
            var missing = checkups.missing(results.values().stream()
                    .flatMap(List::stream)
                    .filter(one -> one.fiscalYear() == year.year())
                    .map(Checkup::documentId)
                    .toList());
            var people = new ArrayList<GapPerson>();
            for (var member : staff) {
                var its = results.getOrDefault(member.id().value(), List.of()).stream()
                        .filter(one -> one.fiscalYear() == year.year())
                        .toList();
                people.add(person(member, year, its, missing));
            }
            return new EmployerGaps(employer, people);
        });
    }

    /// Of several results a whole one counts, without any the latest.
    private GapPerson person(Member member, FiscalYear year, List<Checkup> its, Map<Long, List<String>> missing) {
        var whole = its.stream().filter(one -> lacks(one, missing).isEmpty()).findFirst();
        var checkup = whole.or(() -> its.stream().findFirst());
        var age = year.ageOf(member.birth());
        var isOfAge = rules.compare(year.lastDay(), age, age, List.of()).isOfAge();
        return new GapPerson(
                member,
                isOfAge,
                checkup,
                checkup.map(one -> rules.compare(
                        one.examDate(), age, Dates.age(member.birth(), one.examDate()), lacks(one, missing))));
    }

    private static List<String> lacks(Checkup checkup, Map<Long, List<String>> missing) {
        return Optional.ofNullable(missing.get(checkup.documentId())).orElse(List.of());
    }
}
