package org.tsunagu.app.tickets;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.tickets.EligiblePerson.Part;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.eligibility.Enrolment;
import org.tsunagu.rules.eligibility.Member;
import org.tsunagu.rules.eligibility.Standing;

/// The list of those whom a year's checkup is for (対象者名簿): on 1 April, and what has changed since. Who
/// belongs there says [Eligibility], person by person.
@Service
public class EligiblePeople {

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Exclusions exclusions;
    private final Eligibility eligibility = Settings.shipped().eligibility(List.of());

    EligiblePeople(JdbcClient jdbc, TenantTransactions transactions, Exclusions exclusions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.exclusions = exclusions;
    }

    private record Named(long id, String name, String kana, LocalDate birth) {}

    /// The rules by which people are on the list.
    public Eligibility rules() {
        return eligibility;
    }

    /// The whole list of a year, in the order of their numbers.
    public List<EligiblePerson> of(FiscalYear year) {
        return after(Actors.current().insurer().id(), year, 0, Integer.MAX_VALUE);
    }

    /// How many people there are of each part; parts without people are there with 0.
    public static Map<Part, Long> counts(Collection<EligiblePerson> people) {
        var counts = new EnumMap<Part, Long>(Part.class);
        for (var part : Part.values()) {
            counts.put(part, people.stream().filter(one -> one.part() == part).count());
        }
        return counts;
    }

    /// One member in a year; empty for somebody who is not of the age, or was no member.
    public Optional<EligiblePerson> find(InsurerId insurer, long member, FiscalYear year) {
        return after(insurer, year, member - 1, 1).stream()
                .filter(one -> one.memberId() == member)
                .findFirst();
    }

    /// The next of the list.
    List<EligiblePerson> after(InsurerId insurer, FiscalYear year, long after, int most) {
        return transactions.in(insurer, () -> {
            var people = ofAge(year, after, most);
            var ids = people.stream().map(Named::id).toList();
            var enrolments = enrolments(ids);
            var excluded = exclusions.counting(ids, year);
            return people.stream()
                    .map(one -> person(
                            one,
                            new Member(
                                    one.birth(),
                                    enrolments.getOrDefault(one.id(), List.of()),
                                    excluded.getOrDefault(one.id(), List.of())),
                            year))
                    .toList();
        });
    }

    /// Those with a membership within the year who are of the age.
    private List<Named> ofAge(FiscalYear year, long after, int most) {
        // Who was born on 1 April may be a target by one way of counting ages and not by the other: the list shows
        // them.
        var births = eligibility.birthsOfTargetsEitherWay(year);
        return jdbc.sql("select m.id, m.name, m.kana, m.birth from membership.member m where m.id > :after"
                        + " and m.birth between :first and :last and exists (select 1 from membership.coverage c"
                        + " where c.member_id = m.id and c.from_day <= :march"
                        + " and coalesce(c.to_day, 'infinity'::date) >= :april) order by m.id limit :most")
                .param("after", after)
                .param("first", Date.valueOf(births.first()))
                .param("last", Date.valueOf(births.last()))
                .param("april", Date.valueOf(year.firstDay()))
                .param("march", Date.valueOf(year.lastDay()))
                .param("most", most)
                .query((row, n) -> new Named(
                        row.getLong(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class)))
                .list();
    }

    private Map<Long, List<Enrolment>> enrolments(List<Long> ids) {
        return jdbc
                .sql("select member_id, from_day, to_day from membership.coverage where member_id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> Map.entry(
                        row.getLong(1),
                        new Enrolment(
                                row.getObject(2, LocalDate.class),
                                Optional.ofNullable(row.getObject(3, LocalDate.class)))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private EligiblePerson person(Named named, Member member, FiscalYear year) {
        var standing = eligibility.standing(member, year);
        return new EligiblePerson(
                named.id(),
                named.name(),
                named.kana(),
                member,
                standing,
                part(member, standing, year),
                eligibility.lastExaminationDay(named.birth(), year));
    }

    private Part part(Member member, Standing standing, FiscalYear year) {
        if (!member.isEnrolledOn(year.firstDay())) {
            return Part.JOINED;
        }
        if (standing.exclusion().isPresent()) {
            return Part.EXCLUDED;
        }
        if (standing.isAprilDecisive() && !standing.target().value()) {
            return Part.OTHER_COUNT;
        }
        if (standing.inDenominator().value()) {
            return Part.TARGET;
        }
        return eligibility.birthsInDenominator(year).includes(member.birth()) ? Part.LEFT : Part.TURNS_75;
    }
}
