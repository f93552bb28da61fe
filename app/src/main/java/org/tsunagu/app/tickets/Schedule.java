package org.tsunagu.app.tickets;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.FiscalYear;

/// The schedule of a year (受診券・利用券の交付及び実施スケジュール): the months of `schedule.tsv`, and how far each step is by what
/// is in the books.
@Service
public class Schedule {

    private static final Table STEPS =
            Table.read("tickets/schedule", Schedule.class.getResourceAsStream("schedule.tsv"));
    private static final int MONTHS = 12;

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final Clock clock;

    Schedule(JdbcClient jdbc, TenantTransactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How a step stands today (進み具合).
    public enum State {
        /// Its months have not begun.
        COMING,
        /// Its months have begun and nothing is in the books: to be done now.
        DUE,
        /// Its months have begun and something is in the books.
        RUNNING,
        /// Its months are over and something is in the books.
        OVER,
        /// Its months are over and nothing is in the books.
        MISSED
    }

    /// A step of the year (1つの手順).
    ///
    /// @param count what is in the books: tickets issued, people examined, people guided
    public record Step(
            String key,
            String japanese,
            String english,
            YearMonth from,
            YearMonth to,
            long count,
            State state,
            Certainty certainty,
            String source) {

        /// Its name in a language.
        public String name(Locale language) {
            return language.getLanguage().equals("ja") ? japanese : english;
        }

        /// Whether a month belongs to it.
        public boolean includes(YearMonth month) {
            return !month.isBefore(from) && !month.isAfter(to);
        }
    }

    /// The months of a fiscal year, April first.
    public static List<YearMonth> months(FiscalYear year) {
        var first = YearMonth.from(year.firstDay());
        return IntStream.range(0, MONTHS).mapToObj(first::plusMonths).toList();
    }

    /// The steps of a year with their states; none when the table does not reach back so far.
    public List<Step> of(FiscalYear year) {
        return transactions.inCurrent(() ->
                STEPS.on(year.firstDay()).stream().map(row -> step(row, year)).toList());
    }

    private Step step(Row row, FiscalYear year) {
        var from = month(year, row.integer("from_month"));
        var to = month(year, row.integer("to_month"));
        var count = count(row.text("step"), year);
        return new Step(
                row.text("step"),
                row.text("name_ja"),
                row.text("name_en"),
                from,
                to,
                count,
                state(from, to, count > 0),
                row.basis().certainty(),
                row.basis().source());
    }

    private static YearMonth month(FiscalYear year, int month) {
        return months(year).stream()
                .filter(one -> one.getMonthValue() == month)
                .findFirst()
                .orElseThrow();
    }

    private State state(YearMonth from, YearMonth to, boolean isDone) {
        var now = YearMonth.from(LocalDate.now(clock));
        if (now.isAfter(to)) {
            return isDone ? State.OVER : State.MISSED;
        }
        if (isDone) {
            return State.RUNNING;
        }
        return now.isBefore(from) ? State.COMING : State.DUE;
    }

    private long count(String step, FiscalYear year) {
        var sql = switch (step) {
            case "CHECKUP_TICKETS" ->
                "select count(*) from tickets.ticket where fiscal_year = :year and family = 'CHECKUP'"
                        + " and state in ('ISSUED', 'USED')";
            case "CHECKUPS" ->
                "select count(distinct member_id) from checkups.checkup where fiscal_year = :year"
                        + " and superseded_by is null and not withdrawn";
            case "GUIDANCE_TICKETS" ->
                "select count(*) from tickets.ticket where fiscal_year = :year and family = 'GUIDANCE'"
                        + " and state in ('ISSUED', 'USED')";
            case "GUIDANCE" ->
                "select count(*) from tickets.ticket where fiscal_year = :year and family = 'GUIDANCE'"
                        + " and state = 'USED'";
            default -> throw new IllegalStateException("tickets/schedule: nobody counts " + step);
        };
        return jdbc.sql(sql).param("year", year.year()).query(Long.class).single();
    }
}
