package org.tsunagu.app.planning;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.plan.AgeClasses;
import org.tsunagu.rules.plan.AgeClasses.AgeClass;
import org.tsunagu.rules.stratification.Level;

/// Counts the members of a year by sex and age (対象者・受診者の集計). Which days of birth belong to an age says
/// [Eligibility]; SQL only counts.
@Service
public class Population {

    private static final String COUNT = """
        with classes as (
          select * from unnest(:names, :firsts, :lasts) as c (name, first, last)),
        examined as (
          select c.member_id, bool_or(d.value = 'true') as complete,
            bool_or(d.value = 'true' and l.value = any(:levels)) as guidance
          from checkups.checkup c
          left join checkups.current_decision d on d.checkup_id = c.id and d.question = 'COMPLETE'
          left join checkups.current_decision l on l.checkup_id = c.id and l.question = 'STRATIFICATION'
          where c.fiscal_year = :year and c.superseded_by is null and not c.withdrawn
          group by c.member_id),
        registered as (
          select distinct member_id from membership.coverage
          where from_day <= :day and coalesce(to_day, 'infinity'::date) >= :day),
        throughout as (
          select distinct member_id from membership.covered_all_year(:april, :march))
        select a.name, m.sex, count(*) filter (where m.birth between :target_first and :target_last),
          count(*) filter (where w.member_id is not null and m.birth between :counted_first and :counted_last),
          count(e.member_id) filter (where w.member_id is not null
            and m.birth between :counted_first and :counted_last),
          count(*) filter (where e.complete and w.member_id is not null
            and m.birth between :counted_first and :counted_last),
          count(*) filter (where e.guidance and w.member_id is not null
            and m.birth between :counted_first and :counted_last)
        from membership.member m
        join registered r on r.member_id = m.id
        join classes a on m.birth between a.first and a.last
        left join throughout w on w.member_id = m.id
        left join examined e on e.member_id = m.id
        group by a.name, m.sex
        """;

    private static final String[] LEVELS = Stream.of(Level.values())
            .filter(Level::isGuidanceTarget)
            .map(Level::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;
    private final Eligibility eligibility = Settings.shipped().eligibility(List.of());
    private final AgeClasses ages = new AgeClasses(List.of());

    Population(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The members of a year by sex and age class, in the order of the table; those without members are there with 0.
    public List<People> of(FiscalYear year) {
        var classes = ages.of(year);
        var counted = count(year, classes);
        var all = new ArrayList<People>();
        for (var sex : Sex.values()) {
            for (var wanted : classes) {
                all.add(counted.stream()
                        .filter(people -> people.sex() == sex && people.ages().equals(wanted.name()))
                        .findFirst()
                        .orElseGet(() -> People.nobody(sex, wanted.name())));
            }
        }
        return all;
    }

    private List<People> count(FiscalYear year, List<AgeClass> classes) {
        var today = LocalDate.now(clock);
        var births = classes.stream()
                .map(ages -> eligibility.births(ages.from(), ages.to(), year))
                .toList();
        var targets = eligibility.birthsOfTargets(year);
        var denominator = eligibility.birthsInDenominator(year);
        return transactions.inCurrent(() -> jdbc.sql(COUNT)
                .param("names", classes.stream().map(AgeClass::name).toArray(String[]::new))
                .param("firsts", days(births.stream().map(range -> range.first())))
                .param("lasts", days(births.stream().map(range -> range.last())))
                .param("levels", LEVELS)
                .param("year", year.year())
                .param("day", Date.valueOf(year.firstDay().isAfter(today) ? today : year.firstDay()))
                .param("april", Date.valueOf(year.firstDay()))
                .param("march", Date.valueOf(year.lastDay()))
                .param("target_first", Date.valueOf(targets.first()))
                .param("target_last", Date.valueOf(targets.last()))
                .param("counted_first", Date.valueOf(denominator.first()))
                .param("counted_last", Date.valueOf(denominator.last()))
                .query((row, n) -> new People(
                        Sex.of(row.getString(2)).orElseThrow(),
                        row.getString(1),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)))
                .list());
    }

    private static Date[] days(Stream<LocalDate> days) {
        return days.map(Date::valueOf).toArray(Date[]::new);
    }
}
