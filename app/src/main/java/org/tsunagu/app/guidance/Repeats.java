package org.tsunagu.app.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tsunagu.app.checkups.Checkup;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.guidance.CourseRules;
import org.tsunagu.rules.guidance.RepeatRule;
import org.tsunagu.rules.stratification.Level;

/// Whether a second active year may be served with less (動機付け支援相当の判定): what the rule looks at is what is
/// stored, never what somebody types. Within the transaction of the caller.
@Component
class Repeats {

    private static final RepeatRule RULE = new RepeatRule(Running.TABLES);

    private final Checkups checkups;
    private final CourseStore store;
    private final Clock clock;

    Repeats(Checkups checkups, CourseStore store, Clock clock) {
        this.checkups = checkups;
        this.store = store;
        this.clock = clock;
    }

    Decision<Boolean> of(PersonCourse course) {
        var all = checkups.ofAll(List.of(course.memberId())).getOrDefault(course.memberId(), List.of());
        var before = checkups.ofYear(course.memberId(), course.fiscalYear() - 1);
        return decide(
                course.checkupDay(),
                course.level(),
                all.stream()
                        .filter(one -> one.examDate().equals(course.checkupDay()))
                        .findFirst(),
                before,
                store.of(List.of(course.memberId())).stream()
                        .filter(other -> other.fiscalYear() == course.fiscalYear() - 1)
                        .reduce((early, late) -> late));
    }

    /// The same of what is known already.
    Decision<Boolean> decide(
            LocalDate checkupDay,
            Level level,
            Optional<Checkup> checkup,
            Optional<Checkup> before,
            Optional<PersonCourse> lastCourse) {
        var today = LocalDate.now(clock);
        CourseRules rules = Running.RULES;
        var first = new RepeatRule.Year(
                lastCourse.map(PersonCourse::level).orElse(Level.NONE),
                lastCourse
                        .filter(last -> rules.isFinished(Running.of(last).on(today)))
                        .isPresent(),
                before.flatMap(one -> Measured.of("bmi", one.values())),
                before.flatMap(one -> Measured.of("waist", one.values())),
                before.flatMap(one -> Measured.of("weight", one.values())));
        var second = new RepeatRule.Year(
                level,
                false,
                checkup.flatMap(one -> Measured.of("bmi", one.values())),
                checkup.flatMap(one -> Measured.of("waist", one.values())),
                checkup.flatMap(one -> Measured.of("weight", one.values())));
        return RULE.decide(checkupDay, first, second);
    }
}
