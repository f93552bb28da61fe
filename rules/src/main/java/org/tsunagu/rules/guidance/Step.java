package org.tsunagu.rules.guidance;

import java.util.List;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.flow.Transition;

/// What came of recording something in a course (記録の結果).
public sealed interface Step {

    /// Why.
    List<Reason> reasons();

    /// It was recorded.
    ///
    /// @param path the transitions made, two when time had to pass first
    record Taken(Course course, List<Transition> path, List<Reason> reasons) implements Step {}

    /// It was refused; the course stays as it is.
    record Refused(List<Reason> reasons) implements Step {}
}
