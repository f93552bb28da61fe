package org.tsunagu.rules.guidance;

import java.util.List;

/// The courses of one person together (一人の特定保健指導): no two run at once, and no checkup has two.
public final class Courses {

    private static final String ONE_PER_CHECKUP = "ONE-PER-CHECKUP";

    private final CourseRules rules;

    /// By the rules of an installation.
    public Courses(CourseRules rules) {
        this.rules = rules;
    }

    /// Opens a course unless its checkup already has one.
    ///
    /// @param others the person's courses so far
    public Step open(List<Course> others, Course course) {
        var guard = rules.machine(course.checkup()).guard(ONE_PER_CHECKUP);
        var facts = CourseFacts.of(course, Event.time(course.checkup()))
                .with(
                        "has_course_of_checkup",
                        others.stream().anyMatch(other -> other.checkup().equals(course.checkup())));
        return guard.holds(facts)
                ? new Step.Taken(course, List.of(), guard.met(facts))
                : new Step.Refused(guard.unmet(facts));
    }

    /// Records something in a course; a first interview is refused while another course of the person is running.
    ///
    /// @param others the person's other courses
    public Step apply(List<Course> others, Course course, Event event) {
        return rules.apply(
                course, event.with("is_another_running", others.stream().anyMatch(rules::isRunning)));
    }
}
