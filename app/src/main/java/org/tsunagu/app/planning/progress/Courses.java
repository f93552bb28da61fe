package org.tsunagu.app.planning.progress;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.planning.YearCounts;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Tally;

/// Adds up how a year goes (年度の経過の集計), from the count of the statutory report: members of the denominator by the day
/// of the complete checkup that counts.
@Service
class Courses {

    private static final String PEOPLE = """
        with people as (
          select p.member_id, p.employer, case when 'CHECKUP_RATE' = any(p.above) then p.exam_date end as day, p.facility
          from reporting.person p where p.report_id = :report and 'CHECKUP_RATE' = any(p.below))
        """;
    private static final String COURSE = PEOPLE + """
        select count(*), count(*) filter (where day <= :day), count(day) from people
        """;
    private static final String MONTHS = PEOPLE + """
        select extract(month from day)::int, count(*) from people where day is not null group by 1
        """;
    private static final String INVITED = PEOPLE + """
        select count(*), count(*) filter (where day is null) from people p
        where exists (select from mailing.letter l join mailing.run r on r.id = l.run_id
          where l.member_id = p.member_id and l.state = 'PRINTED' and r.state = 'POSTED'
            and r.kind in ('TICKET', 'REMINDER') and r.posted_on >= :april and r.posted_on < :after)
        """;
    private static final String EMPLOYERS = PEOPLE + """
        select employer, count(day), count(*) from people
        group by employer order by count(*) - count(day) desc, employer limit :most
        """;
    private static final String FACILITIES = PEOPLE + """
        select facility, count(*), count(*) from people where day is not null
        group by facility order by count(*) desc, facility limit :most
        """;
    private static final String LAST_DAY = PEOPLE + "select max(day) from people where day <= :today";

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final YearCounts counts;

    Courses(JdbcClient jdbc, TenantTransactions transactions, YearCounts counts) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.counts = counts;
    }

    /// Who was sent a ticket or a reminder in the year (案内した人数); a result notice invites nobody.
    record Invited(long people, long missing) {}

    /// How many came in a month of the calendar.
    record Month(int month, long people) {}

    /// Nobody before the first count of the year.
    Forecast.Course course(FiscalYear year, LocalDate day) {
        return of(
                        COURSE,
                        year,
                        statement -> statement
                                .param("day", Date.valueOf(day))
                                .query((row, n) -> new Forecast.Course(row.getLong(1), row.getLong(2), row.getLong(3)))
                                .list())
                .stream()
                .findFirst()
                .orElse(new Forecast.Course(0, 0, 0));
    }

    List<Month> months(FiscalYear year) {
        return of(
                MONTHS,
                year,
                statement -> statement
                        .query((row, n) -> new Month(row.getInt(1), row.getLong(2)))
                        .list());
    }

    Invited invited(FiscalYear year) {
        return of(
                        INVITED,
                        year,
                        statement -> statement
                                .param("april", Date.valueOf(year.firstDay()))
                                .param("after", Date.valueOf(year.lastDay().plusDays(1)))
                                .query((row, n) -> new Invited(row.getLong(1), row.getLong(2)))
                                .list())
                .stream()
                .findFirst()
                .orElse(new Invited(0, 0));
    }

    List<Group> employers(FiscalYear year, int most) {
        return groups(EMPLOYERS, year, most);
    }

    List<Group> facilities(FiscalYear year, int most) {
        return groups(FACILITIES, year, most);
    }

    private List<Group> groups(String sql, FiscalYear year, int most) {
        return of(
                sql,
                year,
                statement -> statement
                        .param("most", most)
                        .query((row, n) -> new Group(row.getString(1), Tally.of(row.getLong(2), row.getLong(3))))
                        .list());
    }

    /// The latest checkup that has arrived of a year.
    Optional<LocalDate> lastDay(FiscalYear year, LocalDate today) {
        return of(
                        LAST_DAY,
                        year,
                        statement -> statement
                                .param("today", Date.valueOf(today))
                                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                                .list())
                .stream()
                .findFirst()
                .flatMap(day -> day);
    }

    /// What a statement finds in the count of a year; nothing before the first one.
    private <T> List<T> of(String sql, FiscalYear year, Function<StatementSpec, List<T>> query) {
        return counts.of(year)
                .map(report ->
                        transactions.inCurrent(() -> query.apply(jdbc.sql(sql).param("report", report.id()))))
                .orElse(List.of());
    }
}
