package org.tsunagu.app.planning;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.planning.People.Guided;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.plan.AgeClasses;
import org.tsunagu.rules.plan.AgeClasses.AgeClass;
import org.tsunagu.rules.stratification.Level;

/// Adds up the members of a year by sex and age (対象者・受診者の集計): targets from the register, results from the count of
/// the statutory report ([YearCounts]). Which days of birth belong to an age says [Eligibility]; SQL only adds up.
@Service
public class Population {

    private static final String TARGETS = """
        with classes as (
          select * from unnest(:names, :firsts, :lasts) as c (name, first, last)),
        registered as (
          select distinct member_id from membership.coverage
          where from_day <= :day and coalesce(to_day, 'infinity'::date) >= :day)
        select a.name, m.sex, count(*)
        from membership.member m
        join registered r on r.member_id = m.id
        join classes a on m.birth between a.first and a.last
        where m.birth between :target_first and :target_last
        group by a.name, m.sex
        """;
    private static final String RESULTS = """
        select p.ages, p.sex, count(*) filter (where 'CHECKUP_RATE' = any(p.below)),
          count(p.checkup_id) filter (where 'CHECKUP_RATE' = any(p.below)),
          count(*) filter (where 'CHECKUP_RATE' = any(p.above)),
          count(*) filter (where 'TARGET_RATE' = any(p.above) and p.level = :active),
          count(*) filter (where 'TARGET_RATE' = any(p.above) and p.level = :motivational),
          count(*) filter (where 'GUIDANCE_RATE' = any(p.below)),
          count(*) filter (where 'USE_RATE' = any(p.above)),
          count(*) filter (where 'GUIDANCE_RATE' = any(p.above))
        from reporting.person p where p.report_id = :report and p.ages <> ''
        group by p.ages, p.sex
        """;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final YearCounts counts;
    private final Clock clock;
    private final Eligibility eligibility = Settings.shipped().eligibility(List.of());
    private final AgeClasses ages = new AgeClasses(List.of());

    Population(JdbcClient jdbc, TenantTransactions transactions, YearCounts counts, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.counts = counts;
        this.clock = clock;
    }

    /// The members of a year by sex and age class, in the order of the table; those without members are there with 0.
    public List<People> of(FiscalYear year) {
        var classes = ages.of(year);
        var targets = targets(year, classes);
        var results = results(year);
        var all = new ArrayList<People>();
        for (var sex : Sex.values()) {
            for (var wanted : classes) {
                all.add(of(results, sex, wanted.name())
                        .orElseGet(() -> People.nobody(sex, wanted.name()))
                        .with(of(targets, sex, wanted.name())
                                .map(People::targets)
                                .orElse(0L)));
            }
        }
        return all;
    }

    private static Optional<People> of(List<People> people, Sex sex, String ages) {
        return people.stream()
                .filter(one -> one.sex() == sex && one.ages().equals(ages))
                .findFirst();
    }

    /// What came of a year by sex and age class, without its targets; nobody before the first count of the year.
    public List<People> results(FiscalYear year) {
        return counts.of(year)
                .map(report -> transactions.inCurrent(() -> jdbc.sql(RESULTS)
                        .param("report", report.id())
                        .param("active", Level.ACTIVE.code())
                        .param("motivational", Level.MOTIVATIONAL.code())
                        .query((row, n) -> new People(
                                sex(row),
                                row.getString(1),
                                0,
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                new Guided(
                                        row.getLong(6),
                                        row.getLong(7),
                                        row.getLong(8),
                                        row.getLong(9),
                                        row.getLong(10))))
                        .list()))
                .orElse(List.of());
    }

    private List<People> targets(FiscalYear year, List<AgeClass> classes) {
        var today = LocalDate.now(clock);
        var births = classes.stream()
                .map(ages -> eligibility.births(ages.from(), ages.to(), year))
                .toList();
        var targets = eligibility.birthsOfTargets(year);
        return transactions.inCurrent(() -> jdbc.sql(TARGETS)
                .param("names", classes.stream().map(AgeClass::name).toArray(String[]::new))
                .param("firsts", days(births.stream().map(range -> range.first())))
                .param("lasts", days(births.stream().map(range -> range.last())))
                .param("day", Date.valueOf(year.firstDay().isAfter(today) ? today : year.firstDay()))
                .param("target_first", Date.valueOf(targets.first()))
                .param("target_last", Date.valueOf(targets.last()))
                .query((row, n) -> People.nobody(sex(row), row.getString(1)).with(row.getLong(3)))
                .list());
    }

    private static Sex sex(ResultSet row) throws SQLException {
        return Sex.of(row.getString(2)).orElseThrow();
    }

    private static Date[] days(Stream<LocalDate> days) {
        return days.map(Date::valueOf).toArray(Date[]::new);
    }
}
