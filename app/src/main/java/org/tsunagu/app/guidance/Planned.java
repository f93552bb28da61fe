package org.tsunagu.app.guidance;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.rules.guidance.Circumstance;
import org.tsunagu.rules.guidance.Event;
import org.tsunagu.rules.guidance.Support;
import org.tsunagu.rules.guidance.SupportKind;
import org.tsunagu.rules.guidance.Trigger;

/// Whether a habit that was kept had a goal (行動目標の有無), by the goals as they stand now: a goal that is
/// corrected after the final evaluation counts as well. A document has said itself what was planned.
final class Planned {

    private Planned() {}

    /// What was recorded, as it counts now.
    static Event now(PersonCourse stored, Recorded one) {
        var event = one.event();
        if (event.trigger() != Trigger.EVALUATE || !one.origin().equals(Recorded.STAFF)) {
            return event;
        }
        var goals = Goals.items(stored.goals());
        var habits = habits(stored);
        var supports = event.supports().stream()
                .map(support ->
                        habits.contains(support.item()) ? support(support, goals.contains(support.item())) : support)
                .toList();
        return new Event(event.trigger(), event.on(), event.facts(), supports, event.next());
    }

    private static Set<String> habits(PersonCourse stored) {
        return EventOfEntry.items(stored.checkupDay(), SupportKind.OUTCOME).stream()
                .filter(row -> row.text("excludes").isEmpty())
                .map(row -> row.text("item"))
                .collect(Collectors.toSet());
    }

    private static Support support(Support support, boolean isPlanned) {
        var circumstances = EnumSet.noneOf(Circumstance.class);
        circumstances.addAll(List.copyOf(support.circumstances()));
        if (isPlanned) {
            circumstances.remove(Circumstance.NOT_PLANNED);
        } else {
            circumstances.add(Circumstance.NOT_PLANNED);
        }
        return new Support(support.item(), support.minutes(), support.on(), circumstances);
    }
}
