package org.tsunagu.rules.guidance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.tsunagu.rules.flow.Facts;

/// What the conditions of `guards.tsv` look at (判断材料), worked out from a course and what happens in it.
final class CourseFacts {

    static final String FORM = "form";

    /// What is no unless somebody says so.
    private static final Facts USUAL = Facts.NONE
            .with("is_excluded", false)
            .with("is_passed_over", false)
            .with("is_another_running", false)
            .with("more_support_planned", false)
            .with("support_period_over", false);

    private CourseFacts() {}

    static Facts of(Course course, Event event) {
        var facts = USUAL.with("days_since_checkup", days(course.checkup(), event.on()))
                .with("days_since_last", days(course.lastDay(), event.on()))
                .with("kind_code", new BigDecimal(course.kind().code()));
        if (!course.level().code().isEmpty()) {
            facts = facts.with("level_code", new BigDecimal(course.level().code()));
        }
        for (var since : course.days().entrySet()) {
            facts = facts.and(since(since.getKey(), since.getValue(), event.on()));
        }
        return facts.and(event.facts());
    }

    private static Facts since(String what, LocalDate since, LocalDate day) {
        return switch (what) {
            case "part1" -> Facts.NONE.with("months_begun_since_part1", Months.begun(since, day));
            case "plan" -> Facts.NONE.with("months_since_plan", Months.passed(since, day));
            case "planned" -> Facts.NONE.with("months_since_planned", Months.passed(since, day));
            case "notice" -> Facts.NONE.with("days_since_notice", days(since, day));
            default -> Facts.NONE;
        };
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
