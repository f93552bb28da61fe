package org.tsunagu.app.planning.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.planning.People.Guided;
import org.tsunagu.app.planning.Plans;
import org.tsunagu.app.planning.YearCounts;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.plan.PlanRules;

/// This year against the plan (計画に対する進捗) of the current insurer.
@Service
public class Progress {

    private static final int YEARS = 5;
    private static final int MOST_GROUPS = 50;
    private static final int MORE = 10;
    private static final int MONTHS = 12;
    private static final long PERCENT = 100;
    private static final int POINT_DIGITS = 2;
    private static final int APRIL = 4;
    private static final PlanRules RULES = PlanRules.shipped();

    private final Courses courses;
    private final Plans plans;
    private final YearCounts counts;
    private final Guidance guidance;

    Progress(Courses courses, Plans plans, YearCounts counts, Guidance guidance) {
        this.courses = courses;
        this.plans = plans;
        this.counts = counts;
        this.guidance = guidance;
    }

    /// How a year stands (進捗).
    ///
    /// @param counts what it is taken from; without a count of the year there are only targets
    /// @param until day of the latest checkup that has arrived; up to it is counted
    /// @param came complete results of members of the denominator, up to that day
    /// @param invited members who got a letter in the year
    /// @param invitedMissing of them who have not come
    /// @param inCourse people whose course of guidance was begun and can still go on, as of now
    /// @param forecast empty with too few years before, before the first result, and when the year is over
    /// @param ten the rate with ten people more, in percent; empty for nobody in the denominator
    /// @param months people who had come by the end of each month from April, and in the year before
    public record Standing(
            Plans.Year plan,
            YearCounts.State counts,
            LocalDate until,
            long came,
            long invited,
            long invitedMissing,
            long inCourse,
            Optional<Forecast> forecast,
            Optional<BigDecimal> ten,
            List<Month> months,
            List<Group> employers,
            List<Group> facilities) {

        /// Members of the denominator (分母).
        public long people() {
            return plan.table().total().people().denominator();
        }

        /// Who needed guidance, and what came of it.
        public Guided guidance() {
            return plan.table().total().people().guidance();
        }

        /// The guidance rate so far in percent; empty when nobody needs guidance.
        public Optional<BigDecimal> guidanceRate() {
            return RULES.attained(guidance().finished(), guidance().base());
        }

        /// Who has not come yet.
        public long missing() {
            return people() - came;
        }

        /// How much ten people more change the rate, in points with two decimals; empty for nobody in the denominator.
        /// Not the difference of two rounded rates, which would be ten times too much or nothing.
        public Optional<BigDecimal> tenPoints() {
            return people() == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(PERCENT * Math.clamp(people() - came, 0, MORE))
                            .divide(BigDecimal.valueOf(people()), POINT_DIGITS, RoundingMode.HALF_UP));
        }
    }

    /// How many had come by the end of a month (月末までの受診者).
    ///
    /// @param number month of the calendar
    /// @param now empty for a month that has not begun
    public record Month(int number, Optional<Long> now, long before) {}

    /// How a year stands on a day.
    public Standing of(FiscalYear year, LocalDate today) {
        var isOver = today.isAfter(year.lastDay());
        var last = courses.lastDay(year, today);
        var until = isOver ? year.lastDay() : last.orElse(year.firstDay());
        var plan = plans.of(year);
        var now = courses.course(year, until);
        var invited = courses.invited(year);
        return new Standing(
                plan,
                counts.state(year),
                until,
                now.byThen(),
                invited.people(),
                invited.missing(),
                inCourse(year),
                isOver || last.isEmpty() ? Optional.empty() : forecast(year, until, now),
                RULES.attained(Math.min(now.byThen() + MORE, now.people()), now.people()),
                months(year, until),
                courses.employers(year, MOST_GROUPS),
                courses.facilities(year, MOST_GROUPS));
    }

    private long inCourse(FiscalYear year) {
        var people = new HashSet<Long>();
        guidance.courses(Actors.current().insurer().id(), year, course -> {
            if (course.isRunning()) {
                people.add(course.memberId());
            }
        });
        return people.size();
    }

    private Optional<Forecast> forecast(FiscalYear year, LocalDate until, Forecast.Course now) {
        var day = ChronoUnit.DAYS.between(year.firstDay(), until);
        var before = IntStream.rangeClosed(1, YEARS)
                .mapToObj(back -> new FiscalYear(year.year() - back))
                .map(earlier -> courses.course(earlier, earlier.firstDay().plusDays(day)))
                .toList();
        return Forecast.of(before, now.people() - now.byThen());
    }

    private List<Month> months(FiscalYear year, LocalDate until) {
        var now = courses.months(year);
        var before = courses.months(new FiscalYear(year.year() - 1));
        var all = new ArrayList<Month>();
        var sumNow = 0L;
        var sumBefore = 0L;
        for (var i = 0; i < MONTHS; i++) {
            var month = (APRIL - 1 + i) % MONTHS + 1;
            sumNow += people(now, month);
            sumBefore += people(before, month);
            var hasBegun = !year.firstDay().plusMonths(i).isAfter(until);
            all.add(new Month(month, hasBegun ? Optional.of(sumNow) : Optional.empty(), sumBefore));
        }
        return all;
    }

    private static long people(List<Courses.Month> months, int month) {
        return months.stream()
                .filter(one -> one.month() == month)
                .mapToLong(Courses.Month::people)
                .sum();
    }
}
