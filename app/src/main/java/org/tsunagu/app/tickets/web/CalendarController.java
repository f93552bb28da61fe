package org.tsunagu.app.tickets.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.tsunagu.app.tickets.Schedule;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.time.FiscalYear;

/// The schedule of a year as a calendar (年間スケジュール).
@Controller
public class CalendarController {

    private final Schedule schedule;
    private final Clock clock;

    CalendarController(Schedule schedule, Clock clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record Content(FiscalYear year, List<Schedule.Step> steps, List<YearMonth> months, YearMonth now) {

        /// Those to be done now, and those missed.
        public List<Schedule.Step> due() {
            return steps.stream()
                    .filter(step -> step.state() == Schedule.State.DUE || step.state() == Schedule.State.MISSED)
                    .toList();
        }
    }

    @GetMapping("/tickets/{year:20[0-9]{2}}/calendar")
    View calendar(@PathVariable int year) {
        var shown = new FiscalYear(year);
        return Page.of(
                "tickets/calendar",
                new Content(shown, schedule.of(shown), Schedule.months(shown), YearMonth.from(LocalDate.now(clock))));
    }
}
